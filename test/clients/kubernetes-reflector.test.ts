import { KubernetesConnection } from '../../src/clients/kubernetes-connection.js';
import { Reflector } from '../../src/clients/kubernetes-reflector.js';
import type { ReflectorOptions, ReflectorTiming } from '../../src/clients/kubernetes-reflector-options.js';
import { Recorder } from './recorder.js';
import { event, page, ScriptedServer, status, thing, type Thing, type Turn } from './scripted-server.js';

/** The real proportions, a hundred times faster. */
const QUICK: Partial<ReflectorTiming> = {
  headers: 500,
  page: 500,
  idle: 600,
  listIdle: 400,
  settle: 20,
  confirm: 20,
  healthy: 100,
  firstRetry: 5,
  longestRetry: 20,
  longestRefusedRetry: 30,
  unreadableRetry: 5,
  longestRetryAfter: 150,
};

const ALWAYS_ASKED: ReadonlySet<string> = new Set(['watch', 'allowWatchBookmarks', 'timeoutSeconds']);

const RETRY_AT_ONCE = { firstRetry: 1, longestRetry: 1, longestRefusedRetry: 1, unreadableRetry: 1 };

/** A streamed list of these, complete. */
function streams(resourceVersion: number, ...things: readonly Thing[]): Turn {
  return ({ send }) => {
    send(...things.map(event.added), event.listed(resourceVersion));
  };
}

const hang: Turn = () => undefined;

describe('Reflector', () => {
  let server: ScriptedServer;
  let connection: KubernetesConnection;
  let reflector: Reflector<Thing, number>;
  let recorder: Recorder;
  let errors: string[];

  beforeEach(() => {
    recorder = new Recorder();
    errors = [];
  });

  afterEach(async () => {
    await reflector.stop();
    connection.close();
    await server.close();
  });

  async function begin(script: readonly Turn[], options: Partial<ReflectorOptions<Thing, number>> = {}): Promise<void> {
    server = await ScriptedServer.start(...script);
    connection = new KubernetesConnection({ kubeconfig: await server.kubeconfig() });
    reflector = new Reflector<Thing, number>({
      connection,
      path: '/api/v1/things',
      resource: 'things',
      project: ({ size }) => size,
      handler: recorder,
      onError: (error) => errors.push((error as Error).message),
      random: () => 0,
      ...options,
      timing: { ...QUICK, ...options.timing },
    });
    reflector.start();
  }

  /** What was asked for the n-th time, without what is always asked. */
  function asked(index: number): Record<string, string> {
    const query = Object.fromEntries(server.requests[index]?.query ?? []);
    return Object.fromEntries(Object.entries(query).filter(([name]) => !ALWAYS_ASKED.has(name)));
  }

  const STREAMED = { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' };

  describe('on a well server', () => {
    it('takes the list as a stream and goes on watching on the same connection', async () => {
      await begin([
        ({ send }) => {
          send(event.added(thing('a', 1, 10)), event.added(thing('b', 2, 20)));
          send(event.listed(7));
          send(event.modified(thing('a', 8, 11)));
        },
      ]);
      await recorder.until('a=11', () => recorder.world.get('a') === 11);
      expect(recorder.log.slice(0, 4)).toEqual(['begin', 'a=10 b=20', 'synced', 'ok']);
      expect(Object.fromEntries(server.requests[0]?.query ?? [])).toEqual({
        watch: 'true',
        allowWatchBookmarks: 'true',
        timeoutSeconds: '290',
        ...STREAMED,
      });
      expect(server.requests).toHaveLength(1);
      expect(reflector.size).toBe(2);
      expect(recorder.states).toEqual([{ kind: 'ok', message: null, lastContactAt: expect.any(Number) as number }]);
    });

    it('hands over what came at once as one batch', async () => {
      await begin([streams(1)]);
      await recorder.untilTold('ok');
      server.requests[0]?.send(
        event.added(thing('a', 2, 1)),
        event.modified(thing('a', 3, 2)),
        event.deleted(thing('a', 4)),
      );
      await recorder.untilTold('a=1 a=2 -a');
      expect(recorder.world.size).toBe(0);
    });

    it('adds its own query to selectors', async () => {
      await begin([streams(1)], { path: '/api/v1/things?fieldSelector=metadata.name%3Da' });
      await recorder.untilTold('ok');
      expect(asked(0)).toEqual({ fieldSelector: 'metadata.name=a', ...STREAMED });
    });

    it('puts characters and objects together that lie across chunks', async () => {
      const bytes = Buffer.from(`${JSON.stringify(event.added(thing('größe-漢字', 2, 5)))}\n`);
      await begin([streams(1)]);
      await recorder.untilTold('ok');
      for (const byte of bytes) server.requests[0]?.response.write(Buffer.of(byte));
      await recorder.untilTold('größe-漢字=5');
    });

    it('takes an object of several megabytes', async () => {
      await begin([streams(1)]);
      await recorder.untilTold('ok');
      server.requests[0]?.send({ ...event.added(thing('big', 2, 1)), padding: 'x'.repeat(5_000_000) });
      await recorder.untilTold('big=1');
    });

    it('forgets what the projection does not want', async () => {
      await begin([streams(1, thing('a', 1, 1), thing('b', 1, -1))], {
        project: ({ size }) => (size < 0 ? null : size),
      });
      await recorder.untilTold('ok');
      expect(reflector.size).toBe(1);
      server.requests[0]?.send(event.modified(thing('a', 2, -1)), event.deleted(thing('b', 3, -1)));
      await recorder.untilTold('-a');
    });
  });

  describe('after a disconnection', () => {
    it.each<[string, Turn]>([
      [
        'cut',
        ({ cut }) => {
          cut();
        },
      ],
      ['ended by the server', ({ response }) => response.end()],
      ['silent for too long', hang],
    ])('goes on from the last event when it was %s', async (_, end) => {
      await begin([
        (exchange) => {
          exchange.send(event.added(thing('a', 1, 1)), event.listed(7), event.modified(thing('a', 9, 2)));
          setTimeout(() => {
            end(exchange);
          }, 20);
        },
        ({ send }) => {
          send(event.added(thing('b', 12, 3)));
        },
      ]);
      await recorder.untilTold('b=3');
      expect(asked(1)).toEqual({ resourceVersion: '9' });
      expect(recorder.log.filter((entry) => entry === 'begin' || entry === 'synced' || entry === 'lost')).toEqual([
        'begin',
        'synced',
      ]);
      expect(recorder.world).toEqual(
        new Map([
          ['a', 2],
          ['b', 3],
        ]),
      );
    });

    it('goes on from a bookmark', async () => {
      await begin([
        ({ send, response }) => {
          send(event.listed(7), event.bookmark(40));
          response.end();
        },
        ({ send }) => {
          send(event.added(thing('a', 41, 1)));
        },
      ]);
      await recorder.untilTold('a=1');
      expect(asked(1)).toEqual({ resourceVersion: '40' });
    });

    it('begins anew when it was cut before the list was complete', async () => {
      await begin([
        ({ send, cut }) => {
          send(event.added(thing('a', 1, 1)), event.added(thing('gone', 2, 2)));
          setTimeout(cut, 20);
        },
        streams(9, thing('a', 1, 1)),
      ]);
      await recorder.untilTold('ok');
      expect(asked(1)).toEqual(STREAMED);
      expect(recorder.world).toEqual(new Map([['a', 1]]));
    });

    it('says that it is lost once a second attempt has failed as well, and that it is back', async () => {
      await begin([streams(5, thing('a', 1, 1))]);
      await recorder.untilTold('ok');
      const { port } = server;
      await server.refuse();
      await recorder.untilTold('lost');
      expect(recorder.states.at(-1)?.message).toBe(`cannot watch things: connect ECONNREFUSED 127.0.0.1:${port}`);
      await server.listen(port);
      const before = server.requests.length;
      (await server.request(before)).response.flushHeaders();
      await recorder.untilTold('ok', 2);
      expect(asked(before)).toEqual({ resourceVersion: '5' });
      expect(recorder.log.filter((entry) => entry === 'lost')).toHaveLength(1);
    });

    it('does not resume from what the server has not confirmed for long', async () => {
      await begin(
        [
          ({ send, response }) => {
            send(event.listed(7));
            response.end();
          },
          ({ response }) => {
            response.flushHeaders();
            setTimeout(() => response.end(), 450);
          },
          streams(3, thing('older', 2, 1)),
        ],
        { timing: { trust: 400 } },
      );
      await recorder.untilTold('synced', 2);
      expect([asked(1), asked(2)]).toEqual([{ resourceVersion: '7' }, STREAMED]);
    });
  });

  describe('when the resource version is gone', () => {
    const TOO_NEW = {
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
      retryAfterSeconds: 1,
    };
    it.each<[string, Turn]>([
      [
        'an event',
        ({ send }) => {
          send(event.error(410, 'too old resource version: 5 (9)'));
        },
      ],
      [
        'a status',
        ({ answer }) => {
          answer(410, status(410, 'Expired'));
        },
      ],
      [
        'a version from the future',
        ({ send }) => {
          send(event.error(504, 'Timeout: Too large resource version', TOO_NEW));
        },
      ],
    ])('lists again at once and takes back what is not there, told by %s', async (_, gone) => {
      await begin([
        ({ send, response }) => {
          send(event.added(thing('a', 1, 1)), event.added(thing('web-old', 2, 2, 'web')), event.listed(5));
          response.end();
        },
        gone,
        streams(30, thing('a', 1, 1), thing('web-new', 20, 3, 'web')),
      ]);
      await recorder.untilTold('synced', 2);
      expect(asked(2)).toEqual(STREAMED);
      expect(recorder.log).toEqual([
        'begin',
        'a=1 web-old=2',
        'synced',
        'ok',
        'begin',
        'a=1 web-new=3 -web-old',
        'synced',
      ]);
      expect(recorder.world).toEqual(
        new Map([
          ['a', 1],
          ['web-new', 3],
        ]),
      );
    });

    it('lists again in the middle of a watch', async () => {
      await begin([
        ({ send }) => {
          send(event.added(thing('a', 1, 1)), event.listed(5), event.error(410, 'Expired'));
        },
        streams(9, thing('b', 1, 2)),
      ]);
      await recorder.until('b alone', () => recorder.world.get('b') === 2 && recorder.world.size === 1);
      expect(recorder.log).not.toContain('lost');
    });
  });

  describe('where lists are not streamed', () => {
    it.each([400, 422, 500])('lists in pages of one resource version after %i', async (code) => {
      await begin(
        [
          ({ answer }) => {
            answer(code, status(code, 'sendInitialEvents is forbidden for watch'));
          },
          ({ answer }) => {
            answer(200, page(50, [thing('a', 1, 1), thing('b', 2, 2)], 'token/1='));
          },
          ({ answer }) => {
            answer(200, page(50, [thing('c', 3, 3)]));
          },
          ({ send }) => {
            send(event.modified(thing('c', 51, 4)));
          },
        ],
        { pageSize: 2 },
      );
      await recorder.untilTold('ok');
      expect([0, 1, 2, 3].map(asked)).toEqual([
        STREAMED,
        { limit: '2' },
        { limit: '2', continue: 'token/1=' },
        { resourceVersion: '50' },
      ]);
      expect(recorder.log.slice(0, 4)).toEqual(['begin', 'a=1 b=2', 'c=3', 'synced']);
      expect(recorder.world.get('c')).toBe(4);
    });

    it('remembers that the server refused', async () => {
      await begin([
        ({ answer }) => {
          answer(400, status(400, 'unknown parameter'));
        },
        ({ answer }) => {
          answer(200, { metadata: { resourceVersion: '5' }, items: null });
        },
        ({ send }) => {
          send(event.error(410, 'Expired'));
        },
        ({ answer }) => {
          answer(200, page(9, [thing('a', 8, 1)]));
        },
      ]);
      await recorder.untilTold('synced', 2);
      expect(asked(3)).toEqual({ limit: '500' });
    });

    it.each<[string, Turn]>([
      [
        'never ends',
        ({ send }) => {
          send(event.added(thing('a', 1, 1)));
        },
      ],
      [
        'fails',
        ({ send }) => {
          send(event.error(500, 'etcd lacks RequestWatchProgress'));
        },
      ],
      [
        'is not readable',
        ({ response }) => {
          response.end('<html>\n');
        },
      ],
    ])('lists in pages when the stream %s', async (_, stream) => {
      await begin([
        stream,
        ({ answer }) => {
          answer(200, page(5, [thing('a', 1, 1)]));
        },
        ({ send }) => {
          send(event.bookmark(6));
        },
      ]);
      await recorder.untilTold('ok');
      expect(asked(1)).toEqual({ limit: '500' });
    });

    /** A list that goes on and on: objects come and change, and its end never does. */
    const endless: Turn = ({ send, response }) => {
      let version = 1;
      const timer = setInterval(() => {
        send(event.modified(thing('a', (version += 1), version)));
      }, 20);
      response.on('close', () => {
        clearInterval(timer);
      });
    };
    const PATIENT = { timing: { list: 200 } };

    it('lists in pages from then on when events come and the end of the list does not', async () => {
      await begin(
        [
          endless,
          ({ answer }) => {
            answer(200, page(500, [thing('b', 400, 1)]));
          },
          ({ send }) => {
            send(event.error(410, 'Expired'));
          },
          ({ answer }) => {
            answer(200, page(600, [thing('b', 400, 2)]));
          },
          ({ send }) => {
            send(event.bookmark(601));
          },
        ],
        PATIENT,
      );
      await recorder.untilTold('ok');
      expect([0, 1, 3].map(asked)).toEqual([STREAMED, { limit: '500' }, { limit: '500' }]);
      expect(recorder.world).toEqual(new Map([['b', 2]]));
      expect(recorder.log).not.toContain('lost');
    });

    it('says so when pages do not come either', async () => {
      const refuse: Turn = ({ answer }) => {
        answer(500, status(500, 'no pages'));
      };
      await begin([endless, refuse, refuse, refuse], PATIENT);
      await recorder.untilTold('lost');
      expect(recorder.states[0]?.message).toContain('cannot list things');
    });

    it('does not end a watch whose list has ended', async () => {
      await begin([streams(5, thing('a', 1, 1))], PATIENT);
      await recorder.untilTold('ok');
      await new Promise((resolve) => setTimeout(resolve, 300));
      server.requests[0]?.send(event.modified(thing('a', 6, 2)));
      await recorder.untilTold('a=2');
      expect(server.requests).toHaveLength(1);
    });

    it('starts over when a page has expired', async () => {
      const refuse: Turn = ({ answer }) => {
        answer(400, status(400, 'no'));
      };
      await begin([
        refuse,
        ({ answer }) => {
          answer(200, page(5, [thing('a', 1, 1), thing('gone', 1, 1)], 'next'));
        },
        ({ answer }) => {
          answer(410, status(410, 'The provided continue parameter is too old'));
        },
        ({ answer }) => {
          answer(200, page(9, [thing('a', 1, 1), thing('b', 8, 2)]));
        },
        ({ send }) => {
          send(event.bookmark(10));
        },
      ]);
      await recorder.untilTold('ok');
      expect(asked(3)).toEqual({ limit: '500' });
      expect(recorder.world).toEqual(
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      );
    });
  });

  describe('on an ill server', () => {
    it('gives up on a request that is not answered, says so, and tries again', async () => {
      await begin([hang, hang, streams(5, thing('a', 1, 1))]);
      await recorder.untilTold('ok');
      expect(recorder.log).toEqual(['lost', 'begin', 'a=1', 'synced', 'ok']);
      expect(recorder.states[0]).toEqual({
        kind: 'lost',
        message: 'cannot watch things: no answer within 500 ms',
        lastContactAt: null,
      });
    });

    it('does not count a connection that is closed at once as contact', async () => {
      const close: Turn = ({ response }) => {
        response.writeHead(200).end();
      };
      await begin([streams(5), close, close, close, close, close, close], { timing: { settle: 100, healthy: 1_000 } });
      await recorder.untilTold('ok');
      server.requests[0]?.response.end();
      await recorder.untilTold('lost');
      expect(recorder.states.at(-1)?.message).toBe('cannot watch things: the server ended it at once');
    });

    it('does not take one that says what cannot be read for one that is quiet', async () => {
      // It speaks, and comes to no end of a line within the time after which silence would do.
      const babble: Turn = ({ response }) => {
        response.writeHead(200).write('{"type":"ADDED","object":{"metadata":');
        setTimeout(() => response.end('7}}\n'), 60);
      };
      await begin([streams(5), ...Array.from({ length: 20 }, () => babble)], {
        timing: { settle: 20, confirm: 150, longestRetry: 30 },
      });
      await recorder.untilTold('ok');
      server.requests[0]?.response.end();
      await recorder.untilTold('invalid');
      expect(recorder.states.map(({ kind }) => kind).filter((kind) => kind === 'ok')).toHaveLength(1);
    });

    it('says what permission is missing, and notices when it is given', async () => {
      const refuse: Turn = ({ answer }) => {
        answer(403, status(403, 'things is forbidden: User "someone" cannot watch resource "things"'));
      };
      // Enough to last until it is certain, however fast they come.
      const refusals = Array.from({ length: 12 }, () => refuse);
      await begin([...refusals, streams(5)], { resource: 'things.example.org' });
      await recorder.untilTold('forbidden');
      expect(recorder.states[0]?.message).toBe('forbidden: cannot watch things.example.org');
      await recorder.untilTold('ok');
    });

    it('says which verb is missing', async () => {
      await begin([
        ({ answer }) => {
          answer(400, status(400, 'no'));
        },
        ...Array.from({ length: 9 }, (): Turn => ({ answer }) => {
          answer(403, status(403, 'no'));
        }),
      ]);
      await recorder.untilTold('forbidden');
      expect(recorder.states[0]?.message).toBe('forbidden: cannot list things');
    });

    it('waits as long as it is asked to, within bounds', async () => {
      const times: number[] = [];
      await begin([
        ({ answer }) => {
          times.push(Date.now());
          answer(429, status(429, 'later'), { 'retry-after': '3600' });
        },
        (exchange) => {
          times.push(Date.now());
          streams(5)(exchange);
        },
      ]);
      await recorder.untilTold('ok');
      expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(140);
    });

    it('lists again when the same place stays unreadable, and says so meanwhile', async () => {
      const garbage: Turn = ({ response }) => {
        response.write('{"type":"ADD\n');
      };
      await begin([streams(5, thing('a', 1, 1)), garbage, garbage, streams(9, thing('b', 8, 1))]);
      await recorder.untilTold('ok');
      server.requests[0]?.response.write('no JSON at all\n');
      await recorder.untilTold('synced', 2);
      expect([1, 2, 3].map(asked)).toEqual([{ resourceVersion: '5' }, { resourceVersion: '5' }, STREAMED]);
    });

    it('says that it cannot read what it gets, without quoting it', async () => {
      const garbage: Turn = ({ response }) => {
        response.end('secret\n');
      };
      await begin([streams(5), ...Array.from({ length: 40 }, () => garbage)]);
      await recorder.untilTold('ok');
      server.requests[0]?.cut();
      await recorder.untilTold('invalid');
      expect(recorder.states.at(-1)?.message).toMatch(
        /^cannot (watch things: a line of the watch is not a JSON object|list things: the answer is not JSON)$/,
      );
      expect(JSON.stringify(recorder.states)).not.toContain('secret');
    });

    it('refuses a line that is too long', async () => {
      const long: Turn = ({ response }) => {
        response.write('x'.repeat(2_000));
      };
      const nothing: Turn = ({ answer }) => {
        answer(500, status(500, 'no'));
      };
      await begin(
        Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? long : nothing)),
        { longestLine: 1_000, timing: RETRY_AT_ONCE },
      );
      await recorder.untilTold('lost');
      expect(recorder.world.size).toBe(0);
      expect(server.requests.length).toBeGreaterThan(2);
    });

    it('backs off from a server that fails each time', async () => {
      const refuse: Turn = ({ answer }) => {
        answer(503, 'starting');
      };
      await begin(
        Array.from({ length: 200 }, () => refuse),
        { timing: { firstRetry: 40, longestRetry: 80 } },
      );
      await recorder.untilTold('lost');
      const [{ length }, since] = [server.requests, performance.now()];
      await server.request(length + 5);
      // The first may have been on its way.
      expect(performance.now() - since).toBeGreaterThan(5 * 40 - 1);
    });
  });

  it('waits longer before it lists again what could not be read', async () => {
    const babble: Turn = ({ answer }) => {
      answer(200, 'nothing');
    };
    await begin(
      Array.from({ length: 200 }, () => babble),
      { timing: { ...RETRY_AT_ONCE, unreadableRetry: 60 } },
    );
    await recorder.untilTold('invalid');
    const [{ length }, since] = [server.requests, performance.now()];
    // Each time as a stream and in pages; the first may have been on its way.
    await server.request(length + 2 * 5);
    expect(performance.now() - since).toBeGreaterThan(4 * 60 - 1);
  });

  it('waits no longer when it is told to hurry', async () => {
    const refuse: Turn = ({ answer }) => {
      answer(503, 'starting');
    };
    await begin([refuse, streams(1, thing('a', 1, 1))], { timing: { confirm: 60_000, firstRetry: 60_000 } });
    await server.request(0);
    // It waits from when it has read the answer, which nothing tells.
    for (let turn = 0; turn < 10_000 && server.requests.length < 2; turn += 1) {
      await new Promise(setImmediate);
      reflector.hurry();
    }
    await recorder.untilTold('ok');
    expect(server.requests).toHaveLength(2);
  });

  describe('with faulty users', () => {
    it('goes on when the handler throws, and reports it once', async () => {
      let calls = 0;
      await begin([streams(1, thing('a', 1, 1))], {
        handler: {
          begin: () => undefined,
          synced: () => undefined,
          state: (state) => {
            recorder.state(state);
          },
          apply: (changes) => {
            calls += 1;
            recorder.apply(changes);
            throw new Error('handler is broken');
          },
        },
      });
      await recorder.untilTold('ok');
      server.requests[0]?.send(event.modified(thing('a', 2, 2)));
      await recorder.untilTold('a=2');
      server.requests[0]?.send(event.deleted(thing('a', 3)));
      await recorder.untilTold('-a');
      expect([calls, errors, server.requests.length]).toEqual([3, ['handler is broken'], 1]);
    });

    it('leaves an object out whose projection throws, and keeps what it knew of it', async () => {
      await begin([streams(1, thing('a', 1, 1), thing('b', 1, 1))], {
        project: ({ metadata, size }) => {
          if (size === 13) throw new Error(`cannot read ${metadata.name}`);
          return size;
        },
      });
      await recorder.untilTold('ok');
      server.requests[0]?.send(event.modified(thing('a', 2, 13)), event.modified(thing('b', 3, 2)));
      await recorder.untilTold('b=2');
      expect(recorder.world).toEqual(
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      );
      expect(errors).toEqual(['cannot read a']);
    });
  });

  describe('stop', () => {
    it.each<[string, readonly Turn[]]>([
      ['before an answer', [hang]],
      [
        'within a list',
        [
          ({ send }) => {
            send(event.added(thing('a', 1)));
          },
        ],
      ],
      ['while watching', [streams(1)]],
      [
        'while waiting',
        [
          ({ answer }) => {
            answer(503, '');
          },
        ],
      ],
    ])('ends it %s', async (_, script) => {
      await begin(script, { timing: { firstRetry: 60_000, longestRetry: 60_000, headers: 60_000, listIdle: 60_000 } });
      await server.request(0);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await reflector.stop();
      const told = recorder.log.length;
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(recorder.log).toHaveLength(told);
      expect(errors).toEqual([]);
    });
  });
});
