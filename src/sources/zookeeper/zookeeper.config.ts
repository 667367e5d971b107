import { z } from 'zod';
import { durationSchema, nameSchema } from '../../config/fields.js';
import { SECOND } from '../../model/time.js';

const DEFAULT_PORT = 2181;
const MOST_MEMBERS = 100;

const portSchema = z.int().min(1).max(65_535);

/** Where a member takes its clients. */
export interface MemberAddress {
  /** As the configuration says it, with the port: the member's name. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** "host", "host:port", "::1" or "[::1]:port". */
const memberSchema = z.string().transform((text, context): MemberAddress => {
  const address = addressOf(text);
  if (address !== null) return address;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no member; write its address such as "zk-0.example.com:${DEFAULT_PORT}"`,
  });
  return z.NEVER;
});

function addressOf(text: string): MemberAddress | null {
  const [, bracketed, plain, written] = /^(?:\[([0-9a-f:.]+)\]|([^\s:/[\]@]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain ?? (/^[0-9a-f:.]+$/i.test(text) ? text : undefined);
  const port = portSchema.safeParse(written === undefined ? DEFAULT_PORT : Number(written));
  if (host === undefined || !port.success) return null;
  return { name: placeOf(host, port.data), host, port: port.data };
}

export function placeOf(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** One ensemble. */
export const zookeeperConfigSchema = z
  .strictObject({
    name: nameSchema,
    /** All of them, voters and observers: an ensemble is judged by what its members say together. */
    members: z.array(memberSchema).min(1).max(MOST_MEMBERS),
    /** Port of the members' admin servers, asked where the four-letter words are not allowed. */
    adminServer: portSchema.optional(),
    interval: durationSchema.refine((interval) => interval >= SECOND, 'is at least 1s').prefault('10s'),
    /** For everything that is asked of one member at a time, connecting included. */
    deadline: durationSchema.refine((deadline) => deadline >= SECOND, 'is at least 1s').prefault('2s'),
    /** As the members' own `zookeeper.globalOutstandingLimit`: they do not tell. */
    globalOutstandingLimit: z.int().min(1).default(1_000),
    /** Shown on the ensemble and its members, such as their team. */
    labels: z.record(z.string(), z.string()).default({}),
  })
  .refine(({ members }) => new Set(members.map(({ name }) => name)).size === members.length, {
    message: 'a member is named twice',
    path: ['members'],
  })
  .transform(({ adminServer, ...rest }) => ({ ...rest, adminPort: adminServer ?? null }));

export type ZooKeeperConfig = z.output<typeof zookeeperConfigSchema>;
