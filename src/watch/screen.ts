import { HealthStatus } from '../model/health.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import type { Picture, PictureFinding } from './questions.js';
import { type Painter, SEVERITY_STYLE, STATUS_MARK, STATUS_STYLE, lasting, tame } from './text.js';

/** What is known at a moment, and how well. */
export interface Shown {
  readonly url: string;
  /** Null: nothing was heard yet. */
  readonly picture: Picture | null;
  /** When that was read, by the clock that only goes forward, as `lost.since` and `now`. */
  readonly readAt: number;
  /** Since when, and why, there is no connection; null: there is one. */
  readonly lost: { readonly since: number; readonly why: string } | null;
  readonly now: number;
  /** What time it is where all of it comes from. */
  readonly serverNow: number;
}

/** A picture is asked for several times within that: one that is older was asked for in vain. */
const LATE: Milliseconds = 30 * SECOND;

/** Lines above the findings, at the least, and the one below them. */
const LEAST_HEAD = 3;
const END = 1;

/** How many findings a screen of so many lines has room for at the most. */
export function roomFor(rows: number): number {
  return Math.max(1, rows - LEAST_HEAD - END);
}

/** A screen of lines: how it is in one word, the systems, and what is wrong, worst first. */
export function screenOf(shown: Shown, rows: number, paint: Painter): readonly string[] {
  const { picture, url, lost, serverNow } = shown;
  const connection = connectionOf(shown, paint);
  if (picture === null)
    return [`Vitals at ${tame(url)}`, ...connection, lost === null ? 'connecting …' : ''].slice(0, rows);
  const { server, platform, findings } = picture;
  const { status, since } = platform.health;
  const replay =
    server.recording === null
      ? ''
      : `  ${paint('inverse', ` REPLAY of ${tame(server.recording)}: not about the present `)}`;
  const head = [
    `${statusOf(status, paint)} for ${lasting(serverNow - Date.parse(since))}  ${paint('gray', `Vitals at ${tame(url)}`)}${replay}`,
    ...connection,
    platform.systems
      .filter(({ health }) => health.status !== HealthStatus.NOT_CONFIGURED)
      .map(({ name, health }) => statusOf(health.status, paint, name))
      .join('  '),
    '',
  ];
  const room = Math.max(1, rows - head.length - END);
  const lines = findings.nodes.slice(0, room).map((finding) => findingLine(finding, serverNow, paint));
  const more = findings.totalCount - lines.length;
  const isSeen = platform.systems.every(({ health }) => health.status !== HealthStatus.UNKNOWN);
  const nothing = isSeen ? 'Nothing is wrong.' : 'Nothing is wrong with what is seen.';
  const end = more > 0 ? [paint('gray', `and ${more} more`)] : findings.totalCount === 0 ? [nothing] : [];
  return [...head, ...lines, ...end].slice(0, rows);
}

function connectionOf({ lost, now, readAt, picture }: Shown, paint: Painter): readonly string[] {
  const late = now - readAt;
  const age = picture === null ? '' : `; what is shown is ${lasting(late)} old`;
  if (lost === null)
    return late < LATE ? [] : [paint(['red', 'bold'], `✖ not answered for ${lasting(late)}${age}; trying again`)];
  return [
    paint(['red', 'bold'], `✖ no connection for ${lasting(now - lost.since)}${age}: ${tame(lost.why)}; trying again`),
  ];
}

function statusOf(status: HealthStatus, paint: Painter, name: string = status): string {
  return paint(STATUS_STYLE[status], `${STATUS_MARK[status]} ${tame(name)}`);
}

function findingLine(
  { severity, reason, message, since, consequences, resource }: PictureFinding,
  now: number,
  paint: Painter,
): string {
  const place = [resource?.namespaceName, resource?.name]
    .flatMap((part) => (part === undefined ? [] : [tame(part)]))
    .join('/');
  const { isStale = false, observedAt = null } = resource?.health ?? {};
  const seen = observedAt === null ? 'never seen' : `seen ${lasting(now - Date.parse(observedAt))} ago`;
  const follows = consequences.totalCount === 0 ? '' : `  (+${consequences.totalCount} that follow)`;
  return [
    paint(SEVERITY_STYLE[severity], severity.padEnd(8)),
    lasting(now - Date.parse(since)).padStart(7),
    `${resource?.kind ?? ''} ${place}`,
    paint('bold', reason),
    `${tame(message)}${follows}${isStale ? paint('magenta', `  (${seen})`) : ''}`,
  ].join('  ');
}
