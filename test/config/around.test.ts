import { parseAndValidate } from '../support/valid-configuration.js';
import { catalogue, sources } from '../../src/sources/index.js';

const parse = (text: string) => parseAndValidate(text, 'vitals.yaml', {}, sources, catalogue.rules);

describe('alertmanager', () => {
  it('has usual values, and sends nothing where it is not there', () => {
    expect(parse('').alertmanager).toBeNull();
    const { alertmanager } = parse('alertmanager: { url: http://am:9093/prefix/ }');
    expect(alertmanager).toMatchObject({ severity: 'WARNING', resend: 60_000, labels: {}, externalUrl: null });
    expect(alertmanager?.places.map(({ url }) => url.href)).toEqual(['http://am:9093/prefix/']);
  });

  it('may be several, which are let in alike', () => {
    const { alertmanager } = parse('alertmanager: { url: [http://a:9093, http://b:9093], user: v, password: p, externalUrl: https://v.example.com/ }'); // prettier-ignore
    expect(alertmanager?.places.map(({ url, user, password }) => [url.host, user, password?.read()])).toEqual([
      ['a:9093', 'v', 'p'],
      ['b:9093', 'v', 'p'],
    ]);
    expect(alertmanager?.externalUrl).toBe('https://v.example.com');
  });

  it.each([
    ['{ url: am }', /alertmanager\.url is no address of an Alertmanager/],
    ['{ url: "http://u:hush@am:9093" }', /alertmanager\.url holds a user or password/],
    ['{ url: http://am, token: hush, password: x, user: y }', /exclude each other/],
    ['{ url: http://am, severity: BAD }', /alertmanager\.severity there is no severity "BAD"/],
    ['{ url: http://am, resend: 1ms }', /alertmanager\.resend is between 1s and 15m/],
    ['{ url: http://am, labels: { severity: x } }', /names one that alerts have by themselves/],
    ['{ url: http://am, labels: { a-b: x } }', /has a name that is no label/],
    ['{ url: http://am, externalUrl: vitals }', /alertmanager\.externalUrl is no address/],
    ['{ url: http://am, externalUrl: "https://v.example.com/?a=hush" }', /alertmanager\.externalUrl is no address/],
    ['{ url: http://am, externalUrl: "https://u:hush@v.example.com" }', /externalUrl holds a user or password/],
    ['{ urll: http://am }', /there is no setting "urll"/],
  ])('is refused: %s', (text, expected) => {
    expect(() => parse(`alertmanager: ${text}`)).toThrow(expected);
    expect(() => parse(`alertmanager: ${text}`)).not.toThrow(/hush/);
  });
});

describe('log', () => {
  it('says the health of what the front page is made of, unless told', () => {
    expect(parse('').log.health).toMatchObject({ severity: 'CRITICAL', perSecond: 10 });
    expect(parse('').log.health?.kinds).toContain('PLATFORM');
    expect(parse('log: { health: none }').log.health).toBeNull();
    expect(parse('log: { health: { kinds: [NODE], perSecond: 2 } }').log.health).toEqual({ kinds: ['NODE'], severity: 'CRITICAL', perSecond: 2 }); // prettier-ignore
  });

  it.each([
    ['{ health: { kinds: [PDO] } }', /there is no kind "PDO"/],
    ['{ health: { perSecond: 0 } }', /log\.health\.perSecond/],
    ['{ helth: none }', /there is no setting "helth"/],
  ])('is refused: %s', (text, expected) => {
    expect(() => parse(`log: ${text}`)).toThrow(expected);
  });
});
