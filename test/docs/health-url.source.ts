import { z } from 'zod';
import { atLeastASecond, intervalSchema, nameSchema } from '../../src/config/fields.js';
import { SourceMode } from '../../src/model/source.js';
import { Eye } from '../../src/sampling/eye.js';
import { type LookResult, Probe } from '../../src/sampling/probe.js';
import { type LookFailure, isUndecided } from '../../src/sampling/reach.js';
import { type SourceIdentity, seenBy, sourceId, sourceRecord } from '../../src/sources/source-record.js';
import type { RunningSource, SourceContext, SourceDefinition } from '../../src/sources/source.js';
import { healthUrlRules } from './health-url.rules.js';

/** An address that answers 2xx while what is behind it is well, such as that of a schema registry. */
const configuration = z.strictObject({
  name: nameSchema,
  url: z.url({ protocol: /^https?$/, error: 'is no address; write one such as "http://registry.example.com/health"' }),
  interval: intervalSchema,
  deadline: atLeastASecond.prefault('5s'),
});

type HealthUrlConfig = z.output<typeof configuration>;

class Refused extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

class HealthUrlSource extends Eye implements RunningSource {
  private readonly identity: SourceIdentity;
  private readonly probe: Probe<void>;
  readonly id;
  readonly floor;

  constructor(
    private readonly config: HealthUrlConfig,
    private readonly context: SourceContext,
  ) {
    super(context);
    const { name, interval, deadline } = config;
    // The row of the front page it belongs to; without an `endpointId` it says itself that it is lost.
    const row = { partOf: 'kafka', endpointId: null };
    this.identity = { name: `health-url/${name}`, system: name, mode: SourceMode.PROBED, interval, ...row };
    this.id = sourceId(this.identity);
    const look = (signal: AbortSignal): Promise<void> => this.look(signal);
    this.probe = new Probe({ ...context, interval, deadline, look, onResult: (result) => this.take(result) });
    this.floor = this.probe.floor;
  }

  start(): void {
    this.tell();
    this.probe.start();
  }

  stop = (): Promise<void> => this.probe.stop();
  refresh = (): Promise<void> => this.probe.refresh();

  private async look(signal: AbortSignal): Promise<void> {
    const response = await fetch(this.config.url, { signal });
    await response.body?.cancel();
    if (!response.ok) throw new Refused(response.status);
  }

  private take(result: LookResult<void>): 'soon' | 'rest' {
    this.learn(result, (error, isLate) => this.failureOf(error, isLate));
    this.tell();
    return isUndecided(this.reach) ? 'soon' : 'rest';
  }

  /** In words of its own: what a library or a server says may hold a secret. */
  private failureOf(error: unknown, isLate: boolean): LookFailure {
    const { host } = new URL(this.config.url);
    if (isLate) return { state: 'lost', message: `${host} gave no answer in time.` };
    if (!(error instanceof Refused)) return { state: 'lost', message: `${host} cannot be reached.` };
    const state = error.status === 401 || error.status === 403 ? 'forbidden' : 'invalid';
    return { state, message: `${host} answers with status ${error.status}.` };
  }

  private tell(): void {
    const { clock, report } = this.context;
    report([sourceRecord(this.identity, { ...seenBy(this), sights: [], clockSkew: null }, clock.now())]);
  }
}

export const healthUrl: SourceDefinition<HealthUrlConfig> = {
  name: 'health-url',
  configuration,
  endpointKind: null,
  kinds: [],
  rules: healthUrlRules,
  causes: [],
  create: (config, context) => new HealthUrlSource(config, context),
};
