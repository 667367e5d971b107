/** The longest name that Kubernetes takes, less the hash and its hyphen, as Argo cuts it. */
const LONGEST_PREFIX = 253 - 10 - 1;

/**
 * What Argo calls the pod of a node (workflow/util/pod_name.go).
 * @param format of the workflow's annotation `workflows.argoproj.io/pod-name-format`; `v2` since 3.4 unless told
 */
export function podNameOf(
  workflow: string,
  node: { readonly id: string; readonly name: string; readonly template: string | null },
  format: string | null,
): string {
  if (format === 'v1') return node.id;
  if (workflow === node.name) return workflow;
  const prefix = node.template === null ? workflow : `${workflow}-${node.template}`;
  return `${prefix.slice(0, LONGEST_PREFIX)}-${fnv1a(node.name)}`;
}

/** FNV-1a of 32 bits over the bytes of a text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
