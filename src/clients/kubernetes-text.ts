const BEGIN = Buffer.from(',"managedFields":[');
const FIRST_END = Buffer.from(']}');
const END = Buffer.from(']},"spec":{');

/**
 * The text of an object, or of an event with one, without its `managedFields`, which nobody here reads: they are half of a pod,
 * and cost half of its parsing. The API server writes them last of `metadata`, and no list is in them; what looks otherwise
 * is left as it is. Within texts every quote is escaped, so that neither end is found there.
 */
export function textWithoutManagedFields(json: Buffer): string {
  const begin = json.indexOf(BEGIN);
  if (begin === -1) return json.toString('utf8');
  const end = json.indexOf(END, begin);
  if (end === -1 || json.indexOf(FIRST_END, begin) !== end) return json.toString('utf8');
  return json.toString('utf8', 0, begin) + json.toString('utf8', end + 1);
}
