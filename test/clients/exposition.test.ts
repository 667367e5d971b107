import { ExpositionClient } from '../../src/clients/exposition.js';
import { ExchangeError } from '../../src/clients/exchange-error.js';
import { prometheusSchema } from '../../src/config/http-access.js';
import { ScriptedServer, type Turn } from './scripted-server.js';

const PAGE = '# TYPE a_total counter\na_total{b="c"} 7\na_other 1\n';
const TEXT = { 'content-type': 'text/plain; version=0.0.4' };

const page =
  (body: string, headers: Record<string, string> = TEXT, status = 200): Turn =>
  ({ answer }) => {
    answer(status, body, headers);
  };

describe('ExpositionClient', () => {
  let server: ScriptedServer;
  let client: ExpositionClient;

  afterEach(async () => {
    client.close();
    await server.close();
  });

  async function connect(script: readonly Turn[], settings: object = {}): Promise<void> {
    server = await ScriptedServer.start(...script);
    const access = prometheusSchema.parse({ url: `http://127.0.0.1:${server.port}/stats`, ...settings });
    client = new ExpositionClient(access, { longest: 1_000, mostSamples: 3 });
  }

  const read = (deadline = 5_000): ReturnType<ExpositionClient['read']> =>
    client.read(new Set(['a_total']), 'a_', AbortSignal.timeout(deadline));

  it('reads what is wanted, as whom it is told, over a kept connection', async () => {
    await connect([page(PAGE), page(PAGE)], { token: 'secret' });
    const sample = { name: 'a_total', labels: { b: 'c' }, value: 7, observedAt: null };
    expect([await read(), await read()]).toEqual([[sample], [sample]]);
    const [first, second] = server.requests;
    expect(first?.request.url).toBe('/stats');
    expect(first?.request.headers.authorization).toBe('Bearer secret');
    expect(second?.request.socket).toBe(first?.request.socket);
  });

  it('reads nothing where nothing is there yet', async () => {
    await connect([page('# HELP a_total of something\n')]);
    expect(await read()).toEqual([]);
  });

  it.each<[string, Turn, string, RegExp]>([
    ['a page of the web', page('<html></html>\n', { 'content-type': 'text/html' }), 'invalid', /not the text format/],
    ['a page of the web that says it is text', page('<html></html>\n'), 'invalid', /not the text format/],
    ['bytes', page('\u0000\u0001\n'), 'invalid', /not the text format/],
    ['nothing', page(''), 'invalid', /not the text format/],
    ['half a line', page(PAGE.slice(0, -2)), 'invalid', /or half of it/],
    ['a line that is none', page('# \na_total{b="c" 7\n'), 'invalid', /line 2 is not in/],
    ['metrics of somebody else', page('b_total 7\n'), 'invalid', /none that begins with a_/],
    ['too much', page('# \n'.repeat(1_000)), 'invalid', /answered with more than 1000 bytes/],
    ['too many', page('a_total 1\n'.repeat(4)), 'invalid', /more than 3 series/],
    ['a password is missing', page('', TEXT, 401), 'forbidden', /credentials \(401\)/],
    ['a permission is missing', page('', TEXT, 403), 'forbidden', /403/],
    ['another path', page('', TEXT, 404), 'invalid', /404 where its metrics should be/],
    ['it is overloaded', page('', TEXT, 503), 'lost', /503/],
    [
      'half a reply',
      ({ response }) => {
        response.writeHead(200, { ...TEXT, 'content-length': '100' });
        response.write(PAGE);
        setTimeout(() => response.socket?.destroy(), 20);
      },
      'lost',
      /broke/,
    ],
  ])('says what it got: %s', async (_, turn, state, message) => {
    await connect([turn]);
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExchangeError);
    expect(error).toMatchObject({ state, message: expect.stringMatching(message) as string });
  });

  it('waits no longer than its signal', async () => {
    await connect([() => undefined]);
    await expect(read(50)).rejects.toThrow(/timeout/);
  });
});
