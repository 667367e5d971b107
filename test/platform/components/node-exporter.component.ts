import { daemon } from '../support/daemon.js';
import { missingAt } from '../support/probe.js';
import { addScrapeTarget } from './prometheus.component.js';

const NODE_EXPORTER_ADDRESS = '127.0.0.1:9100';

/** Of the machine that all of the platform runs on. By default it passes over loop devices: here they are the disks. */
export const nodeExporter = daemon({
  name: 'node-exporter',
  needs: ['namespace'],
  debianPackages: ['prometheus-node-exporter', 'curl'],
  prepare: (platform) => addScrapeTarget(platform, 'node-exporter', NODE_EXPORTER_ADDRESS),
  command: () => [
    'prometheus-node-exporter',
    `--web.listen-address=${NODE_EXPORTER_ADDRESS}`,
    '--collector.disable-defaults',
    ...['cpu', 'diskstats', 'filesystem', 'loadavg', 'meminfo'].map((collector) => `--collector.${collector}`),
    '--collector.diskstats.device-exclude=^(ram|fd)\\d+$',
    '--log.level=warn',
  ],
  missing: (platform) => missingAt(platform, `http://${NODE_EXPORTER_ADDRESS}/metrics`),
});
