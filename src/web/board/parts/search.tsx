import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type ResourceRowFragment, SearchDocument } from '../../graphql/graphql.js';
import { ONCE } from '../live/pacer.js';
import { useAnswer } from '../live/use-answer.js';
import { resourceUrl } from '../route.js';
import { kindOf, placeOf } from './resource-link.js';
import { LastSeen } from './seen.js';
import { Shape } from './shape.js';
import { STATUS_WORDS } from '../words.js';

const FEW = 12;

/** Who types is not asked for after each letter. */
const TYPING = 200;

/** Leads to any resource by a part of its name; `/` leads to it. */
export function Search() {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || isOtherwiseMeant(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => {
      document.removeEventListener('keydown', focus);
    };
  }, []);
  const close = (): void => {
    setText('');
  };
  return (
    <search
      className="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        input.current?.focus();
        close();
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label="Find a resource by name"
        placeholder="Find by name  /"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(event, 1);
        }}
      />
      {wanted !== '' && text !== '' && <Results text={wanted} onChosen={close} />}
    </search>
  );
}

/** With such a key it is a shortcut of the browser or the machine; in a field it is typed. Some keyboards have it with Shift. */
function isOtherwiseMeant({ target, ctrlKey, altKey, metaKey }: globalThis.KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey || target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function Results({ text, onChosen }: { readonly text: string; readonly onChosen: () => void }) {
  const { data, failure } = useAnswer(SearchDocument, { text, first: FEW }, ONCE);
  const id = useId();
  return (
    <div
      className="results"
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') step(event, 1);
        if (event.key === 'ArrowUp') step(event, -1);
      }}
    >
      <p id={id} role="status">
        {failure ?? (data === null ? 'Reading…' : summaryOf(data.search.length))}
      </p>
      <ul>
        {data?.search.map((resource) => (
          <li key={resource.id}>
            <Result resource={resource} onChosen={onChosen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function summaryOf(count: number): string {
  if (count === 0) return 'Nothing is called that.';
  return count === FEW ? `The worst ${FEW}` : `${count} found`;
}

function Result({ resource, onChosen }: { readonly resource: ResourceRowFragment; readonly onChosen: () => void }) {
  const { health } = resource;
  return (
    <a href={resourceUrl(resource.id)} onClick={onChosen}>
      <Shape of={health.status} />
      <span>{resource.name}</span>
      <span className="place">
        {kindOf(resource)} {placeOf(resource)} · {STATUS_WORDS[health.status].toLowerCase()}{' '}
        <LastSeen health={health} />
      </span>
    </a>
  );
}

/** To the next or the previous of what can be chosen. */
function step(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  event.preventDefault();
  const all = [...(event.currentTarget.closest('search')?.querySelectorAll<HTMLElement>('input, .results a') ?? [])];
  all[all.indexOf(document.activeElement as HTMLElement) + by]?.focus();
}

/** The text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, TYPING);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
