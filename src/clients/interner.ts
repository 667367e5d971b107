import type { ResourceId } from '../model/ids.js';
import type { Labels } from '../model/resource.js';

/** Who controls an object. */
export interface Owner {
  readonly id: ResourceId;
  /** Kubernetes' word, with its group where that is another's. */
  readonly kind: string;
  readonly name: string;
}

const NO_LABELS: Labels = Object.freeze({});

/** Pods of one workload carry the same labels, images, names and owner, thousands of times: each is kept once. */
export class Interner {
  private readonly texts: Generations<string>;
  private readonly labelSets: Generations<Labels>;
  private readonly owners: Generations<Owner>;
  private readonly records: Generations<object>;

  /** @param capacity how many different values are known at most; those not met for long are forgotten */
  constructor(capacity = 20_000) {
    this.texts = new Generations(capacity);
    this.labelSets = new Generations(capacity);
    this.owners = new Generations(capacity);
    this.records = new Generations(capacity);
  }

  text(value: string): string {
    return this.texts.take(value, () => value);
  }

  labels(entries: readonly (readonly [string, string])[]): Labels {
    if (entries.length === 0) return NO_LABELS;
    return this.labelSets.take(JSON.stringify(entries), () =>
      Object.freeze(Object.fromEntries(entries.map(([key, value]) => [this.text(key), this.text(value)]))),
    );
  }

  /** @param key uid and kind: what else is said of an owner follows from these */
  owner(key: string, make: () => Owner): Owner {
    return this.owners.take(key, make);
  }

  /** @param key which sort of record, and everything that is in it */
  record<T extends object>(key: string, make: () => Readonly<T>): Readonly<T> {
    return this.records.take(key, () => Object.freeze(make())) as Readonly<T>;
  }
}

/** Keeps what was met since the last but one turn, of which there is one every `capacity / 2` new values. */
class Generations<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  constructor(private readonly capacity: number) {}

  take(key: string, make: () => V): V {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const value = this.old.get(key) ?? make();
    if (this.young.size >= this.capacity / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }
}
