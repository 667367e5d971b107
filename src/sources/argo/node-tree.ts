import { listOf, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';
import { getOrMake } from '../../model/get-or-make.js';
import { escaped } from '../escaped.js';
import type { ArgoTask, RawNode, RawTemplate, RawWorkflow } from './workflow-objects.js';
import type { Raw } from '../../clients/kubernetes-raw-object.js';

type Node = NonNullable<RawNode>;
type Task = NonNullable<Raw<ArgoTask>>;

/** Deeper than any workflow nests its templates. */
const DEEPEST = 100;

/** How the nodes of one workflow hang together, as far as it says whether a failure counts. */
export class NodeTree {
  private readonly byId: ReadonlyMap<string, Node>;
  /** From each attempt to the node that retries it. */
  private readonly retries = new Map<string, Node>();
  private readonly tasks = new Map<string, readonly Task[]>();

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
    const tasks = this.tasksOf(boundary);
    const own = tasks.find((task) => task.name === name)?.continueOn;
    if (node.phase === 'Error' ? own?.error === true : own?.failed === true) return true;
    const expected = node.phase === 'Error' ? 'Errored' : '(?:Failed|AnyFailed)';
    const handler = new RegExp(String.raw`(?<![\w.-])${escaped(name)}\.${expected}(?![\w-])`);
    return name !== '' && tasks.some(({ depends }) => handler.test(textOf(depends) ?? ''));
  }

  private tasksOf(boundary: Node): readonly Task[] {
    return getOrMake(this.tasks, boundary.id ?? '', () => {
      const template = this.templateOf(boundary);
      const steps = groupsOf(template).flatMap((group) => listOf(group));
      return [...steps, ...listOf(template?.dag?.tasks)];
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

function groupsOf(template: RawTemplate): readonly Raw<readonly ArgoTask[]>[] {
  const groups = template?.steps;
  return Array.isArray(groups) ? (groups as readonly Raw<readonly ArgoTask[]>[]) : [];
}

export function hasFailed({ phase }: Node): boolean {
  return phase === 'Failed' || phase === 'Error';
}
