import { type Command, Option } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { configurationSchemaText } from '../configured.js';
import { buildVitalsSchema } from '../resolvers/schema.js';
import { helpText } from './help.js';

const HELP = helpText({
  exitCodes: [[0, 'printed']],
  examples: [
    ['vitals schema > schema.graphql', 'for clients, and what generates their code'],
    [
      'vitals schema --of configuration > vitals.schema.json',
      'for editors, which complete and check vitals.yaml by it',
    ],
  ],
});

/** Adds `vitals schema`: of what is asked for and of what is configured, one command, so that nobody has to guess which. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema, or the JSON Schema of the configuration')
    .addOption(new Option('--of <what>', 'whose schema').choices(['graph', 'configuration']).default('graph'))
    .addHelpText('after', HELP)
    .action(({ of }: { readonly of: 'graph' | 'configuration' }) => {
      const text =
        of === 'graph' ? `${printSchema(lexicographicSortSchema(buildVitalsSchema()))}\n` : configurationSchemaText();
      process.stdout.write(text);
    });
}
