/** What a table says of a word from outside; nothing of words that only JavaScript knows, such as "constructor". */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, word: unknown): Value | undefined {
  return typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined;
}
