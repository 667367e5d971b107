import { cut } from '../model/cut.js';

/** A value that is longer than this says nothing more to whoever wrote it. */
const LONGEST = 100;

/**
 * What was written, to be repeated in an error: an address without the user and password before its "@", and without its
 * parameters. Whoever writes a password where none belongs must not find it in the log.
 */
export function shown(text: string): string {
  const at = text.lastIndexOf('@');
  const withoutUser = at < 0 ? text : `***${text.slice(at)}`;
  const parameters = withoutUser.search(/[?;]/);
  const bare = parameters < 0 ? withoutUser : `${withoutUser.slice(0, parameters + 1)}***`;
  return cut(bare, LONGEST);
}
