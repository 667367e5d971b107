import { existsSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const FIRST = constants.priority.PRIORITY_HIGH;

/** Has a process go before others, as a pod has the processor that it requests, whatever else its node runs. */
export function putFirst(pid: number): void {
  setPriority(pid, FIRST);
  // Where the kernel shares processors among sessions, a priority counts only within one: that of the session is set here.
  const session = `/proc/${pid}/autogroup`;
  if (existsSync(session)) writeFileSync(session, String(FIRST));
}
