import type { Endpoint } from '../../config/fields.js';
import type { Clock } from '../../model/clock.js';
import { type Milliseconds, after } from '../../model/time.js';
import { firstAnswer } from '../first-answer.js';
import { askAdmin } from './zookeeper.admin.js';
import { readAdmin, readMonitor, readServer } from './zookeeper.answers.js';
import { IDLE, type SeenFacts } from './zookeeper.facts.js';
import { NothingTold } from './zookeeper.failure.js';
import { askWord } from './zookeeper.words.js';

/** How members of an ensemble are asked. */
interface Asking {
  /** Null: they have no admin server, or it is not to be asked. */
  readonly adminPort: number | null;
  /** For all that is asked of one member. */
  readonly deadline: Milliseconds;
  readonly clock: Clock;
}

/**
 * Words that take a larger share of the deadline than this have the admin server asked beside them: a port that speaks only TLS
 * waits for a fifth byte, and says nothing to four.
 */
const WORDS_WITHIN = 0.4;

/** An admin server that says nothing ends before the deadline does: what the words said is not lost with it. */
const ADMIN_WITHIN = 0.9;

/** What the words say where they do not say all: for want of anything better. */
class HalfTold extends Error {
  constructor(readonly facts: SeenFacts) {
    super('The words do not tell all.');
  }
}

/**
 * Looks at one member: in words; and by its admin server, where one is configured, and the words fail, do not tell all or take
 * their time. Rejects where the member cannot be seen; what it may not tell is missing with the reason.
 */
export async function lookAt(member: Endpoint, asking: Asking, signal: AbortSignal): Promise<SeenFacts> {
  const { adminPort: port, deadline, clock } = asking;
  const [enough, late] = [new AbortController(), new AbortController()];
  const either = AbortSignal.any([signal, enough.signal]);
  const disarm = clock.at(after(clock.now(), deadline * ADMIN_WITHIN), () => {
    late.abort();
  });
  const ways = [() => byWords(member, either)];
  if (port !== null) ways.push(() => byAdmin(member, port, AbortSignal.any([either, late.signal])));
  try {
    return await firstAnswer(ways, deadline * WORDS_WITHIN, clock);
  } catch (error) {
    // A member whose admin server says nothing either is what its words say it is.
    if (error instanceof HalfTold) return error.facts;
    throw error;
  } finally {
    disarm();
    enough.abort();
  }
}

/** `srvr`, which is allowed unless someone forbade it; then `mntr`, which tells more. */
async function byWords(member: Endpoint, signal: AbortSignal): Promise<SeenFacts> {
  const { text, address } = await askWord(member, 'srvr', signal);
  const brief = readServer(text);
  if (brief.outcome === 'idle') return { ...IDLE, address };
  // Whoever answers one word with rubbish is not asked for more of it.
  const full = brief.outcome === 'garbage' ? brief : readMonitor((await askWord(member, 'mntr', signal)).text);
  if (full.outcome === 'facts') return { ...full.facts, address };
  if (full.outcome === 'idle') return { ...IDLE, address };
  if (brief.outcome === 'facts' && full.outcome !== 'garbage') throw new HalfTold({ ...brief.facts, address });
  throw new NothingTold(brief.outcome === 'refused' && full.outcome === 'silent' ? 'refused' : full.outcome);
}

async function byAdmin(member: Endpoint, port: number, signal: AbortSignal): Promise<SeenFacts> {
  const { text, address } = await askAdmin(member, port, signal);
  const told = readAdmin(text);
  if (told.outcome === 'facts') return { ...told.facts, address };
  if (told.outcome === 'idle') return { ...IDLE, address };
  throw new NothingTold(told.outcome);
}
