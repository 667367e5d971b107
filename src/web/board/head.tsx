import logo from '../common/vitals.svg';
import { shown } from './live/shown.js';
import { useStore } from './live/store.js';
import { type Connection, stream } from './live/stream.js';
import { visitor } from './live/token.js';
import { Search } from './parts/search.js';
import { BLIND_URL, type Route, graphiqlUrl, listUrl, overviewUrl } from './route.js';

/** The head of every page: where one is, where one can go, and whether what is shown is live. */
export function Head({ route }: { readonly route: Route }) {
  return (
    <header className="head">
      <a className="brand" href={overviewUrl()}>
        <img src={logo} alt="" width="24" height="24" />
        Vitals
      </a>
      <nav aria-label="Pages">
        <Tab href={overviewUrl()} isCurrent={route.page === ''}>
          Overview
        </Tab>
        <Tab href={listUrl('pods')} isCurrent={route.page === 'list'}>
          Resources
        </Tab>
        <Tab href={BLIND_URL} isCurrent={route.page === 'blind'}>
          Blind spots
        </Tab>
      </nav>
      <Search />
      <GraphiqlLink />
      <LiveSign />
    </header>
  );
}

interface TabProps {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly children: string;
}

function Tab({ href, isCurrent, children }: TabProps) {
  return (
    <a href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Leads to the question behind what is shown. */
function GraphiqlLink() {
  const question = useStore(shown);
  const url = question === null ? 'graphiql/' : graphiqlUrl(question.document, question.variables);
  return (
    <a className="graphiql-link" href={url} target="_blank" rel="noreferrer">
      Open in GraphiQL
    </a>
  );
}

const STATE_WORDS: Readonly<Record<Connection['state'], string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Not live',
};

/** While a token is asked for, nothing connects. */
function LiveSign() {
  const { state } = useStore(stream.connection);
  const { refusal } = useStore(visitor);
  return (
    <span className={`live-sign is-${state}`} role="status">
      {refusal === null && (
        <>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            {state === 'live' ? <circle cx="5" cy="5" r="4" /> : <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" />}
          </svg>
          {STATE_WORDS[state]}
        </>
      )}
    </span>
  );
}
