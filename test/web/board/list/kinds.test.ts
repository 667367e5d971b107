import { globMatches } from '../../../../src/model/glob.js';
import { LIST_KINDS, chosen, variablesOf } from '../../../../src/web/board/list/kinds.js';
import type { HealthStatus, ListRowFragment, Severity } from '../../../../src/web/graphql/graphql.js';

const kindNamed = (name: string) => {
  const kind = LIST_KINDS.find((list) => list.name === name);
  if (kind === undefined) throw new Error(`There is no list of ${name}`);
  return kind;
};

const everything = { name: '', place: '', status: '', order: '' };

describe('a list that comes in pages', () => {
  it('asks for what is wanted, and for nothing else', () => {
    const pods = kindNamed('pods');
    expect(variablesOf(pods, everything, 50).filter).toEqual({});
    expect(variablesOf(pods, { ...everything, name: 'web', place: 'prod', status: 'UNKNOWN' }, 50).filter).toEqual({
      name: '*web*',
      clusters: ['prod'],
      status: ['UNKNOWN'],
    });
  });
});

describe('a list of what several systems have', () => {
  const topics = kindNamed('topics');
  const two = { totalCount: 2, nodes: [] };

  it.each([
    ['is empty where there is no system', [], 0],
    ['is put together of those that were obtained', [{ members: two }, { members: null }, { members: two }], 4],
  ])('%s', (_, systems, totalCount) => {
    expect(topics.pageOf({ systems })).toEqual({ totalCount, nodes: [], endCursor: null });
  });

  it('is not known where none was obtained', () => {
    expect(topics.pageOf({ systems: [{ members: null }] })).toBeNull();
  });

  const row = (name: string, status: HealthStatus, ...severities: Severity[]) =>
    ({ name, health: { status, findings: severities.map((severity) => ({ severity })) } }) as ListRowFragment;

  it('has the worst of all first, whichever system has it, and then goes by name', () => {
    const rows = [
      row('b', 'DEGRADED', 'WARNING'),
      row('y', 'HEALTHY'),
      row('z', 'HEALTHY', 'INFO'),
      row('u', 'UNHEALTHY', 'CRITICAL', 'INFO'),
      row('a', 'DEGRADED', 'WARNING'),
      row('c', 'UNKNOWN'),
    ];
    expect(chosen(topics, everything, rows).map(({ name }) => name)).toEqual(['u', 'c', 'a', 'b', 'z', 'y']);
  });

  it.each<[string, readonly string[]]>([
    ['part', ['party', 'a.part', 'counterpart']],
    ['Part', ['Part', 'Parts']],
    ['pa*', ['party']],
    ['Part?', ['Parts']],
    ['a.p', ['a.part']],
    ['[a', ['[a]']],
    ['*', ['party', 'a.part', 'counterpart', 'Part', 'Parts', '[a]', 'a-p', 'two\nlines']],
    ['two?l', []],
    ['two?l*', ['two\nlines']],
    ['PARTY', []],
  ])('has of the name "%s" those that the graph would give', (name, expected) => {
    const names = ['party', 'a.part', 'counterpart', 'Part', 'Parts', '[a]', 'a-p', 'two\nlines'];
    const wanted = { ...everything, name };
    const here = chosen(topics, wanted, names.map((one) => row(one, 'HEALTHY'))); // prettier-ignore
    expect(here.map((one) => one.name).sort()).toEqual([...expected].sort());
    const pattern = variablesOf(kindNamed('pods'), wanted, 50).filter.name ?? '*';
    expect(names.filter((one) => globMatches(pattern, one)).sort()).toEqual([...expected].sort());
  });

  it('is left in the order of the graph where that sorts it', () => {
    const rows = [row('b', 'HEALTHY'), row('a', 'UNHEALTHY')];
    expect(chosen(kindNamed('pods'), everything, rows)).toEqual(rows);
  });
});
