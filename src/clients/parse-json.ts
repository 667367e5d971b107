/** What is said in JSON; undefined where it is none: the parser's own error would quote what it read. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
