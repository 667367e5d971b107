import { useEffect, useState } from 'react';
import { askRecording } from './endpoint.js';

/** Says that what is shown was recorded. The region is there before its text, so that screen readers announce it. */
export function DemoBanner() {
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

  return (
    <div role="status" className="demo-banner">
      {recording !== undefined && (
        <>
          <strong>Demo:</strong> replaying {recording}
        </>
      )}
    </div>
  );
}
