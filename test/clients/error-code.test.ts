import { brokenConnection } from '../../src/clients/error-code.js';
import { connectionFailure } from '../../src/clients/exchange-error.js';
import { connectionError } from '../../src/clients/kubernetes-error.js';
import { stateOf } from '../../src/clients/kubernetes-watch-state.js';

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
