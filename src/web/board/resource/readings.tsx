import type { ResourceKind, SignalName } from '../../graphql/graphql.js';
import { SignalTitlesDocument } from '../../graphql/graphql.js';
import { ONCE } from '../live/pacer.js';
import { useAnswer } from '../live/use-answer.js';
import { measure, plain, sentenceCase } from '../words.js';
import { Chart } from './chart.js';
import { Gauge } from './gauge.js';
import { levelOf, limitText } from './limit-text.js';
import type { PageResource } from './resource-page.js';

export type Reading = PageResource['health']['readings'][number];

interface ReadingsProps {
  readonly kind: ResourceKind;
  readonly readings: readonly Reading[];
}

/** The numbers behind the verdict, each against its limits. */
export function Readings({ kind, readings }: ReadingsProps) {
  const { data } = useAnswer(SignalTitlesDocument, {}, ONCE);
  if (readings.length === 0) return null;
  const titleOf = (name: SignalName): string =>
    data?.signals.find((signal) => signal.name === name && signal.kind === kind)?.title ?? sentenceCase(plain(name));
  // Charts stand beside charts.
  const seen = readings.filter(({ value }) => value !== null).sort((a, b) => Number(isDrawn(b)) - Number(isDrawn(a)));
  const unseen = readings.filter(({ value }) => value === null);
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">What is measured</h2>
      <ul className="readings">
        {seen.map((reading) => (
          <ReadingCard key={keyOf(reading)} reading={reading} title={titleOf(reading.signal)} />
        ))}
      </ul>
      {unseen.length > 0 && (
        <ul className="unseen" aria-label="Without a value">
          {unseen.map((reading) => (
            <li key={keyOf(reading)}>
              <strong>{nameOf(reading, titleOf(reading.signal))}</strong> has no value:{' '}
              {reading.unavailable ?? 'unknown'}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function keyOf({ signal, subject, limit }: Reading): string {
  return [signal, subject, limit?.reason].join('/');
}

function nameOf({ subject }: Reading, title: string): string {
  return subject === null ? title : `${title} · ${subject}`;
}

/** One point is no line. */
function isDrawn({ history }: Reading): boolean {
  return history !== null && history.length > 1;
}

function ReadingCard({ reading, title }: { readonly reading: Reading; readonly title: string }) {
  const { value, unit, limit, required, history, evidence } = reading;
  const name = nameOf(reading, title);
  return (
    <li className="reading">
      <p className="reading-head">
        <span className="name">{name}</span>
        <strong className={levelOf(value ?? 0, limit)}>{measure(value ?? 0, unit)}</strong>
      </p>
      {isDrawn(reading) ? (
        <Chart name={name} unit={unit} samples={history ?? []} limit={limit} />
      ) : (
        <Gauge value={value ?? 0} unit={unit} limit={limit} />
      )}
      <p className="limits">
        {required !== null && `${measure(required, unit)} needed. `}
        {limitText(limit, unit)}
        {evidence === 'INFERRED' && ' Concluded from something nearby.'}
      </p>
    </li>
  );
}
