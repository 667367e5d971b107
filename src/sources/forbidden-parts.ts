import type { Sight } from '../model/source.js';
import type { Instant } from '../model/time.js';

/** What is called so may not be read, and in one sentence by whom, what, and with which permission it could be. */
export interface ForbiddenPart {
  readonly subject: string;
  readonly message: string;
}

/** Parts of a system that answers, which may not be read: each is a sight as long as it is so. */
export class ForbiddenParts {
  private since = new Map<string, Instant>();

  /** @param parts all that may not be read now */
  sights(parts: readonly ForbiddenPart[], now: Instant): readonly Sight[] {
    const before = this.since;
    this.since = new Map(parts.map(({ subject }) => [subject, before.get(subject) ?? now]));
    return parts.map(({ subject, message }) => ({
      subject,
      kind: null,
      resourceId: null,
      state: 'forbidden',
      message,
      since: this.since.get(subject) ?? now,
      contactAt: null,
    }));
  }
}
