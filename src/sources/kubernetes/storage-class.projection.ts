import type { V1StorageClass } from '@kubernetes/client-node';
import { SupportKind } from '../../model/kinds.js';
import type { StorageClass } from '../../model/volume.js';
import { type Place, identityOf } from '../../clients/kubernetes-projection.js';
import { type Raw, textOf } from '../../clients/kubernetes-raw-object.js';

const DEFAULT_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

export function projectStorageClass(raw: Raw<V1StorageClass>, place: Place): StorageClass {
  const { id, kind, name, system } = identityOf(SupportKind.STORAGE_CLASS, raw?.metadata, place);
  return {
    id,
    kind,
    name,
    system,
    namespace: null,
    provisioner: textOf(raw?.provisioner) ?? '',
    waitsForConsumer: raw?.volumeBindingMode === 'WaitForFirstConsumer',
    isDefault: raw?.metadata?.annotations?.[DEFAULT_ANNOTATION] === 'true',
  };
}
