/** A line longer than this says nothing that a person would read. */
const LONGEST_LINE = 300;
/** So much of it is looked at: what hides secrets takes longer than in proportion to the length. */
const LONGEST_LOOKED_AT = 1_000;

const HIDDEN = '***';

/** What is written after one of these is a secret, whatever stands before or after it in the same name. */
const SECRET_NAMES =
  'pass(?:word|wd|phrase|code)?|pwd|\\bpw\\b|secret|token|credential|authorization|signature|cookie|' +
  '(?:api|access|private|account|shared)[_.-]?key|jaas[_.-]?config';

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic|negotiate|digest)\s+\S+/gi, `$1 ${HIDDEN}`],
  [
    new RegExp(
      String.raw`([\w.-]*(?:${SECRET_NAMES})[\w.-]*["']?(?:\s*(?:=>|[=:])\s*|\s+is\s+|\s+(?=["'])))` +
        String.raw`(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s&;]+)`,
      'gi',
    ),
    `$1${HIDDEN}`,
  ],
  // What Kafka says of a setting that it cannot use, and what others say of who has it.
  [new RegExp(String.raw`(invalid value )\S.*?( for configuration \S*(?:${SECRET_NAMES}))`, 'gi'), `$1${HIDDEN}$2`],
  [new RegExp(String.raw`((?:${SECRET_NAMES}) (?:for|of) [^=:]{1,100}[=:]\s*)\S+`, 'gi'), `$1${HIDDEN}`],
  [
    /(pass(?:word|phrase)\s+)\S+(?=\s+(?:(?:is|was|were)\s+)?(?:rejected|refused|denied|invalid|wrong))/gi,
    `$1${HIDDEN}`,
  ],
  // A key in one line: whatever comes after its beginning.
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----).*/g, `$1${HIDDEN}`],
  // Whoever knows the path of a hook may call it.
  [/(https?:\/\/[^/\s]*hooks?\b[^/\s]*\/)\S+/gi, `$1${HIDDEN}`],
  // Keys that are known by their looks: of AWS, GitHub, GitLab and Slack, and JSON web tokens.
  [/\b(?:gh[oprsu]_|github_pat_|glpat-|xox[a-z]-)[\w-]{10,}/g, HIDDEN],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, HIDDEN],
];

/**
 * The first line of a trace as people may see it: without secrets, as far as those can be known by their looks, and at most
 * 300 characters long. Null where there is none.
 */
export function firstLine(trace: string | null): string | null {
  const [line = ''] = (trace ?? '').trimStart().split(/[\r\n]/, 1);
  const text = withoutSecrets(beginning(line)).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text;
}

/** Whole words only: of one that is cut in two nobody knows what it was. */
function beginning(line: string): string {
  if (line.length <= LONGEST_LOOKED_AT) return line;
  const head = line.slice(0, LONGEST_LOOKED_AT);
  return `${head.slice(0, Math.max(0, head.search(/\s\S*$/)))} …`;
}

function withoutSecrets(text: string): string {
  const withoutUsers = text.split(/(\s+)/).map(withoutUser).join('');
  return SECRETS.reduce((hidden, [pattern, replacement]) => hidden.replace(pattern, replacement), withoutUsers);
}

/**
 * A word that is a URL or a connect string (`scott/tiger@//host`) loses all that stands before its last "@", where a password
 * may hold any sign, and its parameters.
 */
function withoutUser(word: string): string {
  const scheme = word.indexOf('://');
  const start = scheme === -1 ? 0 : scheme + 3;
  const parameters = scheme === -1 ? -1 : word.slice(start).search(/[?;]/);
  if (parameters === -1) return withoutUserInfo(word, start);
  // Which of the two it belongs to nobody can tell.
  if (word.includes('@', start + parameters)) return `${word.slice(0, start)}${HIDDEN}`;
  return `${withoutUserInfo(word.slice(0, start + parameters + 1), start)}${HIDDEN}`;
}

function withoutUserInfo(word: string, start: number): string {
  const end = word.lastIndexOf('@');
  if (end < start || !/[:/]/.test(word.slice(0, end))) return word;
  return `${word.slice(0, start)}${HIDDEN}${word.slice(end)}`;
}
