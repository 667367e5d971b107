import { getOrMake } from '../../model/get-or-make.js';

/** Half of what is kept. */
class Age<K, V> {
  size = 0;
  private readonly groups = new Map<string, Map<K, V>>();

  get(group: string, key: K): V | undefined {
    return this.groups.get(group)?.get(key);
  }

  set(group: string, key: K, value: V, sizeOf: (value: V) => number): void {
    const values = getOrMake(this.groups, group, () => {
      this.size += group.length;
      return new Map<K, V>();
    });
    const before = values.get(key);
    this.size += sizeOf(value) - (before === undefined ? 0 : sizeOf(before));
    values.set(key, value);
  }
}

/**
 * Values by a group and a key in it, as many as there is room for. Once the young ones take half of it they are the old ones, and
 * the old ones are forgotten, but for those that were asked for meanwhile: they are young again. So what nobody asks for goes after
 * a while, whoever asks for more than there is room for pushes out nothing that others go on asking for, and to find one takes no
 * longer than in a map.
 */
export class TwoAges<K, V> {
  private young = new Age<K, V>();
  private old = new Age<K, V>();
  private readonly half: number;

  /** @param most in the same measure as the size of each; of a group, its length counts */
  constructor(
    most: number,
    private readonly sizeOf: (value: V) => number,
  ) {
    this.half = most / 2;
  }

  get size(): number {
    return this.young.size + this.old.size;
  }

  get(group: string, key: K): V | undefined {
    const value = this.young.get(group, key);
    if (value !== undefined) return value;
    const older = this.old.get(group, key);
    if (older !== undefined) this.set(group, key, older);
    return older;
  }

  set(group: string, key: K, value: V): void {
    const size = group.length + this.sizeOf(value);
    // What takes all of it is not worth that.
    if (size > this.half) return;
    if (this.young.size + size > this.half) {
      this.old = this.young;
      this.young = new Age();
    }
    this.young.set(group, key, value, this.sizeOf);
  }
}
