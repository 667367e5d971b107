import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ListRowFragment } from '../../graphql/graphql.js';
import { Age } from '../parts/age.js';
import { placeOf } from '../parts/resource-link.js';
import { Status } from '../parts/shape.js';
import { resourceUrl } from '../route.js';
import { detailOf } from './detail.js';
import type { Listing } from './list-reader.js';

const ROW_HEIGHT = 32;

/** Rows beyond what is seen that are there already. */
const OVERSCAN = 15;

/** So near to the end of what was read, more is. */
const MARGIN = 100;

interface ListTableProps {
  readonly listing: Listing;
  readonly label: string;
  readonly onMore: () => void;
}

/** A list of any length: only the rows that are seen are there. Arrow keys go from one to the next. */
export function ListTable({ listing, label, onMore }: ListTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, next } = listing;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (next !== null && last >= rows.length - MARGIN) onMore();
  }, [next, last, rows.length, onMore]);

  const move = (event: KeyboardEvent): void => {
    const target = targetOf(event, rows.length);
    if (target === null) return;
    event.preventDefault();
    virtualizer.scrollToIndex(target);
    focusRow(scroller.current, target);
  };
  return (
    <div
      ref={scroller}
      className="list-table"
      role="table"
      aria-label={label}
      aria-rowcount={listing.totalCount === null ? -1 : listing.totalCount + 1}
      tabIndex={0}
      onKeyDown={move}
    >
      <div role="rowgroup" className="list-head">
        <div role="row" aria-rowindex={1} className="list-row">
          {['Status', 'Name', 'In', 'State', 'What is wrong', 'For'].map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="list-body" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : <Row key={key} row={row} index={index} start={start} />;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: ListRowFragment;
  readonly index: number;
  readonly start: number;
}

function Row({ row, index, start }: RowProps) {
  const { status, isStale, since, findings } = row.health;
  const worst = findings.find(({ ignored }) => ignored === null);
  const place = placeOf(row);
  const detail = detailOf(row);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="list-row"
      style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
    >
      <span role="cell">
        <Status of={status} isStale={isStale} />
      </span>
      <span role="cell" title={row.name}>
        <a href={resourceUrl(row.id)} data-index={index}>
          {row.name}
        </a>
      </span>
      <span role="cell" title={place}>
        {place}
      </span>
      <span role="cell" title={detail}>
        {detail}
      </span>
      <span role="cell" title={worst?.message}>
        {worst?.message}
      </span>
      <span role="cell">
        <Age at={since} />
      </span>
    </div>
  );
}

/** Which row a key leads to from the one that has the focus; null for other keys. */
function targetOf({ key, target }: KeyboardEvent, count: number): number | null {
  if (count === 0) return null;
  const index = target instanceof HTMLElement ? target.dataset['index'] : undefined;
  const current = index === undefined ? -1 : Number(index);
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Frames after which a row that was scrolled to has been drawn. */
const MOST_FRAMES = 20;

/** As soon as it is there: one that was far away is drawn in one of the next frames. */
function focusRow(scroller: HTMLElement | null, index: number, frames = MOST_FRAMES): void {
  const link = scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (link != null) link.focus({ preventScroll: true });
  else if (frames > 0)
    requestAnimationFrame(() => {
      focusRow(scroller, index, frames - 1);
    });
}
