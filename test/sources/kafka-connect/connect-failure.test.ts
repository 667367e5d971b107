import { failureOf } from '../../../src/sources/kafka-connect/connect-failure.js';

const WORKER = { name: 'connect-0:8083', host: 'connect-0', port: 8083, url: new URL('https://connect-0:8083/') };

describe('a connection to a worker that breaks', () => {
  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'invalid', 'TLS with connect-0:8083 fails'],
    ['ERR_OSSL_PEM_NO_START_LINE', 'invalid', 'TLS with connect-0:8083 fails'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'invalid', 'TLS with connect-0:8083 fails'],
    ['EPROTO', 'invalid', 'TLS with connect-0:8083 fails'],
    ['EPROTONOSUPPORT', 'lost', 'The connection to connect-0:8083 broke'],
    ['ECONNRESET', 'lost', 'The connection to connect-0:8083 broke'],
    ['HPE_INVALID_CONSTANT', 'invalid', 'connect-0:8083 does not speak HTTP'],
  ])('with %s is %s', (code, state, what) => {
    const error = Object.assign(new Error('It may say anything.'), { code });
    expect(failureOf(error, WORKER)).toEqual({ state, message: `${what} (${code}).` });
  });
});
