import { useEffect, useMemo, useState } from 'react';
import type { TypedDocumentString } from '../../graphql/graphql.js';
import type { Pace } from './pacer.js';
import { Reader, type Reading } from './reader.js';
import { forgetShown, shown } from './shown.js';
import { useStore } from './store.js';

/**
 * The answer to a question, kept up to date. Until there is one for other variables, the last one stays: give the component
 * a `key` where it is about another thing then.
 * @param pace the same object each time
 */
export function useAnswer<T, V>(document: TypedDocumentString<T, V>, variables: V, pace?: Pace): Reading<T> {
  // Variables of the same content are the same.
  const key = JSON.stringify(variables);
  const reader = useMemo(() => new Reader(document, JSON.parse(key) as V, pace), [document, key, pace]);
  useEffect(() => reader.open(), [reader]);
  const reading = useStore(reader.reading);
  const [last, setLast] = useState(reading);
  if (reading.data !== null && reading !== last) setLast(reading);
  return reading.data === null ? { ...last, failure: reading.failure } : reading;
}

/** The same for what a page is about: the head of the page says how old it is, and leads to the question. */
export function usePageAnswer<T, V>(document: TypedDocumentString<T, V>, variables: V, pace?: Pace): Reading<T> {
  const reading = useAnswer(document, variables, pace);
  const { data, readAt, failure, gaps } = reading;
  const text = JSON.stringify(variables, null, 2);
  useEffect(() => {
    shown.set({ hasData: data !== null, readAt, failure, gaps, document: document.toString(), variables: text });
  }, [data, readAt, failure, gaps, document, text]);
  useEffect(() => forgetShown, []);
  return reading;
}
