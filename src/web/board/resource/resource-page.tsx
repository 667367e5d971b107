import { useEffect, useState } from 'react';
import { ResourceDocument, type ResourceQuery } from '../../graphql/graphql.js';
import { shown } from '../live/shown.js';
import { useStore } from '../live/store.js';
import { usePageAnswer } from '../live/use-answer.js';
import { Age } from '../parts/age.js';
import { ChangeList } from '../parts/change-list.js';
import { kindOf, placeOf } from '../parts/resource-link.js';
import { Seen } from '../parts/seen.js';
import { Status } from '../parts/shape.js';
import { Waiting } from '../parts/waiting.js';
import { listUrl, overviewUrl } from '../route.js';
import { sentenceCase } from '../words.js';
import { listOf } from '../list/kinds.js';
import { Facts } from './facts.js';
import { Findings } from './findings.js';
import { Neighbours } from './neighbours.js';
import { Readings } from './readings.js';

export type PageResource = NonNullable<ResourceQuery['resource']>;

/** So many neighbours are shown at first, and as many as the graph gives at once when asked for. */
const FEW_NEIGHBOURS = 12;
const MOST_NEIGHBOURS = 500;

const MOST_CHANGES = 50;

/** All about one resource. */
export function ResourcePage({ id }: { readonly id: string }) {
  const [neighbours, setNeighbours] = useState(FEW_NEIGHBOURS);
  const { data } = usePageAnswer(ResourceDocument, { id, neighbours, changes: MOST_CHANGES });
  const name = data?.resource?.name;
  useEffect(() => {
    document.title = name === undefined ? 'Vitals' : `${name} · Vitals`;
  }, [name]);
  if (data === null) return <Waiting />;
  const { resource } = data;
  if (resource === null) return <Gone />;
  const showAll =
    neighbours === MOST_NEIGHBOURS
      ? null
      : (): void => {
          setNeighbours(MOST_NEIGHBOURS);
        };
  return (
    <>
      <Title resource={resource} />
      <div className="columns">
        <div className="stack">
          <Findings findings={resource.health.findings} />
          <Readings kind={resource.kind} readings={resource.health.readings} />
          <History changes={resource.changes} />
        </div>
        <div className="stack">
          <Facts resource={resource} />
          <Neighbours title="Depends on" page={resource.dependsOn} onShowAll={showAll} />
          <Neighbours title="Needed by" page={resource.dependents} onShowAll={showAll} />
        </div>
      </div>
    </>
  );
}

function History({ changes: { totalCount, nodes } }: { readonly changes: PageResource['changes'] }) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">What it went through</h2>
      {nodes.length === 0 ? <p className="nothing">No change of it is remembered.</p> : <ChangeList changes={nodes} />}
      {totalCount > nodes.length && (
        <p className="more">
          The last {nodes.length} of {totalCount} are shown.
        </p>
      )}
    </section>
  );
}

function Title({ resource }: { readonly resource: PageResource }) {
  const { status, since, observedAt, isStale } = resource.health;
  const place = placeOf(resource);
  const list = listOf(resource.kind);
  return (
    <section className={`verdict is-${status}`} aria-label="Verdict">
      <div className="what">
        <p className="path">
          {list === undefined ? (
            sentenceCase(kindOf(resource))
          ) : (
            <a href={listUrl(list)}>{sentenceCase(kindOf(resource))}</a>
          )}
          {place !== '' && ` in ${place}`}
          {resource.team !== null && ` · team ${resource.team}`}
        </p>
        <h1>{resource.name}</h1>
      </div>
      <p className="now">
        <Status of={status} isStale={isStale} />
        <span className="since">
          for <Age at={since} />
        </span>
        <Seen at={observedAt} />
      </p>
    </section>
  );
}

/** It was there once, or never: ids are not kept. */
function Gone() {
  const page = useStore(shown);
  return (
    <section className="panel">
      <h1>It is not there</h1>
      <p>
        {page?.gaps.length === 0 ? 'What this page was about is gone, or never was.' : 'It could not be read.'}{' '}
        <a href={overviewUrl()}>To the overview</a>
      </p>
    </section>
  );
}
