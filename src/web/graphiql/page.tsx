import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useEffect } from 'react';
import { DemoBanner } from './demo-banner.js';
import { createFetcher } from './endpoint.js';
import { exampleTabs } from './examples.js';
import { createStorage } from './storage.js';
import logo from './vitals.svg';

const fetcher = createFetcher();

const storage = createStorage();

export function Page() {
  return (
    <>
      <DemoBanner />
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        defaultTabs={exampleTabs}
        schemaDescription
        inputValueDeprecation
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>
          <span className="vitals-logo">
            <img src={logo} alt="" />
            Vitals
          </span>
        </GraphiQL.Logo>
        <FollowSystemTheme />
      </GraphiQL>
    </>
  );
}

/** GraphiQL asks for the system's colours once, when it starts; this keeps its editors in step when they change. */
function FollowSystemTheme() {
  const { setTheme } = useGraphiQLActions();
  const followsSystem = useGraphiQL((state) => state.theme === null);

  useEffect(() => {
    if (!followsSystem) return;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      setTheme(null);
    };
    dark.addEventListener('change', follow);
    return () => {
      dark.removeEventListener('change', follow);
    };
  }, [followsSystem, setTheme]);

  return null;
}
