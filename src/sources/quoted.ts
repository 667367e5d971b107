import { cut } from '../model/cut.js';

/** More of it stands in the object itself. */
const LONGEST = 400;

/** What Kubernetes or Argo says, for the end of a sentence of ours: in one line, not too long, without its own full stop. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return cut(line.replace(/\.$/, ''), LONGEST);
}
