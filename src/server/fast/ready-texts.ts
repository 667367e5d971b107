import { randomUUID } from 'node:crypto';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';

/** Nobody can guess it, so no text of the platform is taken for a place. */
const MARK = `ready-${randomUUID()}-`;
const PLACE = new RegExp(`"${MARK}(\\d+)"`, 'g');

/** Parts of one answer that are JSON already. In its data stands where each belongs. */
export class ReadyTexts {
  private readonly texts: string[] = [];

  /** What to answer in its place. */
  placeOf(text: string): string {
    return `${MARK}${this.texts.push(text) - 1}`;
  }

  /** Puts each text where its place is. */
  fill(json: string): string {
    let filled = '';
    let end = 0;
    for (const { 0: place, 1: index, index: start } of json.matchAll(PLACE)) {
      // Added piece by piece, these are written out once, when the answer is encoded.
      filled += json.slice(end, start);
      filled += this.texts[Number(index)] ?? 'null';
      end = start + place.length;
    }
    return filled + json.slice(end);
  }
}

const ofAnswers = new WeakMap<object, ReadyTexts>();

/** To be called with the data of a result that has places in it. */
export function keepTexts(data: object, texts: ReadyTexts): void {
  ofAnswers.set(data, texts);
}

/** A result as JSON. */
export function stringifyResult(result: ExecutionResult | FormattedExecutionResult): string {
  const json = JSON.stringify(result);
  const texts = result.data == null ? undefined : ofAnswers.get(result.data);
  return texts === undefined ? json : texts.fill(json);
}
