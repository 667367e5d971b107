import { useEffect, useId, useRef, useState } from 'react';
import { PlacesDocument } from '../../graphql/graphql.js';
import { ONCE } from '../live/pacer.js';
import { useAnswer } from '../live/use-answer.js';
import { listUrl } from '../route.js';
import { STATUSES, STATUS_WORDS, plain, sentenceCase } from '../words.js';
import type { ListKind, Places, Wanted } from './kinds.js';

/** Who types is not asked for after each letter. */
const TYPING = 300;

interface FiltersProps {
  readonly kind: ListKind;
  readonly wanted: Wanted;
}

/** What of a list is wanted; it stands in the URL, so that it can be passed on. */
export function Filters({ kind, wanted }: FiltersProps) {
  const choose = (more: Partial<Wanted>): void => {
    // In the place of the URL before: who goes back leaves the list.
    location.replace(listUrl(kind.name, { ...wanted, ...more }));
  };
  return (
    <form
      className="filters"
      role="search"
      aria-label="Filter"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <NameFilter
        name={wanted.name}
        onChange={(name) => {
          choose({ name });
        }}
      />
      {kind.places !== null && (
        <PlaceFilter
          places={kind.places}
          place={wanted.place}
          onChange={(place) => {
            choose({ place });
          }}
        />
      )}
      <Choice
        label="Status"
        value={wanted.status}
        none="All"
        options={STATUSES.filter((status) => status !== 'NOT_CONFIGURED').map((status) => [
          status,
          STATUS_WORDS[status],
        ])}
        onChange={(status) => {
          choose({ status });
        }}
      />
      {kind.orders.length > 0 && (
        <Choice
          label="Sorted by"
          value={wanted.order}
          none="Worst first"
          options={kind.orders.map((order) => [order, sentenceCase(plain(order))])}
          onChange={(order) => {
            choose({ order });
          }}
        />
      )}
    </form>
  );
}

function NameFilter({ name, onChange }: { readonly name: string; readonly onChange: (name: string) => void }) {
  const id = useId();
  const [text, setText] = useState(name);
  // A URL that came of what was typed says nothing new; another one does, such as that of a link to the whole list.
  const known = useRef(name);
  useEffect(() => {
    if (name === known.current) return;
    known.current = name;
    setText(name);
  }, [name]);
  useEffect(() => {
    if (text === known.current) return;
    const timer = setTimeout(() => {
      known.current = text;
      onChange(text);
    }, TYPING);
    return () => {
      clearTimeout(timer);
    };
  }, [text, onChange]);
  return (
    <span>
      <label htmlFor={id}>Name</label>
      <input
        id={id}
        type="search"
        placeholder="part, or web-*"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </span>
  );
}

interface PlaceFilterProps {
  readonly places: Places;
  readonly place: string;
  readonly onChange: (place: string) => void;
}

/** Which of several clusters or systems: where the list of one was never obtained, those of others are had by this. */
function PlaceFilter({ places, place, onChange }: PlaceFilterProps) {
  const { data } = useAnswer(PlacesDocument, {}, ONCE);
  const names = new Set(data?.[places].map(({ name }) => name));
  // A URL may name one that is not there.
  if (place !== '') names.add(place);
  else if (names.size < 2) return null;
  return (
    <Choice label="In" value={place} none="All" options={[...names].map((name) => [name, name])} onChange={onChange} />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** What no choice is called. */
  readonly none: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, none, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        <option value="">{none}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
