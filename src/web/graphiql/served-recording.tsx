import { useEffect, useState } from 'react';
import { DemoBanner } from '../common/demo-banner.js';
import { askRecording } from './endpoint.js';

/** Says that what is shown was recorded, once the server has said so. */
export function ServedRecording() {
  const [recording, setRecording] = useState<string>();

  useEffect(() => {
    const leaving = new AbortController();
    askRecording(leaving.signal).then(setRecording, () => {
      // A server that cannot be reached or refuses to answer shows as such in the explorer itself.
    });
    return () => {
      leaving.abort();
    };
  }, []);

  return <DemoBanner recording={recording} />;
}
