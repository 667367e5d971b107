import { useEffect } from 'react';
import { BlindSpotsDocument, type BlindSpotsQuery } from '../../graphql/graphql.js';
import { usePageAnswer } from '../live/use-answer.js';
import { ResourceLink } from '../parts/resource-link.js';
import { Waiting } from '../parts/waiting.js';
import { KIND_WORDS, counted } from '../words.js';

type Signal = BlindSpotsQuery['signals'][number];

/** What can be seen changes seldom, and all resources are looked at to tell. */
const SELDOM = { interval: 30_000, isLive: false };

/** So many of the resources that a signal is not seen of are named. */
const FEW_RESOURCES = 10;

/** What cannot be seen here, why, and what to do about it. */
export function BlindPage() {
  const { data } = usePageAnswer(BlindSpotsDocument, { first: FEW_RESOURCES }, SELDOM);
  useEffect(() => {
    document.title = 'Blind spots · Vitals';
  }, []);
  if (data === null) return <Waiting />;
  const { signals, signalCount } = data;
  const nowhere = signals.filter(({ coverage }) => coverage.covered === 0);
  const partly = signals.filter(({ coverage }) => coverage.covered > 0);
  return (
    <>
      <section className="panel" aria-labelledby="blind">
        <h1 id="blind">What am I blind to?</h1>
        <p>
          {signals.length === 0
            ? `Nothing: each of ${signalCount.length} signals is seen of every resource that it is about.`
            : `${signals.length} of ${signalCount.length} signals are not seen of all that they are about. What is not seen may be well or not.`}
        </p>
      </section>
      <Signals title="Not seen at all" signals={nowhere} />
      <Signals title="Not seen of some" signals={partly} />
    </>
  );
}

function Signals({ title, signals }: { readonly title: string; readonly signals: readonly Signal[] }) {
  if (signals.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="rows">
        {signals.map((signal) => (
          <SignalRow key={`${signal.name} ${signal.kind}`} signal={signal} />
        ))}
      </ul>
    </section>
  );
}

function SignalRow({ signal: { title, description, kind, source, coverage } }: { readonly signal: Signal }) {
  const { covered, gaps, howToEnable, uncovered } = coverage;
  const words = KIND_WORDS[kind];
  const total = covered + uncovered.totalCount;
  return (
    <li className="row blind is-UNKNOWN">
      <p className="blind-head">
        <strong>{title}</strong>
        <span className="since">
          seen of {covered} of {counted(total, words)}
        </span>
      </p>
      <p className="description">{description}</p>
      <dl>
        <dt>Why not</dt>
        <dd>
          {gaps.map(({ reason, count }) => `${reason} (${counted(count, words)})`).join(', ')}
          {gaps.length === 0 && uncovered.totalCount === 0 && `no ${words.one} is watched`}
        </dd>
        <dt>How to see it</dt>
        <dd>{howToEnable ?? 'There is no way that is known.'}</dd>
        {source !== null && (
          <>
            <dt>Configured in</dt>
            <dd>
              <code>{source}</code>
            </dd>
          </>
        )}
        {uncovered.nodes.length > 0 && (
          <>
            <dt>Not seen of</dt>
            <dd>
              <ul className="names">
                {uncovered.nodes.map((resource) => (
                  <li key={resource.id}>
                    <ResourceLink resource={resource} />
                  </li>
                ))}
                {uncovered.totalCount > uncovered.nodes.length && (
                  <li className="more">and {uncovered.totalCount - uncovered.nodes.length} more</li>
                )}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}
