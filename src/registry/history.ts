import type { Sample } from '../model/health.js';
import type { ResourceId } from '../model/ids.js';
import type { Series } from '../model/kind-definition.js';
import type { LimitsByReason } from '../model/rule.js';
import type { Instant } from '../model/time.js';
import { getOrMake } from './get-or-make.js';

const NONE: readonly Sample[] = [];

/** However short the step and long the window: no series holds more samples. */
const MOST_SAMPLES = 2_000;

/** The short past of declared numbers: one sample a step, as far back as the window. */
export class History {
  private readonly records = new Map<ResourceId, Map<string, Sample[]>>();

  samples(id: ResourceId, series: string, subject: string | null): readonly Sample[] {
    return this.records.get(id)?.get(seriesKey(series, subject)) ?? NONE;
  }

  forget(id: ResourceId): void {
    this.records.delete(id);
  }

  /** Takes what one observation adds to the declared series of its aspect. */
  record(
    id: ResourceId,
    series: readonly Series[],
    facts: never,
    at: Instant,
    limitsOf: (series: Series) => LimitsByReason,
  ): void {
    for (const declared of series) {
      const limits = limitsOf(declared);
      const step = declared.step(limits);
      const oldest = at - declared.window(limits);
      for (const { subject, value } of declared.values(facts)) {
        append(this.bufferOf(id, seriesKey(declared.name, subject)), declared.keep, step, oldest, { at, value });
      }
    }
  }

  private bufferOf(id: ResourceId, key: string): Sample[] {
    const buffers = getOrMake(this.records, id, () => new Map<string, Sample[]>());
    return getOrMake(buffers, key, () => []);
  }
}

function seriesKey(series: string, subject: string | null): string {
  return `${series}/${subject ?? ''}`;
}

function append(buffer: Sample[], keep: Series['keep'], step: number, oldest: number, sample: Sample): void {
  const last = buffer.at(-1);
  if (last !== undefined && sample.at < last.at) return;
  const isSameStep = last !== undefined && Math.floor(last.at / step) === Math.floor(sample.at / step);
  if (!isSameStep) buffer.push(sample);
  else if (keep === 'last' || (keep === 'minimum' && sample.value < last.value)) buffer[buffer.length - 1] = sample;
  const first = buffer.findIndex(({ at }) => at >= oldest);
  // One sample before the window stays: an increase over the window begins there.
  const surplus = Math.max(first - 1, buffer.length - MOST_SAMPLES);
  if (surplus > 0) buffer.splice(0, surplus);
}
