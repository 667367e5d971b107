import { pino } from 'pino';
import { type HealthLogSettings, logHealth } from '../src/health-log.js';
import { Severity } from '../src/model/health.js';
import { ResourceKind } from '../src/model/kinds.js';
import { Registry } from '../src/registry/registry.js';
import { ManualClock } from './support/manual-clock.js';
import { cluster, gone, namespace, node, pod, roots, smallKinds, smallRules, source } from './support/small-world.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly leftOut?: number;
  readonly health?: {
    readonly from: string | null;
    readonly to: string | null;
    readonly raised?: readonly unknown[];
    readonly raisedMore?: number;
    readonly cleared?: readonly unknown[];
  };
}

const USUAL: HealthLogSettings = {
  kinds: [ResourceKind.PLATFORM, ResourceKind.CLUSTER],
  severity: Severity.CRITICAL,
  perSecond: 10,
};

function logging(settings: Partial<HealthLogSettings> = {}) {
  const clock = new ManualClock();
  const registry = new Registry({ kinds: smallKinds, rules: smallRules, causes: [], clock });
  registry.report([...roots, source([{}]), cluster(), namespace('shop'), node('n1'), pod('web')]);
  registry.open();
  const lines: Line[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line) as Line) });
  const stop = logHealth(registry, { ...USUAL, ...settings }, { clock, log });
  return { clock, registry, lines, stop };
}

const said = (lines: readonly Line[]): readonly [number, string][] => lines.map(({ level, msg }) => [level, msg]);

it('says every other status of the kinds that are wanted, worse as a warning', () => {
  const { registry, lines } = logging();
  registry.report([pod('web', { warn: 'x' })]);
  registry.report([pod('web', { warn: 'x,y' })]);
  registry.report([pod('web')]);
  expect(said(lines)).toEqual([
    [40, 'CLUSTER prod: HEALTHY → DEGRADED'],
    [40, 'PLATFORM platform: HEALTHY → DEGRADED'],
    [30, 'CLUSTER prod: DEGRADED → HEALTHY'],
    [30, 'PLATFORM platform: DEGRADED → HEALTHY'],
  ]);
  expect(lines[0]?.health).toEqual({
    kind: 'CLUSTER',
    resource: 'prod',
    system: 'prod',
    from: 'HEALTHY',
    to: 'DEGRADED',
  });
});

it('says root findings that are bad enough of any kind, when they come and when they go', () => {
  const { registry, lines } = logging({ kinds: [] });
  registry.report([pod('web', { critical: 'a', warn: 'b' })]);
  registry.report([pod('web', { warn: 'b' })]);
  registry.report([pod('web', { warn: 'b,c' })]);
  expect(said(lines)).toEqual([[40, 'POD web: HEALTHY → UNHEALTHY'], [30, 'POD web: UNHEALTHY → DEGRADED']]); // prettier-ignore
  expect(lines[0]?.health?.raised).toEqual([
    { reason: 'CONTAINER_RESTARTING', severity: 'CRITICAL', subject: 'a', message: 'a is bad.' },
  ]);
  expect(lines[1]?.health?.cleared).toHaveLength(1);
});

it('names a few findings of many, and what is gone as gone', () => {
  const { registry, lines } = logging({ kinds: [ResourceKind.POD] });
  registry.report([pod('web', { critical: 'a,b,c,d,e,f,g' })]);
  registry.report([gone(ResourceKind.POD, 'web')]);
  expect(lines[0]?.health?.raised).toHaveLength(5);
  expect(lines[0]?.health?.raisedMore).toBe(2);
  expect(lines[1]?.msg).toBe('POD web: UNHEALTHY → gone');
});

it('says no more in a second than it may, then how many were left out; the next second begins anew', () => {
  const { registry, lines, clock, stop } = logging({ kinds: [ResourceKind.POD], perSecond: 3 });
  registry.report(Array.from({ length: 20 }, (_, index) => pod(`p${index}`, { critical: 'x' })));
  expect(lines).toHaveLength(3);
  clock.advance(1_000);
  expect(lines[3]).toMatchObject({
    level: 40,
    leftOut: 17,
    msg: expect.stringContaining('17 changes of health more') as string,
  });
  registry.report([pod('p0')]);
  expect(lines).toHaveLength(5);
  clock.advance(5_000);
  expect(lines).toHaveLength(5);
  registry.report(Array.from({ length: 5 }, (_, index) => pod(`p${index + 1}`)));
  stop();
  expect(lines.at(-1)).toMatchObject({ leftOut: 2 });
  registry.report([pod('p9')]);
  expect(lines.at(-1)).toMatchObject({ leftOut: 2 });
});
