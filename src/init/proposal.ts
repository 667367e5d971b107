import { Document, Pair, type Scalar, type YAMLMap, type YAMLSeq, isMap } from 'yaml';
import type { FoundSystem, Recogniser, Writing } from './found.js';
import type { Target } from './kubeconfig.js';
import type { Look, Unseen } from './look.js';
import { clusterNameOf, namesOf, variableFor } from './names.js';
import { recognisers } from './recognisers/index.js';

/** A configuration as it is written down. */
export interface Proposal {
  readonly text: string;
  /** Systems that have an entry, and those that cannot have one, as people call them. */
  readonly proposed: readonly string[];
  readonly notProposed: readonly string[];
  readonly notFound: readonly string[];
  /** Variables of the environment that have to be set. */
  readonly variables: readonly string[];
}

/** So many entries of one list; whoever has more knows them better. */
const MOST_ENTRIES = 100;

/** Characters of a line of comment. */
const WIDTH = 116;

/** A commented configuration of what was found. @param schema path of the JSON Schema, as seen from the file; null: it is not there */
export function propose({ objects, unseen }: Look, target: Target, schema: string | null): Proposal {
  const found: FoundSystem[] = [];
  const leftOut: string[] = [];
  for (const one of recognisers) {
    const all = one.find(objects, found);
    found.push(...all.slice(0, MOST_ENTRIES));
    if (all.length > MOST_ENTRIES) leftOut.push(`${all.length - MOST_ENTRIES} more of ${one.what}`);
  }
  const names = namesOf(found);
  const variables: string[] = [];
  const { kubeconfig } = target;
  const cluster = kubeconfig === null ? 'cluster' : clusterNameOf(kubeconfig.context);
  const access =
    kubeconfig === null ? { inCluster: true } : { kubeconfig: kubeconfig.path, context: kubeconfig.context };
  const nameOf = (system: FoundSystem): string => names.get(system) ?? system.name;
  const writingFor = (system: FoundSystem): Writing => ({
    cluster,
    access,
    nameOf,
    secret: (what) => {
      const variable = variableFor(system, nameOf(system), what, variables);
      variables.push(variable);
      return `\${${variable}}`;
    },
  });
  const document = new Document({});
  addKubernetes(document, { name: cluster, ...access }, target.others);
  const ready = found.filter((system) => typeof system.entry === 'function');
  for (const recogniser of recognisers) addList(document, recogniser, ready.filter(({ source }) => source === recogniser.source), writingFor); // prettier-ignore
  const missed = recognisers.filter(({ source }) => !found.some((system) => system.source === source));
  document.commentBefore = comment(headOf(target, variables, schema));
  document.comment = comment([...leftOut.map((some) => `Found, and left out of this file: ${some}.`), ...endOf(found, missed, unseen)]); // prettier-ignore
  return {
    text: document.toString({ lineWidth: 0, singleQuote: true }),
    proposed: ready.map((system) => `${whatOf(system)} ${nameOf(system)}`),
    notProposed: found
      .filter((system) => !ready.includes(system))
      .map((system) => `${whatOf(system)} ${nameOf(system)}`),
    notFound: missed.map(({ what }) => what),
    variables,
  };
}

function addKubernetes(document: Document, entry: object, others: readonly string[]): void {
  const key = document.createNode('kubernetes') as Scalar;
  key.commentBefore = comment([
    'It needs to get, list and watch what it reads: deploy/rbac.yaml is that and no more.',
    'Kubelets with self-signed certificates, as of kubeadm and kind: kubelets: { insecureSkipVerify: true }',
    ...(others.length === 0 ? [] : [`Other contexts of this kubeconfig: ${others.join(', ')}`]),
  ]);
  document.add(new Pair(key, document.createNode([entry])));
}

function addList(
  document: Document,
  { source, note }: Recogniser,
  systems: readonly FoundSystem[],
  writingFor: (system: FoundSystem) => Writing,
): void {
  if (systems.length === 0) return;
  const entries = systems.map((system) => {
    const writing = writingFor(system);
    const own = typeof system.entry === 'function' ? system.entry(writing) : {};
    const entry = document.createNode({ name: writing.nameOf(system), ...own }) as YAMLMap;
    entry.commentBefore = comment([`${system.because}.`]);
    if (system.hints.length > 0) entry.comment = comment(system.hints);
    for (const { value } of entry.items) if (isMap(value)) value.flow = true;
    return entry;
  });
  const list = document.createNode([]) as YAMLSeq;
  list.items.push(...entries);
  const key = document.createNode(source) as Scalar;
  key.spaceBefore = true;
  if (note.length > 0) key.commentBefore = comment(note);
  document.add(new Pair(key, list));
}

function headOf({ kubeconfig }: Target, variables: readonly string[], schema: string | null): readonly string[] {
  const where = kubeconfig === null ? 'the cluster that it ran in' : `context ${JSON.stringify(kubeconfig.context)}`;
  return [
    ...(schema === null ? [] : [`yaml-language-server: $schema=${schema}`]),
    `Proposed by "vitals init" for ${where}, by labels, images and ports alone: look at each line before it is used.`,
    'Names that end in ".svc" are known inside the cluster only: where Vitals runs elsewhere, it needs other addresses.',
    ...(variables.length === 0 ? [] : ['Secrets come from the environment, or from files: passwordFile in the place of password. To be set:']), // prettier-ignore
    ...variables.map((variable) => `  ${variable}`),
    'Then: vitals check --config <this file> (in a clone of its repository, vitals is node dist/cli.js)',
  ];
}

function endOf(
  found: readonly FoundSystem[],
  missed: readonly Recogniser[],
  unseen: readonly Unseen[],
): readonly string[] {
  const without = found.flatMap((system) => {
    const { entry, because } = system;
    return typeof entry === 'function'
      ? []
      : [`Found, and not proposed: ${whatOf(system)}: ${because}; ${entry.none}.`];
  });
  return [
    ...unseen.map(({ resource, why }) => `Could not be looked at, so there may be more: ${resource}: ${why}.`),
    ...without,
    ...missed.map(({ what, lookedFor, reads }) => {
      const lacking = unseen.map(({ resource }) => resource).filter((resource) => reads.includes(resource));
      const isSure = lacking.length === 0;
      return `${isSure ? `No ${what} was found` : `Whether there is any ${what} is not known (without ${lacking.join(', ')})`}. Looked for: ${lookedFor}.`; // prettier-ignore
    }),
  ];
}

function whatOf({ source }: FoundSystem): string {
  return recognisers.find((one) => one.source === source)?.what ?? source;
}

/** As the text of a comment: lines that are not too long, which go on indented. */
function comment(paragraphs: readonly string[]): string {
  return paragraphs
    .flatMap(wrapped)
    .map((line) => ` ${line}`)
    .join('\n');
}

function wrapped(paragraph: string): readonly string[] {
  const clean = paragraph.replace(/[\p{Cc}\p{Cf}]/gu, '');
  const lines: string[] = [];
  let line = /^ */.exec(clean)?.[0] ?? '';
  for (const word of clean.trim().split(/ +/)) {
    if (line.trim() !== '' && line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = '  ';
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
