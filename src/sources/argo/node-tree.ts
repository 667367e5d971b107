import { listOf, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';
import { getOrMake } from '../../model/get-or-make.js';
import type { ArgoTask, RawNode, RawTemplate, RawWorkflow } from './workflow-objects.js';
import type { Raw } from '../../clients/kubernetes-raw-object.js';

type Node = NonNullable<RawNode>;
type Task = NonNullable<Raw<ArgoTask>>;

/** What stands beside each other in one template. */
interface Siblings {
  readonly byName: ReadonlyMap<unknown, Task>;
  /** Failures that some `depends` waits for: "name.Failed", "name.Errored". */
  readonly awaited: ReadonlySet<string>;
}

/** Deeper than any workflow nests its templates. */
const DEEPEST = 100;

/** How the nodes of one workflow hang together, as far as it says whether a failure counts. */
export class NodeTree {
  private readonly byId: ReadonlyMap<string, Node>;
  /** From each attempt to the node that retries it. */
  private readonly retries = new Map<string, Node>();
  private readonly siblings = new Map<string, Siblings>();

  constructor(
    private readonly workflow: NonNullable<RawWorkflow>,
    nodes: readonly Node[],
  ) {
    this.byId = new Map(nodes.map((node) => [node.id as string, node]));
    for (const node of nodes) {
      if (node.type === 'Retry') for (const id of textsOf(node.children)) this.retries.set(id, node);
    }
  }

  parent({ boundaryID }: Node): Node | undefined {
    return this.byId.get(textOf(boundaryID) ?? '');
  }

  /** Someone goes on in spite of it: it, or what it is a part of, is tried again, need not succeed, or did after all. */
  isForgiven(failed: Node): boolean {
    let node: Node | undefined = failed;
    for (let depth = 0; node !== undefined && depth < DEEPEST; depth += 1) {
      if (node !== failed && node.phase === 'Succeeded') return true;
      if (this.isTriedAgain(node) || this.needNotSucceed(node)) return true;
      node = this.parent(node);
    }
    return false;
  }

  private isTriedAgain(attempt: Node): boolean {
    const retry = this.retries.get(attempt.id ?? '');
    if (retry === undefined) return false;
    if (!hasFailed(retry)) return true;
    const attempts = textsOf(retry.children).filter((id) => this.byId.get(id)?.nodeFlag?.hooked !== true);
    return attempts.at(-1) !== attempt.id;
  }

  /** `continueOn` of its step, or a `depends` of another that waits for just that (both are no part of the status). */
  private needNotSucceed(node: Node): boolean {
    const boundary = this.parent(node);
    if (boundary === undefined) return false;
    // "name(0:item)" is one of several of `name`; so is an attempt.
    const name = (textOf(node.displayName) ?? '').replace(/\(.*$/s, '');
    const { byName, awaited } = this.siblingsIn(boundary);
    const own = byName.get(name)?.continueOn;
    if (node.phase === 'Error') return own?.error === true || awaited.has(`${name}.Errored`);
    return own?.failed === true || awaited.has(`${name}.Failed`);
  }

  private siblingsIn(boundary: Node): Siblings {
    return getOrMake(this.siblings, boundary.id ?? '', () => {
      const template = this.templateOf(boundary);
      const steps = groupsOf(template).flatMap((group) => listOf(group));
      return siblingsOf([...steps, ...listOf(template?.dag?.tasks)]);
    });
  }

  /** Templates of other objects are stored under where they come from. */
  private templateOf({ templateName, templateScope, templateRef }: Node): RawTemplate {
    const { spec, status } = this.workflow;
    const stored = status?.storedTemplates ?? {};
    const name = textOf(templateRef?.template) ?? textOf(templateName) ?? '';
    const refScope = `${templateRef?.clusterScope === true ? 'cluster' : 'namespaced'}/${textOf(templateRef?.name) ?? ''}`;
    for (const key of [`${refScope}/${name}`, `${textOf(templateScope) ?? ''}/${name}`])
      if (Object.hasOwn(stored, key)) return stored[key];
    const own = [...listOf(spec?.templates), ...listOf(status?.storedWorkflowTemplateSpec?.templates)];
    return own.find((template) => template.name === name);
  }
}

const AWAITED = /(?<![\w.-])([\w-]+)\.(Errored|Failed|AnyFailed)(?![\w-])/g;

/** Read once for all nodes of a template: there may be thousands of both. */
function siblingsOf(tasks: readonly Task[]): Siblings {
  const awaited = new Set<string>();
  for (const { depends } of tasks) {
    for (const [, name, result = ''] of (textOf(depends) ?? '').matchAll(AWAITED))
      awaited.add(`${name}.${result.replace('Any', '')}`);
  }
  // The first of a name is the one that counts.
  return { byName: new Map(tasks.map((task) => [task.name, task] as const).reverse()), awaited };
}

function groupsOf(template: RawTemplate): readonly Raw<readonly ArgoTask[]>[] {
  const groups = template?.steps;
  return Array.isArray(groups) ? (groups as readonly Raw<readonly ArgoTask[]>[]) : [];
}

export function hasFailed({ phase }: Node): boolean {
  return phase === 'Failed' || phase === 'Error';
}
