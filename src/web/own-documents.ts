import * as watch from '../watch/documents.js';
import * as board from './graphql/graphql.js';

/**
 * What the board and `vitals watch` ask, word for word, by the names of the operations: a server that executes only what is
 * listed can list it.
 */
export function ownDocuments(): Readonly<Record<string, string>> {
  const ofBoard = Object.entries(board).filter(([name]) => /^[A-Z]\w+Document$/.test(name));
  const texts = [...ofBoard.map(([, document]) => String(document)), ...Object.values(watch)];
  return Object.fromEntries(texts.map((text) => [nameOf(text), text]));
}

function nameOf(document: string): string {
  const [, name] = /\b(?:query|mutation|subscription) (\w+)/.exec(document) ?? [];
  if (name === undefined) throw new Error(`A document without a name: ${document}`);
  return name;
}
