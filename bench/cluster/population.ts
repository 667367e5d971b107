import type { Population } from '../populations.js';
import { objectsOf } from './objects.js';
import { Projector } from './observed.js';

const projector = new Projector();

/** A whole cluster of so many pods: what else is in it is counted with them. */
export const pods: Population = {
  begin: (now) => projector.begin(now),
  *events(count, clock) {
    for (const object of objectsOf(count)) yield projector.project(object, clock.now());
  },
};
