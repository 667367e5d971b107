import { askAdmin } from './zookeeper.admin.js';
import { readAdmin, readMonitor, readServer } from './zookeeper.answers.js';
import type { Endpoint } from '../../config/fields.js';
import { IDLE, type SeenFacts, type Told } from './zookeeper.facts.js';
import { NothingTold } from './zookeeper.failure.js';
import { askWord } from './zookeeper.words.js';

/**
 * Looks at one member: `srvr`, which is allowed unless someone forbade it; then `mntr`, which tells more; then the admin
 * server, where one is configured and `mntr` is not to be had. Rejects where the member cannot be seen; what it may not
 * tell is missing with the reason.
 */
export async function lookAt(member: Endpoint, adminPort: number | null, signal: AbortSignal): Promise<SeenFacts> {
  const { text, address } = await askWord(member, 'srvr', signal);
  return { ...(await factsOf(readServer(text), member, adminPort, signal)), address };
}

async function factsOf(
  brief: Told,
  member: Endpoint,
  adminPort: number | null,
  signal: AbortSignal,
): Promise<SeenFacts> {
  if (brief.outcome === 'idle') return IDLE;
  // Whoever answers one word with rubbish is not asked for more of it.
  const words = brief.outcome === 'garbage' ? brief : readMonitor((await askWord(member, 'mntr', signal)).text);
  const full =
    words.outcome === 'facts' || adminPort === null ? words : await otherWay(words, member, adminPort, signal);
  if (full.outcome === 'facts') return full.facts;
  if (full.outcome === 'idle') return IDLE;
  if (brief.outcome === 'facts' && full.outcome !== 'garbage') return brief.facts;
  throw new NothingTold(brief.outcome === 'refused' && full.outcome === 'silent' ? 'refused' : full.outcome);
}

/** A member whose admin server says nothing either is what its words say it is. */
async function otherWay(words: Told, member: Endpoint, adminPort: number, signal: AbortSignal): Promise<Told> {
  try {
    const answer = readAdmin(await askAdmin(member, adminPort, signal));
    return answer.outcome === 'facts' || answer.outcome === 'idle' ? answer : words;
  } catch (error) {
    if (signal.aborted) throw error;
    return words;
  }
}
