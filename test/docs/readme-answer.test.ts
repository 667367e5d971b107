import { startMovedStory } from '../support/story.js';
import { ask } from './cookbook/page.js';
import { RECIPES, momentsOf } from './cookbook/recipes.js';
import { blocksOf, page } from './pages.js';

interface Answer {
  readonly data: { readonly findings: { readonly nodes: readonly object[] } };
}

// Seven minutes of the recording are played through.
it('README.md shows a finding as it is answered while a node is lost', async () => {
  const readme = page('README.md');
  const [shown] = blocksOf(readme, 'json');
  const query = blocksOf(readme, 'graphql').find(({ text }) => text.includes('rootsOnly: true'));
  const recipe = RECIPES.find(({ episode }) => episode === 'node-lost');
  if (recipe === undefined) throw new Error('No recipe is about a node that is lost.');
  const story = await startMovedStory();
  try {
    story.moveTo(momentsOf(recipe).within);
    const { data } = (await ask(story, query?.text ?? '')) as Answer;
    expect(data.findings.nodes).toContainEqual(JSON.parse(shown?.text ?? ''));
  } finally {
    await story.stop(true);
  }
}, 120_000);
