import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '../config/configuration-error.js';
import { targetOf } from '../init/kubeconfig.js';
import { ClusterSilent, lookAtCluster, nameOf } from '../init/look-at-cluster.js';
import type { Unseen } from '../init/look.js';
import { type Proposal, propose } from '../init/proposal.js';
import { ROOT } from '../package.js';
import { helpText } from './help.js';
import { withProgress } from './progress.js';

/** Exit code where nobody answers. */
const NOT_REACHED = 3;

const HELP = helpText({
  more: `Lists services, StatefulSets, Deployments, DaemonSets, endpoint slices and, where there are any, Kafkas and KafkaConnects of
Strimzi; never Secrets. What may not be listed is left out, and said. Below what was found, the file says what was looked for
and not found.`,
  exitCodes: [
    [0, 'proposed'],
    [
      2,
      'what you can mend: no kubeconfig, no such context, credentials that are not good, a file that is there already',
    ],
    [3, 'nobody answers at the cluster'],
  ],
  examples: [
    ['vitals init', 'print it, for the current context'],
    ['vitals init --out vitals.yaml', 'write it; an existing file is not touched'],
    ['vitals init --context staging', 'of another cluster'],
  ],
});

interface InitOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly out?: string;
}

/** Adds `vitals init`. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('look at a cluster and propose a configuration for what is there')
    .option(
      '--kubeconfig <file>',
      'how the cluster is reached (default: KUBECONFIG, ~/.kube/config, or the cluster around this pod)',
    )
    .option('--context <name>', 'a context of it other than its current one')
    .option('--out <file>', 'where to write; an existing file is not touched (default: standard output)')
    .addHelpText('after', HELP)
    .action(async ({ kubeconfig, context, out }: InitOptions) => {
      // Before anybody waits.
      if (out !== undefined && existsSync(out)) throw new ConfigurationError(alreadyThere(out));
      const given = {
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(context === undefined ? {} : { context }),
      };
      const target = targetOf(given, process.env);
      try {
        const look = await withProgress(process.stderr, `looking at ${nameOf(target)}`, lookAtCluster(target));
        const proposal = propose(look, target, schemaFrom(out));
        hand(proposal.text, out);
        process.stderr.write(summaryOf(proposal, look.unseen, out));
      } catch (error) {
        if (!(error instanceof ClusterSilent)) throw error;
        process.stderr.write(`vitals: ${error.message}\n`);
        process.exitCode = NOT_REACHED;
      }
    });
}

/** Path of the JSON Schema as editors find it from where the configuration stands; null where it was not installed. */
function schemaFrom(out: string | undefined): string | null {
  const path = join(ROOT, 'schema', 'vitals.schema.json');
  return existsSync(path) ? relative(dirname(resolve(out ?? 'vitals.yaml')), path) : null;
}

function hand(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(
      code === 'EEXIST' ? alreadyThere(out) : `${out}: cannot be written (${code ?? 'unknown error'})`,
    );
  }
}

function alreadyThere(out: string): string {
  return `${out}: is there already; choose another file`;
}

/** How this was run: in a clone there is no command of its name. */
function ownCommand(): string {
  const [, script = ''] = process.argv;
  return basename(script) === 'cli.js' ? `node ${relative('', script)}` : 'vitals';
}

function summaryOf(proposal: Proposal, unseen: readonly Unseen[], out: string | undefined): string {
  const { proposed, notProposed, notFound, variables } = proposal;
  const file = out ?? '<file>';
  const set = variables.length === 0 ? '' : `set ${variables.join(', ')}, then `;
  const lines = [
    `found ${proposed.length === 0 ? 'the cluster, and nothing else in it' : proposed.join(', ')}`,
    ...(notProposed.length === 0 ? [] : [`found, and not proposed (the file says why): ${notProposed.join(', ')}`]),
    ...(notFound.length === 0 ? [] : [`not found (the file says what was looked for): ${notFound.join(', ')}`]),
    ...unseen.map(({ resource, why }) => `could not look at ${resource}: ${why}`),
    `${out === undefined ? '' : `written to ${out}: look at it, `}${set}try: ${ownCommand()} check --config ${file}`,
  ];
  return lines.map((line) => `vitals: ${line}\n`).join('');
}
