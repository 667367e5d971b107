/** More of it stands in the object itself. */
const LONGEST = 400;

/** What Kubernetes says, to stand at the end of a sentence of ours: in one line, not too long, without its own full stop. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line.replace(/\.$/, '');
}
