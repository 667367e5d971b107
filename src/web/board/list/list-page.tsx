import { useEffect, useState } from 'react';
import { forgetShown, shown } from '../live/shown.js';
import { useStore } from '../live/store.js';
import { PageAge } from '../parts/age.js';
import { Waiting } from '../parts/waiting.js';
import { listUrl } from '../route.js';
import { CHANGES, KIND_WORDS, counted } from '../words.js';
import { Filters } from './filters.js';
import { LIST_KINDS, type ListKind, type Wanted, titleOf, variablesOf } from './kinds.js';
import { ListReader, type Listing, MOST_ROWS, PAGE } from './list-reader.js';
import { ListTable } from './list-table.js';

/** Whoever opens the question of a list in GraphiQL reads its answer: so many rows of it. */
const FEW_ROWS = 50;

interface ListPageProps {
  /** The list's name, as its URL has it. */
  readonly name: string;
  readonly options: URLSearchParams;
}

/** All resources of a kind. */
export function ListPage({ name, options }: ListPageProps) {
  const kind = LIST_KINDS.find((list) => list.name === name);
  const title = kind === undefined ? 'There is no such list' : titleOf(kind);
  useEffect(() => {
    document.title = `${title} · Vitals`;
  }, [title]);
  const wanted = {
    name: options.get('name') ?? '',
    place: options.get('place') ?? '',
    status: options.get('status') ?? '',
    order: options.get('order') ?? '',
  };
  return (
    <section className="list" aria-labelledby="list">
      <nav className="kinds" aria-label="Kinds of resources">
        {LIST_KINDS.map((list) => (
          <a key={list.name} href={listUrl(list.name)} aria-current={list === kind ? 'page' : undefined}>
            {titleOf(list)}
          </a>
        ))}
      </nav>
      <h1 id="list">{title}</h1>
      {kind !== undefined && (
        <>
          <Filters kind={kind} wanted={wanted} />
          <List key={JSON.stringify(wanted)} kind={kind} wanted={wanted} />
        </>
      )}
    </section>
  );
}

function List({ kind, wanted }: { readonly kind: ListKind; readonly wanted: Wanted }) {
  // Where something else is wanted, this is another list.
  const [reader] = useState(() => new ListReader(kind, wanted));
  useEffect(() => reader.open(), [reader]);
  const listing = useStore(reader.listing);
  useEffect(() => {
    const { hasData, readAt, failure, gaps } = listing;
    const variables = JSON.stringify(variablesOf(kind, wanted, FEW_ROWS), null, 2);
    shown.set({ hasData, readAt, failure, gaps, document: kind.document.toString(), variables });
  }, [listing, kind, wanted]);
  useEffect(() => forgetShown, []);
  if (!listing.hasData) return <Waiting />;
  return (
    <>
      <Summary
        kind={kind}
        listing={listing}
        onReadAgain={() => {
          reader.readAgain();
        }}
      />
      <ListTable
        listing={listing}
        label={titleOf(kind)}
        onMore={() => {
          reader.readMore();
        }}
      />
    </>
  );
}

interface SummaryProps {
  readonly kind: ListKind;
  readonly listing: Listing;
  readonly onReadAgain: () => void;
}

function Summary({ kind, listing, onReadAgain }: SummaryProps) {
  const { totalCount, rows, missed, next, readAt, gaps } = listing;
  if (totalCount === null) {
    const isConfigured = gaps.length === 0 || gaps.some((gap) => gap.isConfigured);
    return (
      <p className="summary">
        {isConfigured
          ? 'This list was never obtained: what is in it is not known.'
          : `Nothing that has ${KIND_WORDS[kind.kind].many} is configured.`}
      </p>
    );
  }
  const isCut = rows.length >= MOST_ROWS || (next === null && rows.length < totalCount);
  // What was not read of a list that is filtered here, no filter finds.
  const finder = kind.orders.length > 0 ? 'a filter' : 'the search';
  return (
    <p className="summary">
      {totalCount.toLocaleString('en')} found.
      {isCut && ` The first ${rows.length.toLocaleString('en')} are shown: ${finder} finds the others.`}
      {(rows.length > PAGE || missed > 0) && (
        <>
          {' '}
          Read <PageAge since={readAt} /> ago{missed === 0 ? '' : `; ${counted(missed, CHANGES)} since`}.{' '}
          <button type="button" className="quiet" onClick={onReadAgain}>
            Read again
          </button>
        </>
      )}
    </p>
  );
}
