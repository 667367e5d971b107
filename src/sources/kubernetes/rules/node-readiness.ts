import type { ResourceKind } from '../../../model/kinds.js';
import type { Condition, Node } from '../../../model/node.js';
import type { Seen } from '../../../model/rule.js';
import { type Instant, instant } from '../../../model/time.js';

type SeenNode = Seen<ResourceKind.NODE>;

const STATUSES = ['True', 'False', 'Unknown'] as const;

/** A node that became ready, or ceased to be. */
interface Turn {
  readonly at: Instant;
  readonly isReady: boolean;
}

export function readyOf({ conditions }: Node): Condition | undefined {
  return conditions.find(({ type }) => type === 'Ready');
}

/** For the series `readySince`: since when Ready has the status that it has. Each status has a past of its own. */
export function readySinceOf(node: Node): readonly { readonly subject: string; readonly value: number }[] {
  const ready = readyOf(node);
  return ready === undefined || ready.since === null ? [] : [{ subject: ready.status, value: ready.since }];
}

/**
 * When it became ready, or ceased to be, as far back as is known; oldest first. False and Unknown are two ways of not being
 * ready: from one to the other nothing turns.
 */
export function turnsOf(node: SeenNode): readonly Turn[] {
  const past = STATUSES.flatMap((status) =>
    node.samples('readySince', status).map(({ at, value }) => ({ at, value, isReady: status === 'True' })),
  ).sort((a, b) => a.at - b.at || a.value - b.value);
  return past
    .filter(({ isReady }, index) => isReady !== past[index - 1]?.isReady)
    .map(({ value, isReady }) => ({ at: instant(value), isReady }));
}

/** Since when a node that is not ready has not been. */
export function unreadySince(node: SeenNode): Instant {
  const last = turnsOf(node).at(-1);
  return last?.isReady === false ? last.at : (readyOf(node.main)?.since ?? node.main.createdAt);
}
