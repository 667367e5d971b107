import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ResourceKind } from '../model/kinds.js';
import { Pod } from '../model/pod.js';
import { DurationScalar } from '../model/scalars.js';
import type { Milliseconds } from '../model/time.js';
import { Workflow, WorkflowEngine, WorkflowStep } from '../model/workflow.js';
import type { Entry } from '../registry/entry.js';
import { type Condition, allOf, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { WorkflowConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { WorkflowFilter } from './filters.js';
import { RecordsOf, byName, entryOf, isObtained, list, obtained } from './listing.js';
import type { Optional } from './optional.js';
import { WorkflowOrder, resourceOrdering } from './orders.js';
import { systemOf } from './systems.js';

@Resolver(() => WorkflowEngine)
export class WorkflowEngineResolver {
  @Query(() => [WorkflowEngine], { description: 'Controllers of Argo Workflows that are configured.' })
  workflowEngines(@Ctx() { registry }: GraphContext): readonly WorkflowEngine[] {
    return byName(registry.entries(ResourceKind.WORKFLOW_ENGINE));
  }

  @FieldResolver(() => WorkflowConnection, {
    nullable: true,
    description: 'Its workflows, those included that are over and still there; null where they were never listed.',
  })
  workflows(
    @Root() engine: WorkflowEngine,
    @Arg('filter', () => WorkflowFilter, { nullable: true, description: 'Which workflows.' })
    filter: Optional<WorkflowFilter>,
    @Arg('orderBy', () => WorkflowOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<WorkflowOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Workflow>> | null {
    const { registry } = context;
    if (!isObtained(registry, ResourceKind.WORKFLOW, engine.system)) return null;
    const own = new RecordsOf([ResourceKind.WORKFLOW], [engine.system]);
    return workflowPage(own, filter, orderBy, page, context);
  }
}

@Resolver(() => Workflow)
export class WorkflowResolver {
  @Query(() => WorkflowConnection, { nullable: true, description: 'Runs of Argo Workflows, of all engines.' })
  workflows(
    @Arg('filter', () => WorkflowFilter, { nullable: true, description: 'Which workflows.' })
    filter: Optional<WorkflowFilter>,
    @Arg('orderBy', () => WorkflowOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<WorkflowOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Workflow>> {
    return workflowPage(
      obtained(context.registry, ResourceKind.WORKFLOW, filter?.clusters),
      filter,
      orderBy,
      page,
      context,
    );
  }

  @FieldResolver(() => WorkflowEngine, { nullable: true, description: 'The engine that runs it.' })
  engine(@Root() { system }: Workflow, @Ctx() { registry }: GraphContext): WorkflowEngine | null {
    return systemOf(registry, ResourceKind.WORKFLOW_ENGINE, system);
  }

  @FieldResolver(() => String, { description: 'The name of its namespace.' })
  namespaceName(@Root() { namespace }: Workflow): string {
    return namespace;
  }

  @FieldResolver(() => DurationScalar, {
    nullable: true,
    description: 'How long it waited to be started, or has been waiting; null for one that ended without a start.',
  })
  queuedFor(@Root() workflow: Workflow, @Ctx() context: GraphContext): Milliseconds | null {
    const { createdAt, startedAt, finishedAt } = workflow;
    if (startedAt === null && finishedAt !== null) return null;
    return Math.max(0, (startedAt ?? context.clock.now()) - createdAt);
  }

  @FieldResolver(() => [WorkflowStep], {
    nullable: true,
    description:
      'Steps that wait, are at work, or failed for good, up to a hundred; empty for one that succeeded, null where its steps cannot be seen (`stepsUnavailable`).',
  })
  steps(@Root() workflow: Workflow, @Ctx() { registry }: GraphContext): readonly WorkflowStep[] | null {
    if (workflow.stepsUnavailable !== null) return null;
    return byName(
      entryOf(registry, ResourceKind.WORKFLOW, workflow)?.from('workflow', ResourceKind.WORKFLOW_STEP) ?? [],
    );
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many steps there are; null where they cannot be seen, and for one that succeeded.',
  })
  stepCount(@Root() { steps }: Workflow): number | null {
    return steps?.total ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many steps failed for good; null where they cannot be seen, and for one that succeeded.',
  })
  failedStepCount(@Root() { steps }: Workflow): number | null {
    return steps?.failed ?? null;
  }
}

@Resolver(() => WorkflowStep)
export class WorkflowStepResolver {
  @FieldResolver(() => Workflow, { nullable: true, description: 'The workflow that it is a step of.' })
  workflow(@Root() { workflowId }: WorkflowStep, @Ctx() { registry }: GraphContext): Workflow | null {
    return (registry.get(workflowId)?.main ?? null) as Workflow | null;
  }

  @FieldResolver(() => Pod, {
    nullable: true,
    description: 'Its pod; null where it has none, it is gone, or no cluster is configured for the engine.',
  })
  pod(@Root() { id }: WorkflowStep, @Ctx() { registry }: GraphContext): Pod | null {
    return registry.get(id)?.one('runsOn', ResourceKind.POD)?.main ?? null;
  }
}

function workflowPage(
  records: RecordsOf<ResourceKind.WORKFLOW>,
  filter: Optional<WorkflowFilter>,
  orderBy: Optional<WorkflowOrder>,
  page: PageArgs,
  context: GraphContext,
): Promise<Connection<Workflow>> {
  const ordering = resourceOrdering('workflows', orderBy, {
    STARTED_AT: ({ main }) => (main as Workflow).startedAt,
    DURATION: ({ main }) => durationOf(main as Workflow, context),
  });
  return list({ records, filter, condition: workflowCondition(filter), ordering }, page, context);
}

/** The clock is looked at only for one that is not over: an answer that holds the time is not kept. */
function durationOf({ startedAt, finishedAt }: Workflow, context: GraphContext): Milliseconds | null {
  return startedAt === null ? null : (finishedAt ?? context.clock.now()) - startedAt;
}

function workflowCondition(filter: Optional<WorkflowFilter>): Condition<Entry<ResourceKind.WORKFLOW>> {
  return allOf<Entry<ResourceKind.WORKFLOW>>(
    among(filter?.phase, ({ main }) => main.phase),
    among(filter?.templates, ({ main }) => main.template),
  );
}
