import { Agent, get } from 'node:http';

/*
 * Users of a service: ten requests a second to each address, as long as it runs. What is not answered is given up after
 * some seconds, and nothing more is asked of an address while too much is unanswered.
 *
 * Usage: tsx http-life.main.ts URL…
 */
const urls = process.argv.slice(2);

const EVERY = 100;
const GIVEN_UP_AFTER = 5_000;
const MOST_UNANSWERED = 60;

const agent = new Agent({ keepAlive: true, maxSockets: MOST_UNANSWERED });
const unanswered = new Map<string, number>();

function ask(url: string): void {
  const waiting = unanswered.get(url) ?? 0;
  if (waiting >= MOST_UNANSWERED) return;
  unanswered.set(url, waiting + 1);
  const request = get(url, { agent, signal: AbortSignal.timeout(GIVEN_UP_AFTER) });
  request.on('response', (response) => response.resume().on('error', () => undefined));
  // A service that fails is what is meant to be seen.
  request.on('error', () => undefined);
  request.on('close', () => {
    unanswered.set(url, (unanswered.get(url) ?? 1) - 1);
  });
}

setInterval(() => {
  for (const url of urls) ask(url);
}, EVERY);
