import { type ExpositionSample, parseExposition } from '../../src/clients/exposition-text.js';

export type Sample = Pick<ExpositionSample, 'name' | 'labels' | 'value'>;

/** All samples of a text in the format of Prometheus. */
export function samplesIn(text: string): readonly Sample[] {
  const names = text.split('\n').flatMap((line) => /^([a-zA-Z_:][\w:]*)[ {]/.exec(line)?.[1] ?? []);
  return [...parseExposition(Buffer.from(text), new Set(names))];
}
