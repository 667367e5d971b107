import type { ReactNode } from 'react';
import type { ResourceRowFragment } from '../../graphql/graphql.js';
import { ResourceRows } from '../parts/resource-rows.js';
import type { Fact } from './fact.js';
import { factsOf } from './facts-of.js';
import type { PageResource } from './resource-page.js';

/** More labels than these are read in GraphiQL. */
const MOST_LABELS = 30;

/** What it is, apart from whether it is well. */
export function Facts({ resource }: { readonly resource: PageResource }) {
  const facts = factsOf(resource);
  const { labels } = resource;
  if (facts.length === 0 && labels.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">What it is</h2>
      <dl className="facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shownValue(value)}</dd>
          </div>
        ))}
        {labels.length > 0 && (
          <div>
            <dt>Labels</dt>
            <dd>
              <ul className="labels">
                {labels.slice(0, MOST_LABELS).map(({ key, value }) => (
                  <li key={key} className="tag">
                    {key}={value}
                  </li>
                ))}
                {labels.length > MOST_LABELS && <li>and {labels.length - MOST_LABELS} more</li>}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function shownValue(value: Fact['value']): ReactNode {
  if (typeof value === 'string') return value;
  if ('lines' in value) {
    return (
      <ul>
        {value.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  }
  return <ResourceRows resources={value.resources satisfies readonly ResourceRowFragment[]} />;
}
