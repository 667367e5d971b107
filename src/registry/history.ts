import type { Sample } from '../model/health.js';
import type { Series } from '../model/kind-definition.js';
import type { LimitsByReason } from '../model/rule.js';
import type { Instant } from '../model/time.js';

/** The past of one declared number of a record, or of one part of it. */
export interface Track {
  readonly series: string;
  readonly subject: string | null;
  /** Oldest first, never empty. Only a single one may be shared with other records, and is never changed. */
  readonly samples: readonly Sample[];
}

/** What is kept of one record: few tracks, so that a list holds them in less room than a map. */
export type Past = readonly Track[];

export const NO_PAST: Past = Object.freeze([]);

const NONE: readonly Sample[] = Object.freeze([]);

/** However short the step and long the window: no series holds more samples. */
const MOST_SAMPLES = 2_000;

export function samplesOf(past: Past, series: string, subject: string | null): readonly Sample[] {
  for (const track of past) if (track.series === series && track.subject === subject) return track.samples;
  return NONE;
}

/** The same past, to be written on elsewhere. */
export function copyOf(past: Past): Past {
  return past.map((track) => (track.samples.length === 1 ? track : { ...track, samples: [...track.samples] }));
}

/** The short past of declared numbers: one sample a step, as far back as the window. */
export class History {
  private moment: Instant | null = null;
  /** Tracks that began at that moment: those of records which were first seen together mostly begin alike. */
  private begun = new Map<string, Track>();

  /** A past with what one observation adds to the declared series of its aspect. */
  record(
    past: Past,
    series: readonly Series[],
    facts: never,
    at: Instant,
    limitsOf: (series: Series) => LimitsByReason,
  ): Past {
    let result = past;
    for (const declared of series) {
      const values = declared.values(facts);
      if (values.length === 0) continue;
      const limits = limitsOf(declared);
      const step = declared.step(limits);
      const oldest = at - declared.window(limits);
      for (const { subject, value } of values)
        result = this.add(result, declared, subject, { at, value }, step, oldest);
    }
    return result;
  }

  private add(
    past: Past,
    { name, keep }: Series,
    subject: string | null,
    sample: Sample,
    step: number,
    oldest: number,
  ): Past {
    const index = past.findIndex((track) => track.series === name && track.subject === subject);
    const known = past[index];
    const last = known?.samples.at(-1);
    if (known === undefined || last === undefined) {
      const begun = this.begin(name, subject, sample);
      return past.length === 0 ? [begun] : past.concat(begun);
    }
    if (sample.at < last.at) return past;
    if (keep === 'rises') return this.addRise(past, index, known, sample);
    if (keep === 'changes')
      return sample.value === last.value ? past : past.with(index, { ...known, samples: [last, sample] });
    const isSameStep = Math.floor(last.at / step) === Math.floor(sample.at / step);
    if (isSameStep && keep !== 'last' && !(keep === 'minimum' && sample.value < last.value)) return past;
    if (known.samples.length > 1) {
      append(known.samples as Sample[], sample, isSameStep, oldest);
      return past;
    }
    const own = isSameStep
      ? this.begin(name, subject, sample)
      : { series: name, subject, samples: [last, sample] satisfies Sample[] };
    return past.with(index, own);
  }

  /** At most two samples, and a list of its own for each two: nothing that is shared is changed. */
  private addRise(past: Past, index: number, { series, subject, samples }: Track, sample: Sample): Past {
    const [lowest = sample, highest = lowest] = samples;
    if (sample.value < lowest.value) return past.with(index, this.begin(series, subject, sample));
    if (sample.value <= highest.value) return past;
    return past.with(index, { series, subject, samples: [lowest, sample] });
  }

  private begin(series: string, subject: string | null, sample: Sample): Track {
    if (sample.at !== this.moment) {
      this.moment = sample.at;
      this.begun = new Map();
    }
    const ofWhole = `${series}/${sample.value}`;
    const key = subject === null ? ofWhole : `${ofWhole}/${subject}`;
    let track = this.begun.get(key);
    if (track === undefined) this.begun.set(key, (track = { series, subject, samples: [sample] }));
    return track;
  }
}

function append(samples: Sample[], sample: Sample, isSameStep: boolean, oldest: number): void {
  if (isSameStep) samples[samples.length - 1] = sample;
  else samples.push(sample);
  const first = samples.findIndex(({ at }) => at >= oldest);
  // One sample before the window stays: an increase over the window begins there.
  const surplus = Math.max(first - 1, samples.length - MOST_SAMPLES);
  if (surplus > 0) samples.splice(0, surplus);
}
