import type { Quote, QuoteKind } from '../answer/quotes.ts';

/** A stretch of text under the same quotes; none for plain text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly quotes: readonly string[];
  /** Of the shortest quote over it, which says the most. */
  readonly kind: QuoteKind | undefined;
  /** The quote that begins here; keyboard focus stops at it. */
  readonly first: string | undefined;
}

/** Cuts a text of this length where quotes begin and end; together the segments are the text. */
export function segmentsOf(length: number, quotes: readonly Quote[]): Segment[] {
  const whole = quotes.filter(({ start, end }) => start >= 0 && start < end && end <= length);
  const cuts = [...new Set([0, length, ...whole.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] as number;
    const over = whole
      .filter((quote) => quote.start <= start && quote.end >= end)
      .toSorted((one, other) => one.end - one.start - (other.end - other.start));
    return {
      start,
      end,
      quotes: over.map(({ id }) => id),
      kind: over[0]?.kind,
      first: over.find((quote) => quote.start === start)?.id,
    };
  });
}
