import { gunzipSync } from 'node:zlib';
import { textOf } from '../../clients/kubernetes-raw-object.js';
import { MEBIBYTE } from '../../model/bytes.js';
import type { RawNode, RawWorkflow } from './workflow-objects.js';

/** What `status.nodes` may take once it is unpacked; a thousand nodes take about one. */
const MOST_BYTES = 64 * MEBIBYTE;

type NodeMap = Readonly<Record<string, RawNode>>;

/** The nodes of a workflow, or why they are not in it. */
export type NodeStatus =
  | { readonly nodes: readonly NonNullable<RawNode>[] }
  /** The engine keeps them elsewhere: under this version. */
  | { readonly offloadedAs: string }
  /** What is in their place cannot be read. */
  | { readonly isUnreadable: true };

/** Reads them from where Argo puts them by their length: as they are, packed, or into a database. */
export function nodeStatusOf(status: NonNullable<RawWorkflow>['status']): NodeStatus {
  const nodes = nodesOf(status?.nodes);
  if (nodes !== null && nodes.length > 0) return { nodes };
  const packed = textOf(status?.compressedNodes);
  if (packed !== null) return unpack(packed);
  const offloadedAs = textOf(status?.offloadNodeStatusVersion);
  return offloadedAs === null ? { nodes: [] } : { offloadedAs };
}

function unpack(packed: string): NodeStatus {
  try {
    const bytes = gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES });
    const nodes = nodesOf(JSON.parse(bytes.toString('utf8')) as NodeMap);
    return nodes === null ? { isUnreadable: true } : { nodes };
  } catch {
    return { isUnreadable: true };
  }
}

function nodesOf(nodes: NodeMap | null | undefined): readonly NonNullable<RawNode>[] | null {
  if (typeof nodes !== 'object' || nodes === null) return null;
  return Object.values(nodes).filter(
    (node): node is NonNullable<RawNode> => typeof node === 'object' && node !== null && textOf(node.id) !== null,
  );
}
