import { neutralTitle } from '../../src/recording/neutral-title.js';

it('names the sorts of systems, each once, and nothing else', () => {
  const systems = ['kubernetes', 'kubernetes', 'postgres'].map((source) => ({ source, name: 'secret-customer' }));
  expect(neutralTitle(systems)).toBe('A recording of kubernetes, postgres');
});
