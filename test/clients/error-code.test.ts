import { brokenConnection, brokenTls } from '../../src/clients/error-code.js';
import { connectionFailure } from '../../src/clients/exchange-error.js';
import { connectionError } from '../../src/clients/kubernetes-error.js';
import { stateOf } from '../../src/clients/kubernetes-watch-state.js';

describe('a connection that could not be had, or broke', () => {
  it.each<[string | null, string, string]>([
    ['ECONNREFUSED', 'lost', 'db:5432 refuses connections.'],
    ['ENOTFOUND', 'lost', 'The name "db" cannot be resolved (ENOTFOUND).'],
    ['EAI_AGAIN', 'lost', 'The name "db" cannot be resolved (EAI_AGAIN).'],
    ['EHOSTUNREACH', 'lost', 'There is no way to db:5432 (EHOSTUNREACH).'],
    ['ENETUNREACH', 'lost', 'There is no way to db:5432 (ENETUNREACH).'],
    ['ETIMEDOUT', 'lost', 'The connection to db:5432 broke (ETIMEDOUT).'],
    [null, 'lost', 'The connection to db:5432 broke.'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'invalid', 'TLS with db:5432 fails (SELF_SIGNED_CERT_IN_CHAIN).'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'invalid', 'TLS with db:5432 fails (UNABLE_TO_VERIFY_LEAF_SIGNATURE).'],
    ['EPROTO', 'invalid', 'TLS with db:5432 fails (EPROTO).'],
    ['HPE_INVALID_CONSTANT', 'invalid', 'db:5432 does not speak HTTP (HPE_INVALID_CONSTANT).'],
  ])('is told by its code: %s', (code, state, message) => {
    expect(brokenConnection(code, 'db:5432', 'db')).toEqual({ state, message });
  });

  it('names the place where that says the host', () => {
    const message = 'The name of db:5432 cannot be resolved (ENOTFOUND).';
    expect(brokenConnection('ENOTFOUND', 'db:5432')).toEqual({ state: 'lost', message });
  });

  it('fails by TLS that has no code, too', () => {
    expect(brokenTls(null, 'db:5432')).toEqual({ state: 'invalid', message: 'TLS with db:5432 fails.' });
  });
});

describe('a connection that could not be had because there are no file descriptors left', () => {
  const error = (code: string): Error => Object.assign(new Error(`connect ${code} 10.0.0.1:5432`), { code });

  it.each([
    ['EMFILE', 'Vitals itself cannot open one more connection: it has no file descriptors left.'],
    ['ENFILE', 'Vitals itself cannot open one more connection: its machine has no file descriptors left.'],
  ])('is nobody else’s fault: %s', (code, message) => {
    const state = 'hindered';
    expect(brokenConnection(code, 'db:5432', 'db')).toEqual({ state, message });
    expect(connectionFailure('db:5432', error(code))).toMatchObject({ state, message });
    expect(connectionFailure('db:5432', new AggregateError([error(code), error(code)]))).toMatchObject({ message });
    expect(stateOf(connectionError(error(code)))).toBe(state);
    expect(connectionError(error(code)).message).toContain(`Vitals itself has no file descriptors left (${code})`);
  });

  it.each([
    ['ECONNREFUSED', 'db:5432 refuses connections.'],
    ['ECONNRESET', 'The connection to db:5432 broke (ECONNRESET).'],
  ])('is one of many: what is wrong with the other side is said of it: %s', (code, message) => {
    expect(brokenConnection(code, 'db:5432', 'db')).toEqual({ state: 'lost', message });
  });
});
