/** A share as people write it, such as 12.5 %. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;
}

/** A share to the whole percent, for what is no more exact than that. */
export function wholePercent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

/** A size as people write it, such as 93.1 GiB. */
export function size(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 2 ** (10 * power)).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ''}`;
}
