import { getOrMake } from '../../model/get-or-make.js';
import type { Claim } from '../../model/volume.js';
import type { Node } from '../../model/node.js';
import type { Pod } from '../../model/pod.js';
import type { ResourceId } from '../../model/ids.js';

/** A kubelet that can be asked. */
export interface KubeletTarget {
  readonly nodeId: ResourceId;
  readonly nodeName: string;
  readonly host: string;
  readonly port: number;
}

/** Who is told which kubelets there are. */
export interface KubeletListener {
  add(target: KubeletTarget): void;
  remove(nodeId: ResourceId): void;
}

/**
 * Which record it is that a kubelet speaks of: it knows pods by uid (of a static pod its own one), claims by name. Holds ids
 * that the records hold too, and nothing else.
 */
export class ClusterInventory {
  private readonly targets = new Map<ResourceId, KubeletTarget>();
  private readonly claims = new TwoWay<string>();
  private readonly mirrors = new TwoWay<string>();
  private readonly nodeOfPod = new Map<ResourceId, string>();
  private readonly podsOfNode = new Map<string, Set<ResourceId>>();

  constructor(private readonly listener: KubeletListener) {}

  putNode({ id, name, kubeletHost: host, kubeletPort: port }: Node): void {
    if (host === null) {
      this.dropNode(id);
      return;
    }
    const before = this.targets.get(id);
    if (before?.host === host && before.port === port) return;
    this.dropNode(id);
    const target = { nodeId: id, nodeName: name, host, port };
    this.targets.set(id, target);
    this.listener.add(target);
  }

  dropNode(id: ResourceId): void {
    if (this.targets.delete(id)) this.listener.remove(id);
  }

  /** @param staticUid the uid under which a kubelet reports the static pod that this one mirrors */
  putMirror(staticUid: string, id: ResourceId): void {
    this.mirrors.set(staticUid, id);
  }

  putPod({ id, nodeName }: Pod): void {
    if (nodeName === null || this.nodeOfPod.get(id) === nodeName) return;
    this.leaveNode(id);
    this.nodeOfPod.set(id, nodeName);
    getOrMake(this.podsOfNode, nodeName, () => new Set<ResourceId>()).add(id);
  }

  dropPod(id: ResourceId): void {
    this.mirrors.drop(id);
    this.leaveNode(id);
  }

  putClaim({ id, namespace, name }: Claim): void {
    this.claims.set(`${namespace}/${name}`, id);
  }

  dropClaim(id: ResourceId): void {
    this.claims.drop(id);
  }

  claimId(namespace: string, name: string): ResourceId | undefined {
    return this.claims.get(`${namespace}/${name}`);
  }

  /** Of the static pod that a kubelet knows by this uid. */
  mirrorId(uid: string): ResourceId | undefined {
    return this.mirrors.get(uid);
  }

  podsOn(nodeName: string): ReadonlySet<ResourceId> {
    return this.podsOfNode.get(nodeName) ?? new Set();
  }

  private leaveNode(id: ResourceId): void {
    const nodeName = this.nodeOfPod.get(id);
    if (nodeName === undefined) return;
    this.nodeOfPod.delete(id);
    const pods = this.podsOfNode.get(nodeName);
    pods?.delete(id);
    if (pods?.size === 0) this.podsOfNode.delete(nodeName);
  }
}

/** A name for an id, until that very id is gone: a new record may hold the name by then. */
class TwoWay<Name> {
  private readonly ids = new Map<Name, ResourceId>();
  private readonly names = new Map<ResourceId, Name>();

  get(name: Name): ResourceId | undefined {
    return this.ids.get(name);
  }

  set(name: Name, id: ResourceId): void {
    this.ids.set(name, id);
    this.names.set(id, name);
  }

  drop(id: ResourceId): void {
    const name = this.names.get(id);
    if (name === undefined) return;
    this.names.delete(id);
    if (this.ids.get(name) === id) this.ids.delete(name);
  }
}
