import { describeObstacles, readSchedulerMessage } from '../../../../src/sources/kubernetes/rules/scheduler-message.js';

describe("the scheduler's message", () => {
  it.each([
    ['0/3 nodes are available: 3 Insufficient cpu.', 'CPU on 3 nodes'],
    [
      '0/1 nodes are available: 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims found.',
      'memory on 1 node',
    ],
    ['0/2 nodes are available: 2 Insufficient nvidia.com/gpu.', 'GPU on 2 nodes'],
    [
      '0/9 nodes are available: 1 Too many pods, 8 node(s) had untolerated taint {kwok.x-k8s.io/node: fake}.',
      'taint on 8 nodes, too many pods on 1 node',
    ],
    ["0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.", 'node affinity on 1 node'],
    ['0/2 nodes are available: 2 node(s) had volume node affinity conflict.', 'volume zone on 2 nodes'],
    ['0/2 nodes are available: 2 node(s) had no available volume zone.', 'volume zone on 2 nodes'],
    ['0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found', 'unbound claim'],
    ["0/4 nodes are available: 4 node(s) didn't match pod topology spread constraints.", 'topology spread on 4 nodes'],
    ["0/4 nodes are available: 4 node(s) didn't match pod anti-affinity rules.", 'pod affinity on 4 nodes'],
    [
      '0/4 nodes are available: 1 node(s) had untolerated taint {a: b, c: d}, 3 node(s) were unschedulable.',
      'cordoned on 3 nodes, taint on 1 node',
    ],
    ["0/2 nodes are available: 2 node(s) didn't match PersistentVolume's node affinity.", 'volume zone on 2 nodes'],
    [
      '0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient nvidia.com/mig-1g.5gb. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
      'GPU on 2 nodes, taint on 1 node',
    ],
    ["0/1 nodes are available: 1 node(s) had taint {dedicated: db}, that the pod didn't tolerate.", 'taint on 1 node'],
    [
      '0/1 nodes are available: persistentvolumeclaim "data" bound to non-existent persistentvolume "pv-1". not found',
      'unbound claim',
    ],
    [
      '0/1 nodes are available: waiting for ephemeral volume controller to create the persistentvolumeclaim "web-tmp".',
      'unbound claim',
    ],
    [
      '0/2 nodes are available: 2 node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s).',
      'unbound claim on 2 nodes',
    ],
    ['0/2 nodes are available: 2 node(s) did not have enough free storage.', 'storage capacity on 2 nodes'],
    ['0/2 nodes are available: 2 node(s) exceed max volume count.', 'too many volumes on 2 nodes'],
    [
      '0/1 nodes are available: 1 node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod.',
      'volume in use on 1 node',
    ],
    ["0/1 nodes are available: 1 node(s) didn't satisfy existing pods anti-affinity rules.", 'pod affinity on 1 node'],
    ["0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.", 'host port on 1 node'],
    ['something new', ''],
  ])('%s', (message, expected) => {
    expect(describeObstacles(readSchedulerMessage(message))).toBe(expected);
  });

  it('may be missing', () => {
    expect(readSchedulerMessage(null)).toEqual([]);
  });
});
