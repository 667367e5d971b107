import { isLoopback } from '../../src/model/loopback.js';
import { parseAndValidate } from '../support/valid-configuration.js';
import { refuseOpenDoor } from '../../src/access.js';
import { DEFAULT_SERVER } from '../../src/config/config.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { catalogue, sources } from '../../src/sources/index.js';

const DIGEST = 'a'.repeat(64);
const OIDC = 'issuer: https://login.example.com, audience: vitals, jwks: https://login.example.com/keys';

function auth(text: string) {
  const file = `kubernetes: [{name: prod}]\nserver:\n  auth:\n${text.replace(/^/gm, '    ')}\n`;
  return parseAndValidate(file, 'vitals.yaml', {}, sources, catalogue.rules).server.auth;
}

describe('who may ask', () => {
  it('is everybody where nothing is said, or that', () => {
    for (const text of ['', 'server: { auth: none }', 'server: { port: 1 }'])
      expect(parseAndValidate(text, 'vitals.yaml', {}, sources, catalogue.rules).server.auth).toBeUndefined();
  });

  it('is told by tokens, an issuer, a cluster and scopes', () => {
    expect(
      auth(
        [
          `tokens: [{ name: board, sha256: ${DIGEST}, scopes: [data], expires: "2030-01-01T00:00:00Z" }]`,
          `oidc: { ${OIDC} }`,
          'kubernetes: { cluster: prod, audiences: [vitals] }',
          'scopes:',
          '  - { name: data, groups: [team-data], see: [{ clusters: [prod], namespaces: [data-*] }, { kinds: [NODE] }] }',
          '  - { name: all, users: [ada] }',
        ].join('\n'),
      ),
    ).toMatchObject({
      tokens: [{ name: 'board', sha256: DIGEST, scopes: ['data'], expires: Date.parse('2030-01-01') }],
      oidc: { algorithms: ['RS256', 'ES256'], clockSkew: 3_000, userClaim: 'sub', groupsClaim: 'groups' },
      kubernetes: { cluster: 'prod', audiences: ['vitals'] },
      scopes: [
        {
          groups: ['team-data'],
          see: [
            { clusters: ['prod'], namespaces: ['data-*'], kinds: null },
            { clusters: null, namespaces: null, kinds: [ResourceKind.NODE] },
          ],
        },
        { users: ['ada'] },
      ],
    });
  });

  it.each([
    ['{}', '4:5: server.auth lets nobody in: name tokens, oidc or kubernetes, or write `auth: none`'],
    [`tokens: [{ name: a, sha256: secret }]`, '4:33: server.auth.tokens.0.sha256 is the SHA-256 of a token'],
    [`tokens: [{ name: a, sha256: ${DIGEST} }, { name: a, sha256: ${DIGEST} }]`, 'tokens.1.name "a" is there twice'],
    [`tokens: [{ name: a, sha256: ${DIGEST}, scopes: [dat] }]\nscopes: [{ name: data }]`, 'there is no scope "dat"; did you mean data?'], // prettier-ignore
    [`oidc: { ${OIDC}, algorithms: [HS256] }`, 'there is no algorithm that takes a private key to sign "HS256"; did you mean'], // prettier-ignore
    [`oidc: { ${OIDC}, algorithms: [none] }`, 'there is no algorithm that takes a private key to sign "none"'],
    [`oidc: { ${OIDC.replace('jwks: https', 'jwks: http')} }`, 'is not https: whoever is between could sign tokens'],
    [`oidc: { ${OIDC}, clockSkew: 1h }`, 'server.auth.oidc.clockSkew is 1m at the most'],
    ['kubernetes: { cluster: test }', 'server.auth.kubernetes.cluster there is no cluster "test"; there are prod'],
    ['kubernetes: { cluster: prod }\nscopes: [{ name: a, see: [{ kinds: [PODS] }] }]', 'there is no kind "PODS"; did you mean POD?'], // prettier-ignore
    ['kubernetes: { cluster: prod }\nscopes: [{ name: a, see: [] }]', 'server.auth.scopes.0.see'],
    ['kubernetes: { cluster: prod }\nscope: []', 'there is no setting "scope"; did you mean scopes?'],
    [`tokens: [{ name: a, token: secret }]`, 'there is no setting "token"'],
  ])('is refused as %s', (text, message) => {
    expect(() => auth(text)).toThrow(message);
    expect(() => auth(text)).toThrow(/^vitals\.yaml:\d+:\d+: /);
  });

  it('may be asked of an issuer on this machine without TLS', () => {
    expect(auth(`oidc: { issuer: x, audience: y, jwks: "http://[::1]:1/keys" }`)).toMatchObject({ oidc: {} });
  });
});

describe('a server that everybody may ask', () => {
  it.each(['127.0.0.1', '127.9.9.9', 'localhost', '::1'])('listens at %s', (host) => {
    expect(isLoopback(host)).toBe(true);
    refuseOpenDoor({ ...DEFAULT_SERVER, host }, false);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', 'vitals.example.com', '128.0.0.1'])('does not at %s', (host) => {
    expect(() => {
      refuseOpenDoor({ ...DEFAULT_SERVER, host }, false);
    }).toThrow(`${host} is reached from other machines, and nobody is asked who they are`);
    refuseOpenDoor({ ...DEFAULT_SERVER, host }, true);
  });
});
