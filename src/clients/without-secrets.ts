/** So much of a text is kept: what hides secrets takes longer than in proportion to the length. */
const LONGEST = 2_000;

const HIDDEN = '***';

/** What is written after one of these is a secret, whatever stands before or after it in the same name. */
const CHOSEN = String.raw`pass(?:word|wd|phrase|code)?|pwd|\bpw\b|secret|jaas[_.-]?config`;

/** The same of what machines make, and people do not: a plain word after one of these is none. */
const MADE = 'token|credential|authorization|signature|cookie|(?:api|access|private|account|shared)[_.-]?key';

const NAMES = `(?:${CHOSEN}|${MADE})`;

/** Such a name to its end, unless it is that of a volume: `volume "db-password" : configmap "x" not found`. */
function nameOf(names: string): string {
  return String.raw`(?:${names})(?<!\bvolume "[\w.-]{0,100})[\w.-]{0,100}`;
}

/** What is said of an object of Kubernetes by its name, and of a secret without it. */
const NO_ASSIGNMENT =
  String.raw`(?!\s+"[a-z0-9.-]{1,253}"\s+(?:not found|is forbidden|does not exist|already exists))` +
  String.raw`(?!\s+is\s+(?:not|no|required|missing|empty|invalid|incorrect|wrong|expired|too)\b)`;

/** Between a name and its value. */
const ASSIGNMENT = String.raw`${NO_ASSIGNMENT}(?:["']?\s*(?:=>|[=:])\s*|\s+is\s+|["']?\s+(?=["']))`;

/** In quotes, or up to the next space. */
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s&;]+)`;

/** "Failed to fetch a token: unexpected status". */
const NO_PLAIN_WORD = String.raw`(?!(?<=(?::|\bis)\s+)[a-z]{1,15}(?=[\s,.;:]|$))`;

function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''), 'gi');
}

/** Each of them is tried at each place of a text, and looks no further from there than its bounds. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic|negotiate|digest)\s+\S+/gi, `$1 ${HIDDEN}`],
  [pattern('(', nameOf(CHOSEN), ASSIGNMENT, ')', VALUE), `$1${HIDDEN}`],
  [pattern('(', nameOf(MADE), ASSIGNMENT, ')', NO_PLAIN_WORD, VALUE), `$1${HIDDEN}`],
  // Of a command.
  [pattern(String.raw`(--[\w-]{0,50}${NAMES}[\w-]{0,50}\s+)\S+`), `$1${HIDDEN}`],
  // What Kafka says of a setting that it cannot use, and what others say of who has it.
  [pattern(String.raw`(invalid value )\S.*?( for configuration \S{0,200}${NAMES})`), `$1${HIDDEN}$2`],
  [pattern(String.raw`(${NAMES} (?:for|of) [^=:]{1,100}[=:]\s*)\S+`), `$1${HIDDEN}`],
  [
    /(pass(?:word|phrase)\s+)\S+(?=\s+(?:(?:is|was|were)\s+)?(?:rejected|refused|denied|invalid|wrong))/gi,
    `$1${HIDDEN}`,
  ],
  [/(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)[^]*/g, `$1${HIDDEN}`],
  // Whoever knows the path of a hook may call it.
  [/(https?:\/\/[^/\s]{0,253}hooks?\b[^/\s]{0,253}\/)\S+/gi, `$1${HIDDEN}`],
  // Keys that are known by their looks: of AWS, GitHub, GitLab and Slack, and JSON web tokens.
  [/\b(?:gh[oprsu]_|github_pat_|glpat-|xox[a-z]-)[\w-]{10,}/g, HIDDEN],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, HIDDEN],
];

/**
 * What a watched system says, as people may see it: without secrets, as far as those can be known by their looks, and at most
 * 2,000 characters long.
 */
export function withoutSecrets(text: string): string {
  const withoutUsers = beginning(text).split(/(\s+)/).map(withoutUser).join('');
  return SECRETS.reduce((hidden, [secret, replacement]) => hidden.replace(secret, replacement), withoutUsers);
}

/** Whole words only: of one that is cut in two nobody knows what it was. */
function beginning(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST);
  return `${head.slice(0, Math.max(0, head.search(/\s\S*$/)))} …`;
}

/** The end of the name of an image: no user stands before it. */
const IMAGE_DIGEST = /@sha(?:256|512):[0-9a-f]{32,}/;

/**
 * A word that is a URL or a connect string (`scott/tiger@//host`) loses all that stands before its last "@", where a password
 * may hold any sign, and its parameters.
 */
function withoutUser(word: string): string {
  const digest = IMAGE_DIGEST.exec(word);
  if (digest !== null) {
    const end = digest.index + digest[0].length;
    return withoutUser(word.slice(0, digest.index)) + digest[0] + withoutUser(word.slice(end));
  }
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
