import type { ResourceId } from '../../src/model/ids.js';
import type { World } from './judged.js';

/** All that anybody may ask of resources: a rule that throws fails the test. */
export function askAll(world: World, ids: ReadonlySet<ResourceId>): void {
  for (const id of ids) {
    const entry = world.registry.get(id);
    if (entry === undefined) continue;
    const failed = world.readings(id).filter(({ unavailable }) => unavailable === 'rule failed');
    expect(failed).toEqual([]);
    for (const finding of entry.findings) {
      world.registry.causesOf(finding);
      world.registry.consequencesOf(finding);
      expect(finding.message.length).toBeLessThan(10_000);
    }
    world.registry.neighbours(entry, 'dependsOn');
    world.registry.neighbours(entry, 'dependents');
  }
}
