/** Who stated a fact, and on which day. */
export interface Signature {
  readonly by: string;
  readonly on: string;
}

/**
 * The Review with "stated by … on …" at every Evidence that rests on an answer, so that nobody takes an answer for the chart.
 * Only in what is shown: a kept record stays byte for byte what the engine said.
 */
export function withSignatures<T>(review: T, signatures: ReadonlyMap<string, Signature>): T {
  if (signatures.size === 0) return review;
  return signed(review, signatures) as T;
}

function signed(value: unknown, signatures: ReadonlyMap<string, Signature>): unknown {
  if (Array.isArray(value)) return value.map((one) => signed(one, signatures));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, signed(one, signatures)]));
  const { source, at, quote } = entries;
  if (source !== 'form' || typeof at !== 'string' || typeof quote !== 'string') return entries;
  const signature = at.startsWith('facts.') ? signatures.get(at.slice('facts.'.length)) : undefined;
  return signature ? { ...entries, quote: `${quote}, stated by ${signature.by} on ${signature.on}` } : entries;
}
