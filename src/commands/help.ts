/** What a command's `--help` says below its options. */
interface Help {
  /** What else there is to know. */
  readonly more?: string;
  /** All its exit codes, and what each means. */
  readonly exitCodes: readonly (readonly [code: number, meaning: string])[];
  /** Command lines, and what each does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
}

export function helpText({ more, exitCodes, examples }: Help): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return [
    ...(more === undefined ? [] : ['', more]),
    '',
    'Exit codes:',
    ...exitCodes.map(([code, meaning]) => `  ${code}  ${meaning}`),
    '',
    'Examples:',
    ...examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`.trimEnd()),
  ].join('\n');
}
