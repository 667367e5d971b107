import { z } from 'zod';
import { KubernetesError } from './kubernetes-error.js';
import { asRawObject, type RawObject } from './kubernetes-watch-event.js';

interface ListPage {
  /** The same on every page of one list. */
  readonly resourceVersion: string;
  readonly objects: readonly RawObject[];
  /** Asks for the next page; null on the last. */
  readonly next: string | null;
}

const pageSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().min(1), continue: z.string().optional() }),
  // Go writes an empty list as null.
  items: z.array(z.unknown()).nullish(),
});

/** @throws KubernetesError `invalid` for what is no list. */
export function parseListPage(body: unknown): ListPage {
  const { data } = pageSchema.safeParse(body);
  if (data === undefined) throw new KubernetesError('invalid', 'the answer is not a list');
  const { metadata, items } = data;
  return {
    resourceVersion: metadata.resourceVersion,
    objects: (items ?? []).map(asRawObject),
    next: metadata.continue === undefined || metadata.continue === '' ? null : metadata.continue,
  };
}
