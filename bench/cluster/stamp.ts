import type { ApiObject } from './names.js';

type Path = readonly (string | number)[];

/** One text of the template, and where it is in what is stored. */
interface Place {
  readonly path: Path;
  readonly text: string;
  readonly offsets: readonly number[];
}

/** What is shorter may be part of something else. */
const SHORTEST = 6;

/**
 * Makes what the API server would have stored of other objects out of what it did store of one: names, uids and addresses have
 * one length, so that nothing else in it differs.
 */
export class Stamp {
  private readonly places: readonly Place[];

  /**
   * @param stored bytes of the template, as etcd has them
   * @param template the same as an object
   * @param others some of those that are to be made: where they differ from it, all may
   */
  constructor(
    private readonly stored: Buffer,
    template: ApiObject,
    others: readonly ApiObject[],
  ) {
    const paths = [...textsOf(template)].filter(([path, text]) =>
      others.some((one) => typeof at(one, path) === 'string' && at(one, path) !== text),
    );
    const taken = new Uint8Array(stored.length);
    this.places = paths
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([path, text]) => ({ path, text, offsets: claim(stored, text, taken) }));
  }

  of(object: ApiObject): Buffer {
    const copy = Buffer.from(this.stored);
    for (const { path, text, offsets } of this.places) {
      if (offsets.length === 0) continue;
      const wanted = at(object, path);
      if (typeof wanted !== 'string' || wanted.length !== text.length)
        throw new Error(`${path.join('.')}: "${String(wanted)}" cannot take the place of "${text}"`);
      for (const offset of offsets) copy.write(wanted, offset, 'latin1');
    }
    return copy;
  }
}

/** Where a text is, less what longer ones have claimed: they contain it. The same text in another field has been claimed by that. */
function claim(stored: Buffer, text: string, taken: Uint8Array): readonly number[] {
  if (text.length < SHORTEST) throw new Error(`"${text}" is too short to be told from others`);
  const offsets: number[] = [];
  for (let offset = stored.indexOf(text); offset !== -1; offset = stored.indexOf(text, offset + 1)) {
    if (taken.subarray(offset, offset + text.length).some((one) => one === 1)) continue;
    taken.fill(1, offset, offset + text.length);
    offsets.push(offset);
  }
  return offsets;
}

function* textsOf(value: unknown, path: Path = []): Generator<[Path, string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function at(object: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], object);
}
