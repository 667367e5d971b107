import { type Platform } from '../support/platform.js';

/** A real defect of a real system. Injecting twice is as good as once, and so is repairing what is well. */
export interface Fault {
  readonly name: string;
  /** One line: what is done, and what becomes of it. */
  readonly describe: string;
  /** Does it; does not wait for what follows. */
  inject(platform: Platform): Promise<void>;
  /** Makes it well again by the means that an operator has. */
  repair(platform: Platform): Promise<void>;
  /** Whether the system itself shows the defect, asked without Vitals. Absent where it is over in a moment. */
  evident?(platform: Platform): Promise<boolean>;
}

/** Wakes what was stopped by SIGSTOP; what has ended meanwhile is started. */
export async function wake(platform: Platform, component: string): Promise<void> {
  if (platform.pid(component) === undefined) await platform.start(component);
  else platform.signal(component, 'SIGCONT');
}
