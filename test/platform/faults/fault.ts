import { type Platform } from '../support/platform.js';
import { type WaitOptions, waitUntilNothingMissing } from '../support/wait.js';

/** A real defect of a real system. Injecting twice is as good as once, and so is repairing what is well. */
export interface Fault {
  readonly name: string;
  /** One line: what is done, and what becomes of it. */
  readonly describe: string;
  /** Does it; does not wait for what follows. */
  inject(platform: Platform): Promise<void>;
  /** Makes it well again by the means that an operator has, and leaves nothing behind. */
  repair(platform: Platform): Promise<void>;
  /**
   * Makes it well where it is, and leaves it there, so that it can be seen to be well; `repair` takes it away afterwards. Absent
   * where `repair` does it in place, or nobody could.
   */
  mend?(platform: Platform): Promise<void>;
  /**
   * Whether the system itself shows the defect, asked without Vitals; undefined when it does not say. Absent where it is
   * over in a moment.
   */
  evident?(platform: Platform): Promise<boolean | undefined>;
}

/** Waits until the system itself shows the defect, or that it is gone. */
export async function untilEvident(
  fault: Fault,
  platform: Platform,
  isWanted: boolean,
  options: WaitOptions,
): Promise<void> {
  const look = async (): Promise<string | undefined> => {
    if (fault.evident === undefined) return undefined;
    const isEvident = await fault.evident(platform);
    if (isEvident === isWanted) return undefined;
    if (isEvident === undefined) return 'the system does not say';
    return isWanted ? 'the system does not show it' : 'the system still shows it';
  };
  await waitUntilNothingMissing(fault.name, look, options);
}

/** Wakes what was stopped by SIGSTOP; what has ended meanwhile is started. */
export async function wake(platform: Platform, component: string): Promise<void> {
  if (platform.pid(component) === undefined) await platform.start(component);
  else platform.signal(component, 'SIGCONT');
}
