import { setTimeout as delay } from 'node:timers/promises';
import { Connection, findCoordinatorV4, heartbeatV4, joinGroupV9, syncGroupV5 } from '@platformatic/kafka';

/*
 * A group in which one member does not hear that another came: as long as it says that it is alive, all wait for it.
 *
 * Usage: tsx kafka-endless-rebalance.main.ts GROUP HOST:PORT
 */
const [group = '', bootstrap = ''] = process.argv.slice(2);
const SESSION = 30_000;
const PATIENCE = 300_000;
const NOTHING = Buffer.alloc(0);
/** Version 0, no topics, no data: what consumers tell each other. */
const SUBSCRIPTION = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);

async function open(host: string, port: number): Promise<Connection> {
  const connection = new Connection('rebalance', { requestTimeout: PATIENCE });
  connection.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  await connection.connect(host, port);
  return connection;
}

type Joined = Awaited<ReturnType<typeof joinGroupV9.api.async>>;

/** The first try only brings a name. */
async function join(connection: Connection): Promise<Joined> {
  const protocols = [{ name: 'range', metadata: SUBSCRIPTION }];
  const ask = (memberId: string): Promise<Joined> =>
    joinGroupV9.api.async(connection, group, SESSION, PATIENCE, memberId, null, 'consumer', protocols, '');
  try {
    return await ask('');
  } catch (error) {
    const { response } = error as { readonly response?: Joined };
    if (response?.memberId == null) throw error;
    return ask(response.memberId);
  }
}

const [host = '', port = ''] = bootstrap.split(':');
const anyone = await open(host, Number(port));
const { coordinators } = await findCoordinatorV4.api.async(anyone, 0, [group]);
const [coordinator] = coordinators;
if (coordinator === undefined) throw new Error('no coordinator');
const deaf = await open(coordinator.host, coordinator.port);
const { memberId, generationId } = await join(deaf);
if (memberId == null) throw new Error('no member');
await syncGroupV5.api.async(deaf, group, generationId, memberId, null, 'consumer', 'range', [{ memberId, assignment: NOTHING }]); // prettier-ignore
const newcomer = await open(coordinator.host, coordinator.port);
void join(newcomer).catch(() => undefined);
process.on('SIGTERM', () => process.exit(0));
for (;;) {
  await delay(1_000);
  // It answers that everybody is to join anew: nobody listens.
  await heartbeatV4.api.async(deaf, group, generationId, memberId, null).catch(() => undefined);
}
