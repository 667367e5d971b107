import type { VolumeAttachment } from '../../model/volume.js';
import type { Instant } from '../../model/time.js';

/** Since when attachments are in error: the attacher writes a new time at every retry, so the first one is kept here. */
export class AttachmentErrors {
  private readonly since = new Map<string, Instant>();

  constructor(private readonly now: () => Instant) {}

  complete(uid: string, attachment: Omit<VolumeAttachment, 'errorSince'>): VolumeAttachment {
    return { ...attachment, errorSince: this.sinceOf(uid, attachment) };
  }

  forget(uid: string): void {
    this.since.delete(uid);
  }

  private sinceOf(uid: string, { attachError, detachError }: Omit<VolumeAttachment, 'errorSince'>): Instant | null {
    const error = attachError ?? detachError;
    if (error === null) {
      this.since.delete(uid);
      return null;
    }
    const known = this.since.get(uid);
    if (known !== undefined) return known;
    const now = this.now();
    // An error that was there before us is as old as it says, at least; another machine's clock may be ahead.
    const since = error.at !== null && error.at < now ? error.at : now;
    this.since.set(uid, since);
    return since;
  }
}
