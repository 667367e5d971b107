import { type Document, LineCounter, type Node, isAlias, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import { ConfigurationError } from './configuration-error.js';

/** `path:line:column` of what a path of keys leads to, or of what is nearest to it; of the last key itself where that is asked. */
export type Place = (keys: readonly PropertyKey[], isKey?: boolean) => string;

/** What a configuration file says, as plain values, and where in the file they stand. */
export interface ConfigurationDocument {
  readonly value: unknown;
  readonly place: Place;
}

/** Throws `ConfigurationError`, whatever the text is. */
export function readDocument(text: string, path: string, environment: NodeJS.ProcessEnv): ConfigurationDocument {
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
    const [broken] = document.errors;
    if (broken !== undefined) throw new ConfigurationError(`${path}: ${firstLine(broken.message)}`);
    refuseLostAlias(document, (node) => `${path}${placeOfNode(node, lines)}`);
    const place: Place = (keys, isKey = false) => {
      const key = isKey ? keyOf(document, keys) : null;
      return `${path}${key === null ? placeOf(document, keys, lines) : placeOfNode(key, lines)}`;
    };
    return { value: withEnvironment(document.toJS() ?? {}, environment, [], place), place };
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    // Text can be well-formed and still no value: aliases that multiply without end, nesting deeper than any stack.
    const isBomb = error instanceof ReferenceError;
    const why = isBomb ? 'its aliases stand for too many values' : 'is nested too deeply, or in a circle of aliases';
    throw new ConfigurationError(`${path}: ${why}`);
  }
}

function refuseLostAlias(document: Document.Parsed, place: (node: Node) => string): void {
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        // Its name is not repeated: it may be a password that begins with "*" and stands in no quotes.
        throw new ConfigurationError(
          `${place(node)}: there is no such anchor before this alias; a value that begins with "*" stands in quotes`,
        );
      }
    },
  });
}

/** Puts environment variables in the place of `${NAME}`; one that is not set is an error, never an empty string. */
function withEnvironment(
  value: unknown,
  environment: NodeJS.ProcessEnv,
  keys: readonly PropertyKey[],
  place: Place,
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const found = environment[name];
      if (found === undefined)
        throw new ConfigurationError(
          `${place(keys)}: the environment has no variable ${name}: set it, or comment out what needs it`,
        );
      return found;
    });
  }
  if (Array.isArray(value))
    return value.map((item, index) => withEnvironment(item, environment, [...keys, index], place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withEnvironment(item, environment, [...keys, key], place)]),
  );
}

/** The nearest place in the file that a path of keys leads to. */
function placeOf(document: Document.Parsed, keys: readonly PropertyKey[], lines: LineCounter): string {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range != null) return placeOfNode(node, lines);
  }
  return '';
}

/** The key itself at the end of a path of keys; null where it is written in no way that has a place. */
function keyOf(document: Document.Parsed, keys: readonly PropertyKey[]): Node | null {
  const parents = keys.slice(0, -1);
  const map = parents.length === 0 ? document.contents : document.getIn(parents, true);
  if (!isMap(map)) return null;
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(keys.at(-1)));
  return isNode(pair?.key) ? pair.key : null;
}

/** `:line:column` */
function placeOfNode({ range }: Node, lines: LineCounter): string {
  if (range == null) return '';
  const { line, col } = lines.linePos(range[0]);
  return `:${line}:${col}`;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
