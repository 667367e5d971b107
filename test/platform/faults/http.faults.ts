import { rm, writeFile } from 'node:fs/promises';
import { CADDY_URL, HAPROXY_METRICS, HAPROXY_URL } from '../components/http-addresses.js';
import { behaviourFile } from '../components/http-backend.component.js';
import { tryRun } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { missingAt } from '../support/probe.js';
import { type Fault, wake } from './fault.js';

interface Answer {
  readonly status: number;
  /** Seconds. */
  readonly time: number;
}

/** What a user gets; status 0 where nothing comes. */
async function ask(platform: Platform, url: string): Promise<Answer> {
  const command = ['curl', '--silent', '--output', '/dev/null', '--max-time', '10', '--write-out', '%{http_code} %{time_total}', url]; // prettier-ignore
  const { output } = await tryRun(platform.inNamespace(command), { timeout: 15_000 });
  const [status, time] = output.split(' ').map(Number);
  return { status: status ?? 0, time: time ?? 0 };
}

/** Whether it is so for the users of either proxy. */
async function anyGets(platform: Platform, holds: (answer: Answer) => boolean): Promise<boolean> {
  const answers = await Promise.all([HAPROXY_URL, CADDY_URL].map((url) => ask(platform, url)));
  return answers.some(holds);
}

function behaving(
  name: string,
  describe: string,
  behaviour: { readonly status?: number; readonly delay?: number },
  isSeen: (answer: Answer) => boolean,
): Fault {
  return {
    name,
    describe,
    inject: (platform) => writeFile(behaviourFile(platform), JSON.stringify(behaviour)),
    repair: (platform) => rm(behaviourFile(platform), { force: true }),
    evident: (platform) => anyGets(platform, isSeen),
  };
}

const failing = behaving(
  'http-500',
  'what stands behind HAProxy and Caddy answers 500 to every request; repaired by letting it answer 200',
  { status: 500 },
  ({ status }) => status === 500,
);

const missing = behaving(
  'http-404',
  'what stands behind HAProxy and Caddy answers 404 to every request; repaired by letting it answer 200',
  { status: 404 },
  ({ status }) => status === 404,
);

const late = behaving(
  'http-slow',
  'what stands behind HAProxy and Caddy takes 1.5 s for every answer; repaired by letting it answer at once',
  { delay: 1_500 },
  ({ time }) => time > 1,
);

const gone: Fault = {
  name: 'http-backend-down',
  describe: 'what stands behind HAProxy and Caddy is shut down: they answer 503 and 502; repaired by starting it',
  inject: (platform) => platform.stop('http-backend'),
  async repair(platform) {
    if (platform.pid('http-backend') === undefined) await platform.start('http-backend');
  },
  evident: (platform) => anyGets(platform, ({ status }) => status >= 502),
};

const hanging: Fault = {
  name: 'http-proxy-hangs',
  describe: 'HAProxy is stopped by SIGSTOP: its metrics hang, as all that goes through it; repaired by SIGCONT',
  inject(platform) {
    platform.signal('haproxy', 'SIGSTOP');
    return Promise.resolve();
  },
  repair: (platform) => wake(platform, 'haproxy'),
  evident: async (platform) => (await missingAt(platform, HAPROXY_METRICS)) !== undefined,
};

const stopped: Fault = {
  name: 'http-proxy-stopped',
  describe: 'HAProxy is shut down: its address refuses; repaired by starting it',
  inject: (platform) => platform.stop('haproxy'),
  repair: (platform) => wake(platform, 'haproxy'),
  evident: async (platform) => (await missingAt(platform, HAPROXY_METRICS)) !== undefined,
};

export const httpFaults: readonly Fault[] = [failing, missing, late, gone, hanging, stopped];
