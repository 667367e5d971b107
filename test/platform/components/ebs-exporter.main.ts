import { existsSync } from 'node:fs';
import { createServer } from 'node:http';

/*
 * Serves what the AWS EBS CSI driver serves of a disk, in the format of its documentation (docs/metrics.md): there is no
 * such disk outside of AWS. The disk does a steady little; as long as a file is there, more is asked of it than it may do.
 *
 * Usage: tsx ebs-exporter.main.ts HOST PORT VOLUME_ID FILE_THAT_HOLDS_IT_BACK
 */
const [host = '', port = '', volumeId = '', file = ''] = process.argv.slice(2);

const EVERY = 250;
const IOPS = { calm: 100, heldBack: 3_000 };
const BYTES_PER_REQUEST = 16 * 1_024;

const totals = { ops: 0, exceeded: 0 };
setInterval(() => {
  const isHeldBack = existsSync(file);
  totals.ops += ((isHeldBack ? IOPS.heldBack : IOPS.calm) * EVERY) / 1_000;
  if (isHeldBack) totals.exceeded += EVERY / 1_000;
}, EVERY);

function metrics(): string {
  const values = {
    read_ops: totals.ops / 2,
    write_ops: totals.ops / 2,
    read_bytes: (totals.ops / 2) * BYTES_PER_REQUEST,
    write_bytes: (totals.ops / 2) * BYTES_PER_REQUEST,
    read_seconds: totals.ops / 2_000,
    write_seconds: totals.ops / 2_000,
    exceeded_iops_seconds: totals.exceeded,
    exceeded_tp_seconds: totals.exceeded,
    ec2_exceeded_iops_seconds: 0,
    ec2_exceeded_tp_seconds: 0,
  };
  const labels = `{instance_id="i-0123456789abcdef0",volume_id="${volumeId}"}`;
  return Object.entries(values)
    .map(([name, value]) => `# TYPE aws_ebs_csi_${name}_total counter\naws_ebs_csi_${name}_total${labels} ${value}\n`)
    .join('');
}

createServer((_, response) => {
  response.setHeader('content-type', 'text/plain; version=0.0.4');
  response.end(metrics());
}).listen(Number(port), host);
