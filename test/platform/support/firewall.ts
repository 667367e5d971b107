import { run, tryRun } from './command.js';
import { type Platform } from './platform.js';

/**
 * Puts a rule of the platform's own firewall in its place, or takes it away; where it is so already, nothing happens.
 * @param rule the chain, and what iptables is to know beside that
 */
export async function setRule(
  platform: Platform,
  rule: readonly string[],
  isWanted: boolean,
  table = 'filter',
): Promise<void> {
  const iptables = (deed: string): readonly string[] =>
    platform.inNamespace(['iptables', '--table', table, deed, ...rule]);
  const { exitCode } = await tryRun(iptables('--check'));
  if ((exitCode === 0) === isWanted) return;
  await run(iptables(isWanted ? '--append' : '--delete'));
}
