import { PostgresServer } from '../../support/postgres-server.js';
it('lives', async () => {
  const t0 = Date.now();
  const s = await PostgresServer.create();
  console.log('up', Date.now() - t0);
  const t1 = Date.now();
  const b = await s.standby('copy');
  console.log('standby', Date.now() - t1);
  console.log(await b.sql('select pg_is_in_recovery(), version()'));
  await s.sql('create table t(i int); insert into t select generate_series(1,1000)');
  const show = async (l: string) => console.log(l, await s.sql('select application_name, state, replay_lag::text, replay_lsn::text, pg_current_wal_lsn()::text cur, reply_time::text, now()::text from pg_stat_replication'));
  await new Promise(r => setTimeout(r, 1000));
  await show('calm');
  await b.sql('select pg_wal_replay_pause()');
  for (let i = 0; i < 5; i++) {
    await s.sql('insert into t select generate_series(1,1000)');
    await new Promise(r => setTimeout(r, 1500));
    await show('paused');
  console.log(await b.sql("select pg_last_wal_receive_lsn()::text, pg_last_wal_replay_lsn()::text, now()-pg_last_xact_replay_timestamp() as x, (select row_to_json(w)::text from pg_stat_wal_receiver w) w"));
  }
  await b.remove();
  const t2 = Date.now();
  await s.pause(); s.resume();
  console.log(await s.sql('select 1 as one'));
  await s.remove();
  console.log('down', Date.now() - t2);
}, 60000);
