import { setImmediate as turn } from 'node:timers/promises';
import type { ArgoServer } from '../../../src/sources/argo/argo-server.js';
import { OffloadedSteps } from '../../../src/sources/argo/offloaded-steps.js';
import { projectWorkflow } from '../../../src/sources/argo/workflow.projection.js';
import { ManualClock } from '../../support/manual-clock.js';
import { node, place, rawWorkflow } from './argo-objects.js';

/** Answers when a test says so. */
class HeldServer {
  /** Names, in the order in which they were asked for. */
  readonly asked: string[] = [];
  private readonly held = new Map<string, () => void>();

  workflow(_namespace: string, name: string, signal: AbortSignal): Promise<unknown> {
    this.asked.push(name);
    return new Promise((resolve, reject) => {
      this.held.set(name, () => {
        resolve(rawWorkflow({ name, nodes: [node(`${name}.a`)] }));
      });
      signal.addEventListener('abort', () => {
        reject(new Error('It was called off.'));
      });
    });
  }

  async answer(...names: string[]): Promise<void> {
    for (const name of names) this.held.get(name)?.();
    await turn();
  }

  close(): void {
    this.asked.push('closed');
  }
}

let server: HeldServer;
let told: string[];
let offloaded: OffloadedSteps;

beforeEach(() => {
  server = new HeldServer();
  told = [];
  offloaded = new OffloadedSteps({
    server: server as unknown as ArgoServer,
    deadline: 60_000,
    clock: new ManualClock(),
    project: (raw) => projectWorkflow(raw, place),
    onSteps: (uid) => void told.push(uid),
    onReach: () => undefined,
  });
});

afterEach(() => {
  offloaded.stop();
});

const FIRST = ['a', 'b', 'c', 'd'];

function want(...names: string[]): void {
  for (const name of names) offloaded.want(name, projectWorkflow(rawWorkflow({ name }), place));
}

it('asks for four at a time, and for the others as places become free, first come, first served', async () => {
  want(...FIRST, 'e', 'f', 'g');
  expect(server.asked).toEqual(FIRST);
  await server.answer('c');
  expect(server.asked).toEqual([...FIRST, 'e']);
  await server.answer('a', 'b');
  expect(server.asked).toEqual([...FIRST, 'e', 'f', 'g']);
  await server.answer('d', 'e', 'f', 'g');
  expect([...told].sort()).toEqual([...FIRST, 'e', 'f', 'g']);
});

it('asks for none that was forgotten while it waited, however many those are', async () => {
  want(...FIRST);
  for (let number = 0; number < 5_000; number += 1) {
    want(`gone${number}`);
    offloaded.forget(`gone${number}`);
  }
  want('e');
  await server.answer('a');
  expect(server.asked).toEqual([...FIRST, 'e']);
});

it('takes no more in its line than a thousand', async () => {
  want(...FIRST, ...Array.from({ length: 1_500 }, (_, number) => `w${number}`));
  for (let answered = 0; answered < server.asked.length; answered += FIRST.length)
    await server.answer(...server.asked.slice(answered, answered + FIRST.length));
  expect(server.asked).toHaveLength(1_000 + FIRST.length);
});

it('asks again for one that changed while it was asked for, once and never twice at a time', async () => {
  want('a');
  want('a');
  want('a');
  want('b');
  expect(server.asked).toEqual(['a', 'b']);
  await server.answer('a');
  expect(server.asked).toEqual(['a', 'b', 'a']);
  await server.answer('a');
  expect(server.asked).toEqual(['a', 'b', 'a']);
});

it('asks for nothing once it has ended', async () => {
  want(...FIRST, 'e');
  offloaded.stop();
  await server.answer('a');
  want('f');
  expect(server.asked).toEqual([...FIRST, 'closed']);
  expect(told).toEqual([]);
});
