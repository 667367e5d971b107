import { countErrors } from '../../../src/server/metrics/error-codes.js';
import { Metrics } from '../../../src/server/metrics/metrics.js';
import { samplesIn } from '../../support/exposed.js';

async function counted(metrics: Metrics): Promise<readonly unknown[]> {
  const all = samplesIn(await metrics.exporter.metrics());
  return all.filter(({ name }) => name === 'vitals_request_errors_total').map(({ labels, value }) => [labels['code'], value]); // prettier-ignore
}

it('an error that is not known is counted under one name, whatever clients are told', async () => {
  const metrics = new Metrics();
  for (const code of ['A', 'B', undefined, 7, 'RATE_LIMITED']) metrics.wentWrong(code);
  expect(await counted(metrics)).toEqual([['OTHER', 4], ['RATE_LIMITED', 1]]); // prettier-ignore
});

it('of one answer each sort of error is counted once', async () => {
  const metrics = new Metrics();
  const error = (code: string) => ({ extensions: { code } });
  countErrors(metrics, [error('BAD_USER_INPUT'), error('BAD_USER_INPUT'), error('SOURCE_UNAVAILABLE'), {}]);
  expect(await counted(metrics)).toEqual([['BAD_USER_INPUT', 1], ['SOURCE_UNAVAILABLE', 1], ['OTHER', 1]]); // prettier-ignore
});
