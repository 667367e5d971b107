import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCursor } from '../../src/resolvers/changes.js';
import { LoopbackServers } from '../support/loopback-servers.js';
import { proxyTo } from '../support/proxy.js';
import { serve } from '../support/served.js';
import { type MovedStory, startMovedStory } from '../support/story.js';
import { CLIENTS, Program } from './program.js';

/** How a client is run against a URL. */
export type Command = (url: string) => readonly string[];

/** What clients print of `healthChanges`. */
export interface Change {
  readonly cursor: string | null;
  readonly type: string;
}

interface Finding {
  readonly severity: string;
  readonly message: string;
  readonly resource: { readonly kind: string; readonly name: string };
}

interface WorstFindings {
  readonly platform: { readonly health: { readonly status: string } };
  readonly findings: { readonly totalCount: number; readonly nodes: readonly Finding[] };
}

/** The recording while the volume is full and more is wrong, and that with it; it stands still. */
export async function withTroubledStory(use: (story: MovedStory) => Promise<void>): Promise<void> {
  const story = await startMovedStory();
  try {
    story.moveTo(128);
    await use(story);
  } finally {
    await story.stop(true);
  }
}

/** Asked what is wrong, it prints what the graph answers. */
export async function tryQuestion(command: Command): Promise<void> {
  await withTroubledStory(async ({ url }) => {
    const { platform, findings } = await worstFindings(url);
    expect(findings.nodes.length).toBe(5);
    const program = new Program(command(url));
    const code = await program.ended;
    expect([code, program.complaints, program.lines]).toEqual([
      0,
      '',
      [
        `${platform.health.status}: ${findings.totalCount} to be mended`,
        ...findings.nodes.map(({ severity, message, resource: { kind, name } }) => `${severity} ${kind} ${name}: ${message}`), // prettier-ignore
      ],
    ]);
  });
}

/** The same, asked by hand. */
export async function worstFindings(url: string): Promise<WorstFindings> {
  const query = readFileSync(join(CLIENTS, 'operations/worst-findings.graphql'), 'utf8');
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  });
  return ((await response.json()) as { readonly data: WorstFindings }).data;
}

/** Its line is cut and mended while things happen: it prints every change, once and in order. */
export async function tryToResume(command: Command): Promise<void> {
  const proxies = new LoopbackServers();
  const story = await startMovedStory();
  story.moveTo(12);
  const url = await proxyTo(story.url, proxies);
  const program = new Program(command(url));
  const heard = (): readonly Change[] => changesIn(program);
  try {
    await program.until('SYNCED', () => heard().some(({ type }) => type === 'SYNCED'));
    const { cursor } = heard().at(-1) ?? {};
    const before = heard().length;
    const { lastSequence: synced } = story.registry.changes;
    expect(cursor).toBe(writeCursor(story.registry.changes, synced));
    const rest = (): readonly string[] => cursorsAfter(story, synced);

    story.moveTo(25);
    expect(rest().length).toBeGreaterThan(0);
    await program.until('what happens', () => heard().length >= before + rest().length);

    await proxies.close();
    await program.until('that the line is cut', () => program.complaints.includes('the connection was lost'));
    const whileWhole = rest().length;
    story.moveTo(40);
    expect(rest().length).toBeGreaterThan(whileWhole);
    await proxyTo(story.url, proxies, Number(new URL(url).port));
    await program.until('what happened meanwhile', () => heard().length >= before + rest().length);
    story.moveTo(45);
    await program.until('what happens after it', () => heard().length >= before + rest().length);
    expect(heard().slice(before).map((change) => change.cursor)).toEqual(rest()); // prettier-ignore
  } finally {
    program.stop();
    await proxies.close();
    await story.stop(true);
  }
}

/** Vitals is started anew: what it kept means nothing any more, and it begins with the state of all. */
export async function tryToBeginAnew(command: Command): Promise<void> {
  const proxies = new LoopbackServers();
  const stories = [await startMovedStory(), await startMovedStory()] as const;
  const url = await proxyTo(stories[0].url, proxies);
  const program = new Program(command(url));
  const beginnings = (): readonly (string | null)[] =>
    changesIn(program)
      .filter(({ type }) => type === 'SYNCED')
      .map(({ cursor }) => cursor);
  try {
    await program.until('SYNCED', () => beginnings().length === 1);
    await proxies.close();
    await proxyTo(stories[1].url, proxies, Number(new URL(url).port));
    await program.until('SYNCED, again', () => beginnings().length === 2);
    expect(beginnings()).toEqual(
      stories.map(({ registry: { changes } }) => writeCursor(changes, changes.lastSequence)),
    );
    // A cursor that is too old is no loss.
    expect(program.complaints.match(/the connection was lost/g)).toHaveLength(1);
  } finally {
    program.stop();
    await proxies.close();
    for (const story of stories) await story.stop(true);
  }
}

function changesIn({ lines }: Program): readonly Change[] {
  return lines.map((line) => JSON.parse(line) as Change);
}

/** The cursor of each change after one, as Vitals itself knows them. */
export function cursorsAfter({ registry: { changes } }: MovedStory, afterSequence: number): readonly string[] {
  return changes.range({ afterSequence }).map(({ sequence }) => writeCursor(changes, sequence));
}

/** Where it is asked who comes: it prints something with a token, and without one it ends and says why not. */
export async function tryToken(command: Command): Promise<void> {
  const sha256 = createHash('sha256').update('a-good-token').digest('hex');
  const served = await serve({ auth: { tokens: [{ name: 'client', sha256 }], scopes: [] } });
  const known = new Program(command(served.url), 'a-good-token');
  const unknown = new Program(command(served.url));
  try {
    await known.until('an answer', () => known.text !== '');
    expect(await unknown.ended).not.toBe(0);
    expect(unknown.text).not.toContain('HEALTHY');
    expect(unknown.complaints).toMatch(/401|4403|4401|[Ff]orbidden|[Uu]nauthori[sz]ed|[Tt]oken/);
  } finally {
    known.stop();
    unknown.stop();
    await served.stop(true);
  }
}
