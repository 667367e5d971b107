/**
 * `*` stands for any characters, `?` for one. In time proportional to the product of the two lengths: whoever asks may write any
 * pattern, and a regular expression would try exponentially many ways.
 */
export function globMatches(pattern: string, text: string): boolean {
  let at = 0;
  let read = 0;
  // Where the last star was, and how far what it stands for reaches.
  let star = -1;
  let reach = 0;
  while (read < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      reach = read;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[read])) {
      at += 1;
      read += 1;
    } else if (star >= 0) {
      at = star + 1;
      read = reach += 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
