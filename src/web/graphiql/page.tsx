import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useEffect } from 'react';
import logo from '../common/vitals.svg';
import { takeAsked } from './asked.js';
import { ServedRecording } from './served-recording.js';
import { createFetcher } from './endpoint.js';
import { exampleTabs } from './examples.js';
import { createStorage } from './storage.js';

const fetcher = createFetcher();

const storage = createStorage();

const asked = takeAsked();

/** Without stored tabs the first one is shown: that is the question that came with the URL, if one did. */
const firstTabs = asked === undefined ? exampleTabs : [asked, ...exampleTabs];

export function Page() {
  return (
    <>
      <ServedRecording />
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        defaultTabs={firstTabs}
        {...(asked !== undefined && { initialQuery: asked.query, initialVariables: asked.variables ?? '' })}
        schemaDescription
        inputValueDeprecation
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>
          <a className="vitals-logo" href="../">
            <img src={logo} alt="" />
            Vitals
          </a>
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
