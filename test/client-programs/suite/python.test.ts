import { join } from 'node:path';
import { CLIENTS } from '../program.js';
import { type Command, tryQuestion, tryToBeginAnew, tryToResume, tryToken } from '../trials.js';
import { pythonWithRequirements } from './python-environment.js';

describe('the client in Python', () => {
  let python: string;

  beforeAll(async () => {
    python = await pythonWithRequirements();
  }, 360_000);

  const run =
    (file: string): Command =>
    (url) => [python, join(CLIENTS, 'python', file), url];

  it('says what is wrong', () => tryQuestion(run('query.py')));

  it('misses nothing and repeats nothing when its line is cut', () => tryToResume(run('follow.py')));

  it('begins anew when Vitals was started anew', () => tryToBeginAnew(run('follow.py')));

  it.each(['query.py', 'follow.py'])('%s shows its token, and ends where it has none', (file) => tryToken(run(file)));
});
