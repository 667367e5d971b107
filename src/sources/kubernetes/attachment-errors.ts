import type { AttachmentError, VolumeAttachment } from '../../model/volume.js';
import type { Instant } from '../../model/time.js';

type Attachment = Omit<VolumeAttachment, 'errorSince'>;

const ERRORS = ['attachError', 'detachError'] as const;

/**
 * Since when attachments are in error: the attacher writes a new time at every retry, so the first one is kept here. To fail
 * to be attached and to fail to be detached are two matters, each with its own time.
 */
export class AttachmentErrors {
  private readonly since = new Map<string, Instant>();

  constructor(private readonly now: () => Instant) {}

  complete(uid: string, attachment: Attachment): VolumeAttachment {
    const [attachSince = null, detachSince = null] = ERRORS.map((which) =>
      this.sinceOf(`${uid}/${which}`, attachment[which]),
    );
    return { ...attachment, errorSince: attachment.deletingSince === null ? attachSince : detachSince };
  }

  forget(uid: string): void {
    for (const which of ERRORS) this.since.delete(`${uid}/${which}`);
  }

  private sinceOf(key: string, error: AttachmentError | null): Instant | null {
    if (error === null) {
      this.since.delete(key);
      return null;
    }
    const known = this.since.get(key);
    if (known !== undefined) return known;
    const now = this.now();
    // An error that was there before us is as old as it says, at least; another machine's clock may be ahead.
    const since = error.at !== null && error.at < now ? error.at : now;
    this.since.set(key, since);
    return since;
  }
}
