import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, type Sample, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Measurement, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Milliseconds, MINUTE, after } from '../../model/time.js';
import { counted } from '../counted.js';
import { rise, knownRise } from '../counters.js';

type Connector = Seen<ResourceKind.CONNECTOR>;

const skipped = defineRule({
  kind: ResourceKind.CONNECTOR,
  signal: SignalName.CONNECTOR_SKIPPED_RECORDS,
  title: 'Records put aside',
  description:
    'A connector that goes on whatever a record is like (errors.tolerance=all) never fails: growth of its dead-letter topic ' +
    'over 5 minutes is a WARNING (after KIP-298). Without such a topic only the JMX metrics of its workers count them.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { CONNECTOR_RECORDS_SKIPPED: { window: 5 * MINUTE } },
  howToEnable: 'Give the connector a dead-letter topic, and configure `kafka` for its cluster of Kafka Connect.',
  judge: (connector, { CONNECTOR_RECORDS_SKIPPED: { window } }, now) => {
    const samples = samplesOf(connector);
    // A topic may lose its last records, with a leader that was not in sync, or be made anew: what it has left is no news.
    const grown = knownRise(samples, window, now);
    if (!connector.main.toleratesErrors || grown === 0) return null;
    return {
      reconsiderAt: after(lastGrowth(samples), window),
      findings: [
        {
          reason: FindingReason.CONNECTOR_RECORDS_SKIPPED,
          severity: Severity.WARNING,
          message: `It has put aside ${counted(grown, 'record')} that it could not work on.`,
          advice: 'Look at the records in its dead-letter topic, whose headers say why, and mend who writes such.',
        },
      ],
    };
  },
  measure: (connector, { CONNECTOR_RECORDS_SKIPPED: { window } }, now) => measured(connector, window, now),
});

function samplesOf(connector: Connector): readonly Sample[] {
  return connector.one('deadLetters', ResourceKind.TOPIC)?.samples('written') ?? [];
}

/** When there last was more than before. */
function lastGrowth(samples: readonly Sample[]): Sample['at'] {
  const last = samples.findLast(({ value }, index) => value > (samples[index - 1]?.value ?? Infinity));
  return (last ?? samples[0])?.at ?? (0 as Sample['at']);
}

function measured(connector: Connector, window: Milliseconds, now: Sample['at']): readonly Measurement[] {
  const { toleratesErrors, deadLetterTopic, kafka } = connector.main;
  // One that stops at the first of them skips none.
  if (!toleratesErrors) return [];
  const topic = connector.one('deadLetters', ResourceKind.TOPIC);
  const observedAt = topic?.observedAt ?? connector.observedAt;
  if (deadLetterTopic === null) return [{ value: null, unavailable: 'unsupported', observedAt }];
  if (kafka === null) return [{ value: null, unavailable: 'not configured', observedAt }];
  if (topic === undefined) return [{ value: null, unavailable: 'probe failed', observedAt }];
  const value = rise(topic.samples('written'), window, now);
  return [{ value, unavailable: value === null ? 'warming up' : null, observedAt }];
}

export const skippedRules: readonly Rule[] = [skipped];
