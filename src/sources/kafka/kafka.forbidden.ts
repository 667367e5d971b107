import type { ForbiddenPart } from '../forbidden-parts.js';
import { counted } from '../counted.js';
import { listed } from './kafka-neighbours.js';

/** What a cluster that answers does not let us see. */
export interface Forbidden {
  /** Some groups are named, and those that we may not describe are left out. */
  readonly isGroupListPartial: boolean;
  readonly isController: boolean;
  readonly groups: readonly string[];
  readonly topics: readonly string[];
  readonly brokers: readonly string[];
}

/** Each permission that is missing, once. */
export function forbiddenParts(forbidden: Forbidden): readonly ForbiddenPart[] {
  const { isGroupListPartial, isController, groups, topics, brokers } = forbidden;
  const parts: ForbiddenPart[] = [];
  if (isGroupListPartial) {
    const message = 'Without Describe on the cluster, consumer groups are left out that Vitals may not describe.';
    parts.push({ subject: 'list of consumer groups', message });
  }
  if (isController)
    parts.push({ subject: 'controller', message: may('tell the controller', 'Describe on the cluster') });
  if (brokers.length > 0) {
    const what = `read the log directories of ${listed(brokers)}`;
    parts.push({ subject: 'log directories', message: may(what, 'Describe on the cluster') });
  }
  if (topics.length > 0) {
    const what = `read min.insync.replicas of ${counted(topics.length, 'topic')}, ${listed(topics)}`;
    parts.push({ subject: 'topic configuration', message: may(what, 'DescribeConfigs on topics') });
  }
  if (groups.length > 0) {
    const what = `read the offsets of ${counted(groups.length, 'consumer group')}, ${listed(groups)}`;
    parts.push({ subject: 'committed offsets', message: may(what, 'Describe on groups') });
  }
  return parts;
}

function may(what: string, permission: string): string {
  return `Vitals may not ${what} (${permission}).`;
}
