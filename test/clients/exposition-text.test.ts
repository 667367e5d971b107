import { ExpositionError, type ExpositionSample, parseExposition } from '../../src/clients/exposition-text.js';

function parse(text: string, ...wanted: string[]): ExpositionSample[] {
  return [...parseExposition(Buffer.from(text), new Set(wanted))];
}

const KUBELET = `# HELP container_cpu_usage_seconds_total [STABLE] Cumulative cpu time consumed by the container in core-seconds
# TYPE container_cpu_usage_seconds_total counter
container_cpu_usage_seconds_total{container="web",namespace="shop",pod="web-0"} 12.75 1790000000123
container_cpu_usage_seconds_total{container="db",namespace="shop",pod="db-0"} 1e-05 1790000001000
# HELP node_memory_working_set_bytes [STABLE] Current working set of the node in bytes
node_memory_working_set_bytes 8.123392e+08 1790000000500
scrape_error 0
`;

describe('parseExposition', () => {
  it('reads labels, value and time of the wanted metrics, in order', () => {
    expect(parse(KUBELET, 'container_cpu_usage_seconds_total', 'scrape_error')).toEqual([
      {
        name: 'container_cpu_usage_seconds_total',
        labels: { container: 'web', namespace: 'shop', pod: 'web-0' },
        value: 12.75,
        observedAt: 1790000000123,
      },
      {
        name: 'container_cpu_usage_seconds_total',
        labels: { container: 'db', namespace: 'shop', pod: 'db-0' },
        value: 0.00001,
        observedAt: 1790000001000,
      },
      { name: 'scrape_error', labels: {}, value: 0, observedAt: null },
    ]);
  });

  it.each<[string, Partial<ExpositionSample>]>([
    ['m 1', { labels: {}, value: 1, observedAt: null }],
    ['m 1\r', { value: 1, observedAt: null }],
    ['  m\t1 \t 5', { value: 1, observedAt: 5 as never }],
    ['m{} 1', { labels: {}, value: 1 }],
    ['m{a="b",} 1', { labels: { a: 'b' } }],
    ['m { a = "b" , c = "d" } 1', { labels: { a: 'b', c: 'd' } }],
    ['m{a="b"}1', { labels: { a: 'b' }, value: 1 }],
    ['m{a=""} 1', { labels: { a: '' } }],
    ['m{a="} # {,= \\"x\\""} 1', { labels: { a: '} # {,= "x"' } }],
    ['m{a="C:\\\\new\\nline\\\\"} 1', { labels: { a: 'C:\\new\nline\\' } }],
    ['m{a="größe 漢字"} 1', { labels: { a: 'größe 漢字' } }],
    ['m NaN', { value: NaN }],
    ['m +Inf', { value: Infinity }],
    ['m -Inf', { value: -Infinity }],
    ['m -3.5E+3', { value: -3500 }],
    ['m{a="b"} 1 # {trace="x"} 0.5', { value: 1, observedAt: null }],
  ])('reads %j', (line, expected) => {
    const [sample] = parse(`${line}\n`, 'm');
    expect(sample).toMatchObject(expected);
  });

  it.each([
    'm',
    'm{',
    'm{a',
    'm{a="b" 1',
    'm{a="b',
    'm{a="b\\"} 1',
    'm{a=b} 1',
    'm{="b"} 1',
    'm{a="b"c="d"} 1',
    'm x',
    'm 1 x',
  ])('refuses %j without quoting it', (line) => {
    expect(() => parse(`ok 1\n${line}\n`, 'ok', 'm')).toThrow(new ExpositionError(2));
  });

  it('passes over what is not wanted, whatever it is', () => {
    expect(parse('{"quoted.name"} 1\nother{ broken\n\n#\nm 1', 'm')).toHaveLength(1);
  });

  it('does not take one metric for another that begins alike', () => {
    expect(parse('m_total 1\nm 2\nmm 3\n', 'm').map(({ value }) => value)).toEqual([2]);
  });

  it('stops reading when its caller does', () => {
    const samples = parseExposition(Buffer.from('m 1\nm broken\n'), new Set(['m']));
    expect(samples.next().value).toMatchObject({ value: 1 });
    expect(samples.return(undefined).done).toBe(true);
  });
});
