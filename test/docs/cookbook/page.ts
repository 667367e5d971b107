import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { type Heard, connect, listen } from '../../support/served.js';
import { type MovedStory, startMovedStory } from '../../support/story.js';
import { RECIPES, type Recipe, momentsOf } from './recipes.js';
import { shortened } from './shortened.js';

const ROOT = join(import.meta.dirname, '../../..');

export const PAGE = join(ROOT, 'docs/cookbook.md');

const INTRODUCTION = `# Cookbook

One question, one query, one answer. The queries are those of [schema/examples](../schema/examples), which GraphiQL opens as tabs
(\`npm start\`, then <http://127.0.0.1:4000/graphiql>); how to send them from a program: [clients](clients/README.md).

The answers are those of the recording that comes with Vitals. Before each stands when it was asked, in minutes and seconds after the
first picture, and which [fault](../test/platform/story.ts) was under way; the recording begins here on 1 January 2026 at 00:00. Answers are
shortened: \`…\` stands for what was left out. This page is written by \`npm run cookbook\`, and a test holds it against what is
answered.
`;

export interface Cooked {
  readonly recipe: Recipe;
  /** The whole answer; of what is followed, each event. */
  readonly answer: unknown;
}

/** The answer to every recipe. */
export async function cook(): Promise<readonly Cooked[]> {
  const asked = RECIPES.filter((recipe) => !isLive(recipe));
  const byTime = asked.sort((one, other) => momentsOf(one).within - momentsOf(other).within);
  const cooked: Cooked[] = [];
  const story = await startMovedStory();
  try {
    for (const recipe of byTime) {
      story.moveTo(momentsOf(recipe).within);
      cooked.push({ recipe, answer: await ask(story, textOf(recipe)) });
    }
  } finally {
    await story.stop(true);
  }
  for (const recipe of RECIPES.filter(isLive)) cooked.push({ recipe, answer: await follow(recipe) });
  return cooked;
}

/** Asks as things stand in the story. */
export async function ask(story: MovedStory, query: string): Promise<unknown> {
  const response = await fetch(`${story.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  });
  return withoutCursors(story, await response.json());
}

/** What is heard until what it is about. Time goes on once all is heard that there is at the beginning. */
async function follow(recipe: Recipe): Promise<unknown> {
  const { before, within } = momentsOf(recipe);
  const story = await startMovedStory();
  const client = connect(story);
  try {
    story.moveTo(before);
    const query = textOf(recipe);
    const listening = listen(client, query);
    const isBegun = query.includes('initial: true') ? isAbout('SYNCED') : () => true;
    await listening.until(isBegun);
    const begun = listening.heard.findIndex(isBegun) + 1;
    story.moveTo(within);
    const isTold = (event: Heard): boolean => listening.heard.indexOf(event) >= begun && isAbout(recipe.about)(event);
    await listening.until(isTold);
    return withoutCursors(story, listening.heard.slice(0, listening.heard.findIndex(isTold) + 1));
  } finally {
    await client.dispose();
    await story.stop(true);
  }
}

const isAbout =
  (text: string) =>
  (event: unknown): boolean =>
    JSON.stringify(event).includes(text);

/** Cursors are of one life of a server: in the next one all of them are others. */
function withoutCursors({ registry }: MovedStory, answer: unknown): unknown {
  const life = `${registry.changes.epoch}:`;
  const isOfLife = (value: unknown): boolean =>
    typeof value === 'string' && Buffer.from(value, 'base64url').toString().startsWith(life);
  return JSON.parse(JSON.stringify(answer, (_, value: unknown) => (isOfLife(value) ? '…' : value)));
}

/** The page as it is to be. */
export async function pageOf(cooked: readonly Cooked[]): Promise<string> {
  const parts = RECIPES.map((recipe) => partOf(recipe, cooked.find((one) => one.recipe === recipe)?.answer));
  return format([INTRODUCTION, ...parts].join('\n'), { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

function partOf(recipe: Recipe, answer: unknown): string {
  const { title, explanation, query } = partsOf(textOf(recipe));
  const { before, within } = momentsOf(recipe);
  const moment = isLive(recipe) ? `Followed from ${shown(before)} on` : `Asked at ${shown(within)}`;
  const short = JSON.stringify(shortened(answer, recipe.about));
  return `## ${title}

${explanation}

\`\`\`graphql
${query}\`\`\`

${moment} (\`${recipe.episode}\`):

\`\`\`json
${short}
\`\`\`
`;
}

/** An example says in its first lines what it asks: a question, or what is wanted, and then the rest of it. */
function partsOf(text: string): { readonly title: string; readonly explanation: string; readonly query: string } {
  const [head = ''] = /^(?:#.*\n)+/.exec(text) ?? [];
  const said = head.replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim();
  const [, title = said, rest = ''] = /^(.+?\?|[^:.?]+)[:.]?(?: (.*))?$/.exec(said) ?? [];
  return { title, explanation: rest.charAt(0).toUpperCase() + rest.slice(1), query: text.slice(head.length) };
}

function textOf({ example }: Recipe): string {
  return readFileSync(join(ROOT, 'schema/examples', `${example}.graphql`), 'utf8');
}

function isLive(recipe: Recipe): boolean {
  return getOperationAST(parse(textOf(recipe)))?.operation === OperationTypeNode.SUBSCRIPTION;
}

/** As a clock shows it: minutes and seconds. */
function shown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
