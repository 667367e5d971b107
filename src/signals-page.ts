import { type GraphQLSchema, isEnumType } from 'graphql';
import { formatDuration, isLengthOfTime } from './model/duration.js';
import { FindingReason } from './model/finding-reason.js';
import { Direction, Evidence, Unit } from './model/health.js';
import type { CauseDefinition } from './model/kind-definition.js';
import { type LimitValues, NUMERIC_CLEAR, type Rule } from './model/rule.js';
import { buildVitalsSchema } from './resolvers/schema.js';
import { catalogue, sources } from './sources/index.js';

const INTRODUCTION = `# Signals and findings

<!-- Made from the catalogue in the code by \`npm run docs\`: it is not edited by hand. -->

All that Vitals looks at, by source, with the limits that hold where configuration says nothing. The same is in the graph
(\`signals\`), there with the limits in force and whether each signal is seen on your platform; \`vitals signals\` prints this page
for the version that you run. How a finding comes about: [verdicts.md](verdicts.md).

- **Limits** are written here as under \`limits:\` in the configuration, of which
  \`{ finding: CPU_NEAR_LIMIT, where: { namespace: batch-* }, warnAt: 0.98 }\` is an entry. Names that end in \`for\`, \`window\`,
  \`horizon\`, \`Within\` or \`After\` are lengths of time. \`infoAt\`, \`warnAt\` and \`criticalAt\` are where each severity begins, in the unit
  of the signal. A finding without limits has nothing to set.
- **A numeric finding ends** once its number was on the good side for ${formatDuration(NUMERIC_CLEAR)}, so that it does not come and go.
- **Severity and advice** are made by each rule with the numbers at hand, and are no data: the description says which severity, and
  the finding itself (\`findings { severity message advice }\`) what to do.
- **INFERRED** means concluded from something nearby; where a reading is known otherwise than usual, it says so itself.
- **Units**, of which higher is worse unless it says otherwise:
`;

/** The catalogue as a page of Markdown: every signal by its source, then every finding with what it can follow from. */
export function signalsPage(): string {
  const schema = buildVitalsSchema();
  const units = Object.values(Unit).map((unit) => `  - ${unit}: ${describe(schema, 'Unit', unit)}`);
  const groups = [null, ...sources.map(({ name }) => name)].map((source) => groupText(source, schema));
  return [`${INTRODUCTION}${units.join('\n')}\n`, ...groups, findingsText(schema)].join('\n');
}

/** @param source null: what is looked at on every platform */
function groupText(source: string | null, schema: GraphQLSchema): string {
  const rules = catalogue.rules.filter((rule) => (rule.source ?? null) === source);
  const lead =
    source === null
      ? 'What Vitals knows of itself, whatever is configured.'
      : `[How to connect it](connecting.md#${source}); [what is read, and how](../src/sources/${source}/readme.md).`;
  return [`## ${source ?? 'every platform'}\n\n${lead}\n`, ...rules.map((rule) => ruleText(rule, schema))].join('\n');
}

function ruleText(rule: Rule, schema: GraphQLSchema): string {
  const { signal, kind, title, description, howToEnable, limits } = rule;
  const findings = Object.entries(limits).map(([reason, values]) => {
    return `- \`${reason}\`: ${describe(schema, 'FindingReason', reason)}${limitsText(values)}`;
  });
  const facts = [
    numberText(rule),
    ...(howToEnable === undefined ? [] : [`- Where it is not seen: ${howToEnable}`]),
    ...(findings.length === 0 ? ['- Raises nothing: it is shown only, or makes a resource UNKNOWN.'] : findings),
  ];
  return `### ${signal} of ${kind}\n\n**${title}.** ${description}\n\n${facts.join('\n')}\n`;
}

function numberText({ unit, worse, evidence }: Rule): string {
  const known = evidence === Evidence.MEASURED ? 'measured' : 'inferred';
  if (unit === null) return `- No number; ${known}.`;
  return `- ${unit}${worse === Direction.LOWER ? ', lower is worse' : ''}; ${known}.`;
}

function limitsText(values: LimitValues): string {
  const texts = Object.entries(values).map(([name, value]) => {
    return `\`${name}: ${isLengthOfTime(name) ? formatDuration(value) : value}\``;
  });
  return texts.length === 0 ? '' : ` Limits: ${texts.join(', ')}.`;
}

function findingsText(schema: GraphQLSchema): string {
  const lines = Object.values(FindingReason)
    .sort()
    .map(
      (reason) =>
        `- \`${reason}\`: ${describe(schema, 'FindingReason', reason)} ${raisedText(reason)}${causesText(reason)}`,
    );
  const lead =
    'Every finding: which signal raises it, and of what it may be a consequence, where the facts of both sides say so. One ' +
    'that follows from nothing is a root.';
  return `## Findings, and what they follow from\n\n${lead}\n\n${lines.join('\n')}\n`;
}

function raisedText(reason: FindingReason): string {
  const rules = catalogue.rules.filter(({ limits }) => reason in limits);
  if (rules.length === 0) return 'Raised by Vitals of itself, by no rule.';
  return `By ${unique(rules.map(({ signal, kind }) => `${signal} of ${kind}`)).join(', ')}.`;
}

function causesText(reason: FindingReason): string {
  const definitions: readonly CauseDefinition[] = catalogue.causes;
  const causes = definitions.filter(({ effects }) => effects.includes(reason)).flatMap((one) => one.causes);
  const others = unique(causes).sort();
  return others.length === 0 ? '' : ` May follow from ${others.map((cause) => `\`${cause}\``).join(', ')}.`;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The words of the schema for one value of an enum. */
function describe(schema: GraphQLSchema, name: string, value: string): string {
  const type = schema.getType(name);
  return (isEnumType(type) ? type.getValue(value)?.description : null) ?? '';
}
