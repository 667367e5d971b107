import { useEffect } from 'react';
import { DemoBanner } from '../common/demo-banner.js';
import { ReplayDocument } from '../graphql/graphql.js';
import { useStore } from './live/store.js';
import { stream } from './live/stream.js';
import { visitor } from './live/token.js';
import { useAnswer } from './live/use-answer.js';

/** No change says that there will be none. */
const NOW_AND_THEN = { interval: 10_000, isLive: false };

/** Says that what is shown was recorded, and when that is over. */
export function Replay() {
  const recording = useStore(stream.recording);
  const { refusal } = useStore(visitor);
  return (
    <>
      <DemoBanner recording={recording} />
      {recording !== undefined && refusal === null && <Following />}
    </>
  );
}

/** Asks now and then what the recording is called; where nothing is replayed, nobody has to. */
function Following() {
  const { data } = useAnswer(ReplayDocument, {}, NOW_AND_THEN);
  useEffect(() => {
    if (data !== null) stream.noteServer(data.server);
  }, [data]);
  return null;
}
