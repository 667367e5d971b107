import { useEffect, useRef, useSyncExternalStore } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Unit } from '../../graphql/graphql.js';
import { measure } from '../words.js';
import type { Limit } from './limit-text.js';

interface ChartProps {
  readonly name: string;
  readonly unit: Unit;
  readonly samples: readonly { readonly at: string; readonly value: number }[];
  readonly limit: Limit | null;
}

const HEIGHT = 96;

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function onSchemeChange(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => {
    dark.removeEventListener('change', listener);
  };
}

/** A number over the last half hour, with a line where each limit stands. */
export function Chart({ name, unit, samples, limit }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  // A canvas keeps the colours that it was drawn with.
  const isDark = useSyncExternalStore(onSchemeChange, () => dark.matches);
  const warnAt = limit?.warnAt ?? null;
  const criticalAt = limit?.criticalAt ?? null;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const made = new uPlot(optionsOf(element, unit), [[], [], [], []], element);
    plot.current = made;
    const resized = new ResizeObserver(() => {
      made.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [unit, isDark]);

  useEffect(() => {
    const line = (at: number | null): (number | null)[] => samples.map(() => at);
    const times = samples.map(({ at }) => Date.parse(at) / 1_000);
    plot.current?.setData([times, samples.map(({ value }) => value), line(warnAt), line(criticalAt)]);
  }, [samples, warnAt, criticalAt, unit, isDark]);

  return <div className="chart" ref={host} role="img" aria-label={inWords({ name, unit, samples, limit })} />;
}

function inWords({ name, unit, samples, limit }: ChartProps): string {
  const values = samples.map(({ value }) => value);
  const limits = [
    ['warning', limit?.warnAt],
    ['critical', limit?.criticalAt],
  ] as const;
  const lines = limits.flatMap(([word, at]) => (at == null ? [] : [`; ${word} at ${measure(at, unit)}`]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${name} over time: ${measure(least, unit)} to ${measure(most, unit)}${lines.join('')}`;
}

function optionsOf(element: HTMLElement, unit: Unit): uPlot.Options {
  const [text, line, value, warning, critical] = ['--muted', '--line', '--accent', '--warn', '--bad'].map((name) =>
    colourOf(element, name),
  );
  const axis = {
    stroke: text ?? '',
    grid: { stroke: line ?? '', width: 1 },
    ticks: { show: false },
    font: '11px system-ui',
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 6, 0, 0],
    scales: { y: { range: (_plot, least, most) => rangeOf(least, most) } },
    axes: [
      { ...axis, grid: { show: false }, size: 18, space: 70, values: (_plot, times) => times.map(timeOfDay) },
      { ...axis, size: 54, space: 26, values: (_plot, values) => values.map((each) => measure(each, unit)) },
    ],
    series: [
      {},
      { stroke: value ?? '', width: 1.5, points: { show: false } },
      { stroke: warning ?? '', width: 1, dash: [4, 4], points: { show: false } },
      { stroke: critical ?? '', width: 1, dash: [2, 3], points: { show: false } },
    ],
  };
}

/** From nothing on, so that half as much is half as high; what is below it, too. */
function rangeOf(least: number | null, most: number | null): [number, number] {
  const top = Math.max(most ?? 0, 0);
  const bottom = Math.min(least ?? 0, 0);
  return [bottom, top === bottom ? bottom + 1 : top + (top - bottom) * 0.08];
}

function timeOfDay(seconds: number): string {
  return new Date(seconds * 1_000).toLocaleTimeString([], { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
}

/** What a colour of the style sheets is in the scheme of the moment, in words that a canvas knows. */
function colourOf(element: HTMLElement, name: string): string {
  element.style.color = `var(${name})`;
  const { color } = getComputedStyle(element);
  element.style.removeProperty('color');
  return color;
}
