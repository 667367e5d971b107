/** A span of time; milliseconds since 1970, both ends in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Finding {
  readonly id: string;
  readonly causes: readonly { readonly id: string }[];
}

/** A cause that is looked for again and again was there all the time between two looks that are no further apart. */
const LOOK_GAP = 5_000;

/** Which findings were the causes of which, and when. */
export class Related {
  private readonly causes = new Map<string, Map<string, Span[]>>();
  private readonly consequences = new Map<string, Map<string, Span[]>>();

  learn({ id, causes }: Finding, at: number): void {
    for (const cause of causes) {
      const spans = spansOf(this.causes, id, cause.id);
      extend(spans, at);
      const ofCause = this.consequences.get(cause.id) ?? new Map<string, Span[]>();
      this.consequences.set(cause.id, ofCause.set(id, spans));
    }
  }

  /** All that was a cause of these in that time, by chains of causes, and all that these and those were causes of. */
  connectedWith(ids: Iterable<string>, span: Span): ReadonlySet<string> {
    return follow(this.consequences, follow(this.causes, ids, span), span);
  }
}

type Edges = ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>;

function follow(edges: Edges, ids: Iterable<string>, { from, to }: Span): ReadonlySet<string> {
  const reached = new Set(ids);
  for (const id of reached)
    for (const [other, spans] of edges.get(id) ?? [])
      if (spans.some((span) => span.from <= to && span.to >= from)) reached.add(other);
  return reached;
}

function spansOf(edges: Map<string, Map<string, Span[]>>, id: string, other: string): Span[] {
  const ofOne = edges.get(id) ?? new Map<string, Span[]>();
  const spans = ofOne.get(other) ?? [];
  edges.set(id, ofOne.set(other, spans));
  return spans;
}

function extend(spans: Span[], at: number): void {
  const last = spans.at(-1);
  if (last === undefined || at - last.to > LOOK_GAP) spans.push({ from: at, to: at });
  else spans[spans.length - 1] = { from: last.from, to: at };
}
