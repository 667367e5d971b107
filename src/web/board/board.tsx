import { useEffect, useRef } from 'react';
import { BlindPage } from './blind/blind-page.js';
import { Head } from './head.js';
import { ListPage } from './list/list-page.js';
import { useStore } from './live/store.js';
import { stream } from './live/stream.js';
import { visitor } from './live/token.js';
import { Overview } from './overview/overview.js';
import { Freshness } from './parts/freshness.js';
import { Gaps } from './parts/gaps.js';
import { Replay } from './replay.js';
import { ResourcePage } from './resource/resource-page.js';
import { type Route, overviewUrl } from './route.js';
import { SignIn } from './sign-in.js';
import { useRoute } from './use-route.js';

/** The whole of the board: who looks is asked first where the server wants to know. */
export function Board() {
  const route = useRoute();
  const { refusal } = useStore(visitor);
  useEffect(() => stream.open(), []);
  return (
    <>
      <a className="skip" href="#main" onClick={skipToMain}>
        Skip to content
      </a>
      <Replay />
      <div className="top">
        <Head route={route} />
        {refusal === null && <Freshness />}
      </div>
      {refusal === null && <Gaps />}
      <Main route={route}>{refusal === null ? <Page route={route} /> : <SignIn refusal={refusal} />}</Main>
    </>
  );
}

function skipToMain(event: React.MouseEvent): void {
  // The part behind the "#" says which page is shown.
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** Who goes to another page by keyboard goes on from its beginning. */
function Main({ route, children }: { readonly route: Route; readonly children: React.ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const place = `${route.page}/${route.rest}`;
  const shownPlace = useRef(place);
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case '':
      return <Overview options={route.options} />;
    case 'resource':
      return <ResourcePage key={route.rest} id={route.rest} />;
    case 'list':
      return <ListPage key={route.rest} name={route.rest} options={route.options} />;
    case 'blind':
      return <BlindPage />;
    default:
      return (
        <section className="panel">
          <h1>There is no such page</h1>
          <p>
            <a href={overviewUrl()}>To the overview</a>
          </p>
        </section>
      );
  }
}
