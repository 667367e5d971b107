import { describeBrokenConnection } from '../../src/clients/error-code.js';
import { connectionFailure } from '../../src/clients/exchange-error.js';
import { connectionError } from '../../src/clients/kubernetes-error.js';

describe('a connection that could not be had because there are no file descriptors left', () => {
  const error = (code: string): Error => Object.assign(new Error(`connect ${code} 10.0.0.1:5432`), { code });

  it.each([
    ['EMFILE', 'Vitals itself cannot open one more connection: it has no file descriptors left.'],
    ['ENFILE', 'Vitals itself cannot open one more connection: its machine has no file descriptors left.'],
  ])('is nobody else’s fault: %s', (code, message) => {
    expect(describeBrokenConnection(code, 'db:5432', 'db')).toBe(message);
    expect(connectionFailure('db:5432', error(code))).toMatchObject({ state: 'lost', message });
    expect(connectionFailure('db:5432', new AggregateError([error(code), error(code)]))).toMatchObject({ message });
    expect(connectionError(error(code)).message).toContain(`Vitals itself has no file descriptors left (${code})`);
  });

  it('is one of many: what is wrong with the other side is said of it', () => {
    expect(describeBrokenConnection('ECONNREFUSED', 'db:5432', 'db')).toBe('db:5432 refuses connections.');
    expect(describeBrokenConnection('ECONNRESET', 'db:5432', 'db')).toBe('The connection to db:5432 broke (ECONNRESET).'); // prettier-ignore
  });
});
