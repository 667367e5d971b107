/** The committed examples in file-name order, one tab each. GraphiQL names a tab after its operation. */
const examples = import.meta.glob<string>('../../../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const exampleTabs = Object.values(examples).map((query) => ({ query: query.trimEnd() }));
