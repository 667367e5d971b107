import { PrometheusClient } from '../../clients/prometheus.js';
import type { PrometheusSample } from '../../clients/prometheus-answer.js';
import { MEBIBYTE } from '../../model/bytes.js';
import type { Observation, SourceEvent } from '../../model/facts.js';
import type { ResourceId } from '../../model/ids.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import { type Sight, type Source, SourceMode } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { type SourceIdentity, looksOf, seenByAny, sourceId, sourceRecord } from '../source-record.js';
import type { Measured, RunningSource, SourceContext } from '../source.js';
import { answersOf } from './host-metrics.answers.js';
import type { HostMetricsConfig } from './host-metrics.config.js';
import { deviceRecord, freshFor, hostRecord } from './host-metrics.facts.js';
import { PresetEye } from './host-metrics.preset.js';
import { type Batch, databaseBatch, volumeBatch } from './host-metrics.query.js';
import { MeasuredTargets } from './host-metrics.targets.js';
import { VOLUME_PRESETS, type VolumePresetName } from './presets.js';

type Whole = Pick<Source, 'state' | 'message'>;

/** Some 120,000 samples: the disks of ten thousand volumes. */
const LONGEST_ANSWER = 32 * MEBIBYTE;

const NONE: ReadonlySet<ResourceId> = new Set();

/** What becomes of the samples of one preset. */
type Reader = (batch: Batch, samples: readonly PrometheusSample[], now: Instant) => readonly SourceEvent[];

/** Asks one Prometheus about machines and disks, one request for each preset, each at its own time. */
export class HostMetricsSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  readonly alsoMeasures: readonly Measured[];
  private readonly identity: SourceIdentity;
  private readonly client: PrometheusClient;
  private readonly eyes: readonly PresetEye[];
  private readonly targetsOf = new Map<PresetEye, MeasuredTargets>();
  private whole: Whole = { state: 'starting', message: null };
  private wholeSince: Instant;

  constructor(
    private readonly config: HostMetricsConfig,
    private readonly context: SourceContext,
  ) {
    const { name, interval, databases, volumes } = config;
    this.identity = {
      name: `host-metrics/${name}`,
      system: name,
      partOf: databases.length > 0 ? 'databases' : 'kubernetes',
      mode: SourceMode.PROBED,
      interval,
      endpointId: null,
    };
    this.id = sourceId(this.identity);
    // Not all of a cluster: what its pods do says nothing of the disks.
    this.alsoMeasures = [
      ...databases.map(({ database: system }) => ({ kind: ResourceKind.DATABASE, system })),
      ...unique(volumes.map(({ cluster }) => cluster)).map((system) => ({ kind: ResourceKind.VOLUME, system })),
    ];
    this.wholeSince = context.clock.now();
    this.client = new PrometheusClient(config.prometheus, LONGEST_ANSWER);
    this.eyes = [...this.databaseEyes(), ...this.volumeEyes()];
    this.floor = Math.max(...this.eyes.map(({ probe }) => probe.floor));
  }

  start(): void {
    this.context.report([this.sourceRecord()]);
    for (const { probe } of this.eyes) probe.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.eyes.map(({ probe }) => probe.stop()));
    this.client.close();
  }

  async refresh(): Promise<void> {
    await Promise.all(this.eyes.map(({ probe }) => probe.refresh()));
  }

  alert(): void {
    for (const { probe } of this.eyes) probe.alert();
  }

  private databaseEyes(): readonly PresetEye[] {
    const { databases, scrapeInterval } = this.config;
    return unique(databases.map(({ preset }) => preset)).map((preset) => {
      const own = databases.filter((database) => database.preset === preset);
      const targets = this.targets(
        own.map(({ database }) => database),
        (name) => `${preset} of database ${name}`,
      );
      const batch = databaseBatch(own, scrapeInterval);
      return this.eye(`${preset} of databases`, batch, targets, this.databaseReader(own, targets));
    });
  }

  private volumeEyes(): readonly PresetEye[] {
    const { volumes, scrapeInterval } = this.config;
    return unique(volumes.map(({ preset }) => preset)).map((preset) => {
      const own = volumes.filter((entry) => entry.preset === preset);
      const targets = this.targets(
        own.map(({ cluster }) => cluster),
        (name) => `${preset} of volumes of ${name}`,
      );
      const batch = volumeBatch(own, scrapeInterval);
      return this.eye(`${preset} of volumes`, batch, targets, this.volumeReader(preset, own, targets));
    });
  }

  private targets(names: readonly string[], called: (name: string) => string): MeasuredTargets {
    return new MeasuredTargets(names, called, freshFor(this.config));
  }

  private databaseReader(own: HostMetricsConfig['databases'], targets: MeasuredTargets): Reader {
    const { scrapeInterval } = this.config;
    return (batch, samples, now) => {
      const answers = answersOf(batch, samples, null, 2 * scrapeInterval);
      return own.flatMap((config) => {
        const { database: name } = config;
        const record = hostRecord(config, answers.get(name)?.get(''), freshFor(this.config), now);
        const isTold = record.observedAt !== null;
        targets.look(name, isTold, now);
        return isTold || !targets.wasTold(name) ? [record] : [];
      });
    };
  }

  /** Volumes come and go with the answers. */
  private volumeReader(preset: VolumePresetName, own: HostMetricsConfig['volumes'], targets: MeasuredTargets): Reader {
    const { label } = VOLUME_PRESETS[preset];
    const { scrapeInterval } = this.config;
    const known = new Map<string, ReadonlySet<ResourceId>>();
    return (batch, samples, now) => {
      const answers = answersOf(batch, samples, label, 2 * scrapeInterval);
      return own.flatMap((entry) => {
        const { cluster } = entry;
        const records = [...(answers.get(cluster) ?? [])].map(([name, ofVolume]) =>
          deviceRecord(entry, name, ofVolume, freshFor(this.config), now),
        );
        const isTold = records.some(({ observedAt }) => observedAt !== null);
        targets.look(cluster, isTold, now);
        // That all of them went at once is nothing that is known of any.
        if (!isTold && targets.wasTold(cluster)) return [];
        const before = known.get(cluster) ?? NONE;
        const seen = new Set(records.map(({ id }) => id));
        known.set(cluster, seen);
        const gone = [...before].filter((id) => !seen.has(id));
        return [...records, ...gone.map((id) => ({ id, kind: SupportKind.VOLUME_DEVICE, goneAspect: 'main' }))];
      });
    };
  }

  private eye(name: string, batch: Batch, targets: MeasuredTargets, read: Reader): PresetEye {
    const eye: PresetEye = new PresetEye(name, batch, this.client, this.config, this.context, (_, samples, now) => {
      // Prometheus is seen as long as one request brings something.
      const whole = seenByAny(this.eyes);
      if (whole.state !== this.whole.state) this.wholeSince = now;
      this.whole = whole;
      // A failed look changes nothing: what was measured last says itself how long it is good for.
      const events = samples === null ? [] : read(batch, samples, now);
      this.context.report([this.sourceRecord(), ...events]);
    });
    this.targetsOf.set(eye, targets);
    return eye;
  }

  /** While Prometheus itself is lost, that is all that there is to say. */
  private lostTargets(eye: PresetEye): readonly Sight[] {
    if (eye.reach.state !== 'ok') return [];
    return this.targetsOf.get(eye)?.lost(this.client.place, this.context.clock.now()) ?? [];
  }

  private sourceRecord(): Observation {
    return sourceRecord(
      this.identity,
      {
        ...this.whole,
        ...looksOf(this.eyes),
        stateSince: this.wholeSince,
        sights: [...this.eyes.map(sightOf), ...this.eyes.flatMap((eye) => this.lostTargets(eye))],
        clockSkew: this.eyes.find(({ clockSkew }) => clockSkew !== null)?.clockSkew ?? null,
      },
      this.context.clock.now(),
    );
  }
}

function sightOf({ name, reach: { state, message, since, contactAt } }: PresetEye): Sight {
  return { subject: name, kind: null, resourceId: null, state, message, since, contactAt };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
