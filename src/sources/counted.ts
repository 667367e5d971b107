/** A number and its noun: "1 member", "3 members"; `many` where that is not the noun with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How often something happened: "once", "3 times". */
export function howOften(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
