import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import type { Alerting } from '../../src/alerting/alerting.js';
import { exposeAlerting } from '../../src/around.js';
import { ServerMode } from '../../src/model/server.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { samplesIn } from '../support/exposed.js';
import { connect, listen, serve } from '../support/served.js';

const DEPLOY = join(import.meta.dirname, '../../deploy');

/** What Prometheus itself adds to all that it scrapes, and what it tells of a scrape. */
const OF_PROMETHEUS = { labels: ['job', 'instance', 'le', '__name__'], metrics: ['up'] };

interface Query {
  readonly where: string;
  readonly text: string;
}

function rules(): readonly Query[] {
  const { groups } = parse(readFileSync(join(DEPLOY, 'prometheus/rules.yaml'), 'utf8')) as {
    readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
  };
  return groups.flatMap((group) => group.rules.map(({ alert, expr }) => ({ where: alert, text: expr })));
}

function panels(): readonly Query[] {
  const dashboard = JSON.parse(readFileSync(join(DEPLOY, 'grafana/vitals.json'), 'utf8')) as {
    readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
  };
  return dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ where: title, text: expr.replaceAll('$__rate_interval', '1m') })),
  );
}

/** The metrics and labels that a query names. Throws where it is none. */
function namesIn({ where, text }: Query): { readonly metrics: readonly string[]; readonly labels: readonly string[] } {
  const metrics: string[] = [];
  const labels: string[] = [];
  parser.parse(text).iterate({
    enter: ({ name, type, from, to }) => {
      if (type.isError) throw new Error(`${where}: no query: ${text.slice(from)}`);
      if (name === 'Identifier') metrics.push(text.slice(from, to));
      if (name === 'LabelName') labels.push(text.slice(from, to));
    },
  });
  return { metrics, labels };
}

/** What /metrics told, with at least one sample of everything: by name, the labels. */
const exported = new Map<string, Set<string>>();

beforeAll(async () => {
  const metrics = new Metrics();
  metrics.gauge('vitals_info', 'As the program itself adds it.', ['version', 'mode'], (gauge) => {
    gauge.set({ version: '0', mode: ServerMode.LIVE }, 1);
  });
  const served = await serve({ metrics });
  exposeAlerting(metrics, { alertmanagers: [{ place: 'x', isReached: false }], standing: 0, leftOut: 0 } as unknown as Alerting); // prettier-ignore
  metrics.looked('kubernetes/prod', 'ok', 10);
  await fetch(`${served.url}/graphql?query=%7B`);
  const client = connect(served);
  await expect(listen(client, '{').over).rejects.toThrow();
  await client.dispose();
  await fetch(`${served.url}/health/live`);
  const text = await (await fetch(`${served.url}/metrics`)).text();
  for (const { name, labels } of samplesIn(text)) exported.set(name, new Set([...(exported.get(name) ?? []), ...Object.keys(labels)])); // prettier-ignore
  await served.stop();
});

const all: readonly Query[] = [...rules(), ...panels()];

it('there are alerts and panels, each with a name of its own', () => {
  expect(rules().length).toBeGreaterThan(5);
  expect(panels().length).toBeGreaterThan(10);
  expect(new Set(rules().map(({ where }) => where)).size).toBe(rules().length);
});

it.each(all)('what $where asks for is told: $text', (query) => {
  const { metrics, labels } = namesIn(query);
  expect(metrics).not.toEqual([]);
  const unknown = metrics.filter((name) => !exported.has(name) && !OF_PROMETHEUS.metrics.includes(name));
  expect(unknown).toEqual([]);
  const known = new Set([...OF_PROMETHEUS.labels, ...metrics.flatMap((name) => [...(exported.get(name) ?? [])])]);
  expect(labels.filter((label) => !known.has(label))).toEqual([]);
});

it('a metric, a label and a query that are not there are found out', () => {
  expect(namesIn({ where: 'x', text: 'sum by (y) (rate(x{z="1"}[5m]))' })).toEqual({
    metrics: ['x'],
    labels: ['y', 'z'],
  });
  expect(() => namesIn({ where: 'x', text: 'sum by (y (x)' })).toThrow('no query');
});
