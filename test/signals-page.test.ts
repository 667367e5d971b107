import { FindingReason } from '../src/model/finding-reason.js';
import { signalsPage } from '../src/signals-page.js';
import { catalogue } from '../src/sources/index.js';
import { page } from './docs/pages.js';

const { text } = page('docs/signals.md');

describe('docs/signals.md', () => {
  it('is what the code makes (npm run docs)', () => {
    expect(text).toBe(signalsPage());
  });

  it('has every finding and every signal, each with words', () => {
    const findings = Object.values(FindingReason).map(
      (reason) => new RegExp(`^- \`${reason}\`: [A-Z].+ By |^- \`${reason}\`: [A-Z].+ Raised `, 'm'),
    );
    expect(findings.filter((line) => !line.test(text))).toEqual([]);
    const headings = catalogue.rules.map(({ signal, kind, title }) => `### ${signal} of ${kind}\n\n**${title}.** `);
    expect(headings.filter((heading) => !text.includes(heading))).toEqual([]);
  });

  it.each([
    [
      'a share, and a length of time',
      '`CPU_NEAR_LIMIT`: A container uses nearly all the CPU it may. Limits: `warnAt: 0.9`, `for: 10m`.',
    ],
    ['a length of time by the end of its name', '`sessionsFor: 30s`'],
    ['a number', '`infoAt: 2`'],
  ])('writes a limit as configuration has it: %s', (_, limit) => {
    expect(text).toContain(limit);
  });
});
