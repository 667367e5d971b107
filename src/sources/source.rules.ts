import { FindingReason } from '../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../model/health.js';
import { ResourceKind } from '../model/kinds.js';
import { type Candidate, NUMERIC_CLEAR, type Rule, defineRule } from '../model/rule.js';
import { SignalName } from '../model/signal-name.js';
import type { Source } from '../model/source.js';
import { type Milliseconds, SECOND } from '../model/time.js';

/** A source with thousands of endpoints says how many are lost, and names so many of them. */
const MOST_NAMED = 20;

const ADVICE = {
  lost: 'Look at whether it runs and can be reached from where Vitals runs.',
  forbidden: 'Grant the permission or correct the credentials; what Vitals needs stands in the readme of this source.',
  invalid: 'Look at what answers there: another program, another version, or a proxy in between.',
  hindered: 'Let Vitals open more files (ulimit -n), and look at what holds those that it has: clients, mostly.',
} as const;

/** What TLS says of a certificate that the authority of the cluster did not sign, or that is another machine's. */
const OF_CERTIFICATE = /: .*certificate/i;

const KUBELET_CERTIFICATE =
  'Let the cluster’s authority sign the certificates of kubelets (serverTLSBootstrap: true in the configuration of each, and ' +
  'approve what it requests), or trust whoever answers there: kubelets.insecureSkipVerify of the cluster.';

const REASONS = {
  lost: FindingReason.SOURCE_UNREACHABLE,
  forbidden: FindingReason.SOURCE_FORBIDDEN,
  invalid: FindingReason.SOURCE_ANSWER_INVALID,
  hindered: FindingReason.SOURCE_UNREACHABLE,
} as const;

type Trouble = keyof typeof REASONS;

/** Longer than the lists of an endpoint that is lost as a whole take to go and to come back, each refused for a while. */
const LISTS = { listFor: 10 * SECOND };

const reach = defineRule({
  kind: ResourceKind.SOURCE,
  signal: SignalName.SOURCE_REACH,
  title: 'Sources reached',
  description:
    'Each source says how well it sees. An endpoint that is lost as a whole is the finding of the resource that it is; a ' +
    'part of it, or an endpoint beside it such as a kubelet, is a finding here, and so is one that Vitals itself cannot ask, ' +
    'as it has no file descriptors left. A list that was seen before must fail for ten seconds while its endpoint answers.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { SOURCE_UNREACHABLE: LISTS, SOURCE_FORBIDDEN: LISTS, SOURCE_ANSWER_INVALID: LISTS },
  judge: ({ main }, limits) => {
    if (main.state === 'starting') return { isProgressing: true };
    // The resource behind the endpoint says so itself; once is enough.
    if (main.state === 'lost' && main.endpointId !== null) return { isStale: true };
    const whole = main.state === 'ok' ? [] : [candidate(main.state, null, main.message, main.stateSince)];
    // What Vitals itself cannot ask hides nothing of what it could.
    const parts = main.state === 'ok' || main.state === 'hindered' ? partFindings(main, limits) : [];
    return { findings: [...whole, ...parts].map((finding) => advised(finding, main)), isStale: whole.length > 0 };
  },
  measure: ({ main, observedAt }) => [{ value: main.sights.filter(({ state }) => state === 'ok').length, observedAt }],
});

/** Many clusters leave the certificates of their kubelets self-signed: these run, and are reached, and are refused by Vitals. */
function advised(finding: Candidate, { name }: Source): Candidate {
  const isOfCertificate =
    name.startsWith('kubelets/') &&
    finding.reason === FindingReason.SOURCE_UNREACHABLE &&
    OF_CERTIFICATE.test(finding.message);
  return isOfCertificate ? { ...finding, advice: KUBELET_CERTIFICATE } : finding;
}

type PartLimits = Readonly<Record<(typeof REASONS)[Trouble], { readonly listFor: Milliseconds }>>;

/** What is so of all of it is not said of each part. */
function partFindings({ state: whole, sights }: Source, limits: PartLimits): readonly Candidate[] {
  const troubled = sights.filter(({ state }) => state !== 'ok' && state !== 'starting' && state !== whole);
  return troubled.slice(0, MOST_NAMED).map(({ state, resourceId, subject, message, since, contactAt }, index) => {
    const more = troubled.length - MOST_NAMED;
    const suffix = index === 0 && more > 0 ? ` (and ${more} more like it)` : '';
    const finding = candidate(state as Trouble, subject, message === null ? null : message + suffix, since);
    // Lists go and come back with their endpoint, each at its own time: that is its one change, not one of each of them.
    const mayComeBack = resourceId === null && contactAt !== null;
    return mayComeBack ? { ...finding, holdFor: limits[finding.reason].listFor } : finding;
  });
}

function candidate(
  state: Trouble,
  subject: string | null,
  message: string | null,
  since: Source['stateSince'],
): Candidate & { readonly reason: (typeof REASONS)[Trouble] } {
  return {
    reason: REASONS[state],
    subject,
    severity: Severity.WARNING,
    message: message ?? `${subject ?? 'The endpoint'} is ${state}.`,
    advice: ADVICE[state],
    since,
  };
}

const clock = defineRule({
  kind: ResourceKind.SOURCE,
  signal: SignalName.SOURCE_CLOCK,
  title: 'Clock skew',
  description:
    "Ages of a system's own timestamps use that system's clock; a difference of more than 2 s to ours is said.",
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { CLOCK_SKEWED: { infoAt: 2 } },
  judge: ({ main }, { CLOCK_SKEWED: { infoAt } }) => {
    const seconds = Math.abs(main.clockSkew ?? 0) / SECOND;
    if (seconds <= infoAt) return null;
    const side = (main.clockSkew ?? 0) > 0 ? 'ahead of' : 'behind';
    return {
      findings: [
        {
          reason: FindingReason.CLOCK_SKEWED,
          severity: Severity.INFO,
          message: `The clock of ${main.name} is ${seconds.toFixed(1)} s ${side} this server's.`,
          advice: 'Look at time synchronisation (NTP) on both machines.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: ({ main, observedAt }) => [
    {
      value: main.clockSkew === null ? null : main.clockSkew / SECOND,
      unavailable: 'unsupported',
      observedAt,
    },
  ],
});

export const sourceRules: readonly Rule[] = [reach, clock];
