import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMovedStory } from '../../support/story.js';
import { CLIENTS, Program } from '../program.js';
import { type Change, cursorsAfter, tryToken, withTroubledStory, worstFindings } from '../trials.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-curl-'));

const scripts = new Set<Program>();

afterEach(() => {
  for (const script of scripts) script.stop();
  scripts.clear();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(file: string, ...args: readonly string[]): Program {
  const script = new Program([join(CLIENTS, 'curl', file), ...args]);
  scripts.add(script);
  return script;
}

describe('the client of curl', () => {
  it('says of each system whether it is well', async () => {
    await withTroubledStory(async ({ url }) => {
      const script = run('query.sh', url);
      await script.until('an answer', () => script.text !== '');
      expect(await script.ended).toBe(0);
      const { platform } = await worstFindings(url);
      const answer = JSON.parse(script.text) as unknown;
      const kubernetes = expect.objectContaining({ name: 'kubernetes', health: { status: expect.any(String) as string } }) as unknown; // prettier-ignore
      expect(answer).toEqual({
        data: { platform: { ...platform, systems: expect.arrayContaining([kubernetes]) as unknown } },
      });
    });
  });

  it('is told what is wrong once, and again only when that is another', async () => {
    const mark = join(folder, 'mark');
    await withTroubledStory(async (story) => {
      const ask = async (): Promise<readonly [number | null, string, string]> => {
        const script = run('poll.sh', story.url, mark);
        return [await script.ended, script.text, script.complaints];
      };
      const first = await worstFindings(story.url);
      expect(await ask()).toEqual([0, JSON.stringify({ data: first }), '200\n']);
      expect(await ask()).toEqual([0, '', '304\n']);
      expect(await ask()).toEqual([0, '', '304\n']);
      story.moveTo(478);
      const second = await worstFindings(story.url);
      expect(second).not.toEqual(first);
      expect(await ask()).toEqual([0, JSON.stringify({ data: second }), '200\n']);
    });
  });

  it('follows what changes, and goes on after a cursor', async () => {
    const story = await startMovedStory();
    try {
      story.moveTo(12);
      const first = run('follow.sh', story.url);
      await first.until('SYNCED', () => changesOf(first).some(({ type }) => type === 'SYNCED'));
      const { cursor } = changesOf(first).at(-1) ?? {};
      const { lastSequence: synced } = story.registry.changes;
      first.stop();
      story.moveTo(25);
      const second = run('follow.sh', story.url, cursor ?? '');
      const expected = (): readonly string[] => cursorsAfter(story, synced);
      await second.until('what happened meanwhile', () => changesOf(second).length >= expected().length);
      story.moveTo(40);
      await second.until('what happens', () => changesOf(second).length >= expected().length);
      expect(expected().length).toBeGreaterThan(5);
      expect(changesOf(second).map((change) => change.cursor)).toEqual(expected());
    } finally {
      await story.stop(true);
    }
  });

  it.each(['query.sh', 'poll.sh', 'follow.sh'])('%s shows its token, and ends where it has none', async (file) => {
    await tryToken((url) => [
      join(CLIENTS, 'curl', file),
      url,
      ...(file === 'poll.sh' ? [join(folder, 'other-mark')] : []),
    ]);
  });
});

/** What came as `next` events. */
function changesOf(script: Program): readonly Change[] {
  return script.lines
    .filter((line) => line.startsWith('data: {'))
    .map((line) => (JSON.parse(line.slice(6)) as { readonly data: { readonly healthChanges: Change } }).data.healthChanges); // prettier-ignore
}
