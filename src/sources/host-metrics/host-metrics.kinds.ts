import { type KindDefinition, type Series, defineKind } from '../../model/kind-definition.js';
import { SupportKind } from '../../model/kinds.js';
import { MINUTE, SECOND } from '../../model/time.js';

type Counter = 'Iops' | 'Throughput';

/** How far back counters are kept: no window of a limit can be longer. */
const KEPT = 10 * MINUTE;

/** Counters of one sort: of the disk itself, and of the instance that it is attached to. */
function exceeded(name: string, counter: Counter): Series<SupportKind.VOLUME_DEVICE> {
  return {
    name,
    aspect: 'main',
    keep: 'last',
    step: () => 10 * SECOND,
    window: () => KEPT,
    values: (facts) => {
      const own = facts[`exceeded${counter}Seconds`];
      const ofInstance = facts[`instanceExceeded${counter}Seconds`];
      return [
        ...(own === null ? [] : [{ subject: null, value: own }]),
        ...(ofInstance === null ? [] : [{ subject: 'instance', value: ofInstance }]),
      ];
    },
  };
}

const volumeDeviceKind = defineKind({
  kind: SupportKind.VOLUME_DEVICE,
  series: [exceeded('exceededIops', 'Iops'), exceeded('exceededThroughput', 'Throughput')],
});

export const hostMetricsKinds: readonly KindDefinition[] = [volumeDeviceKind];
