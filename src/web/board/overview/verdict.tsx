import type { OverviewQuery } from '../../graphql/graphql.js';
import { Age } from '../parts/age.js';
import { Shape } from '../parts/shape.js';
import { CAUSES, CONSEQUENCES, STATUS_WORDS, counted } from '../words.js';

/** The answer in one line. */
export function Verdict({ overview }: { readonly overview: OverviewQuery }) {
  const { status, since } = overview.platform.health;
  return (
    <section className={`verdict is-${status}`} aria-label="Verdict">
      <Shape of={status} />
      <h1>{STATUS_WORDS[status]}</h1>
      <p>
        {summary(overview)}{' '}
        <span className="since">
          for <Age at={since} />
        </span>
      </p>
    </section>
  );
}

function summary({ platform, wrong, causes }: OverviewQuery): string {
  const configured = platform.systems.filter(({ health }) => health.status !== 'NOT_CONFIGURED');
  if (configured.length === 0) return 'No system is configured.';
  const ill = configured.filter(({ health }) => health.status !== 'HEALTHY' && health.status !== 'PROGRESSING');
  const systems = systemsText(ill.length, configured.length);
  // Of what is not seen, nobody knows that.
  if (wrong.totalCount === 0) return ill.length === 0 ? `${systems} Nothing is wrong.` : systems;
  const consequences = wrong.totalCount - causes.totalCount;
  const more = consequences > 0 ? `, ${counted(consequences, CONSEQUENCES)}` : '';
  return `${systems} ${counted(causes.totalCount, CAUSES)}${more}.`;
}

function systemsText(ill: number, all: number): string {
  if (ill > 0) return `${ill} of ${all} systems ${ill === 1 ? 'needs' : 'need'} a look.`;
  return all === 1 ? 'The one system is well.' : `All ${all} systems are well.`;
}
