import type { V1VolumeAttachment, V1VolumeError } from '@kubernetes/client-node';
import { SupportKind } from '../../model/kinds.js';
import type { AttachmentError, VolumeAttachment } from '../../model/volume.js';
import { type Place, timeOf, createdAtOf, identityOf, messageOf } from '../../clients/kubernetes-projection.js';
import { type Raw, requiredText, textOf } from '../../clients/kubernetes-raw-object.js';

/** `errorSince` is not in the object: whoever watches it knows (see `AttachmentErrors`). */
export function projectVolumeAttachment(
  raw: Raw<V1VolumeAttachment>,
  place: Place,
): Omit<VolumeAttachment, 'errorSince'> {
  const { metadata, spec, status } = raw ?? {};
  const { id, kind, name, system } = identityOf(SupportKind.VOLUME_ATTACHMENT, metadata, place);
  return {
    id,
    kind,
    name,
    system,
    namespace: null,
    nodeName: place.interner.text(requiredText(spec?.nodeName, 'node')),
    isAttached: status?.attached === true,
    attachError: errorOf(status?.attachError, place),
    detachError: errorOf(status?.detachError, place),
    volumeName: textOf(spec?.source?.persistentVolumeName),
    attacher: place.interner.text(textOf(spec?.attacher) ?? ''),
    createdAt: createdAtOf(metadata, place),
    deletingSince: timeOf(metadata?.deletionTimestamp, place),
  };
}

function errorOf(error: Raw<V1VolumeError>, place: Place): AttachmentError | null {
  return error == null ? null : { message: messageOf(error.message) ?? '', at: timeOf(error.time, place) };
}
