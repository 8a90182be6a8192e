const [DASH, ZERO, NINE] = ['-', '0', '9'].map((sign) => sign.charCodeAt(0)) as [number, number, number];

/** Adds every day (2026-01-31) that stands in a text; looked for by its dashes, which are rare. */
export function addDaysIn(text: string, days: Set<string>): void {
  for (let at = text.indexOf('-', 4); at >= 0; at = text.indexOf('-', at + 1)) {
    if (text.charCodeAt(at + 3) !== DASH) continue;
    if (areDigits(text, at - 4, at) && areDigits(text, at + 1, at + 3) && areDigits(text, at + 4, at + 6))
      days.add(text.slice(at - 4, at + 6));
  }
}

/** The same of every text in a value. */
export function addDaysWithin(value: unknown, days: Set<string>): void {
  if (typeof value === 'string') addDaysIn(value, days);
  else if (Array.isArray(value)) for (const item of value) addDaysWithin(item, days);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) addDaysWithin(item, days);
}

function areDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    // Beyond the end there is no number, and the comparison fails.
    if (!(unit >= ZERO && unit <= NINE)) return false;
  }
  return true;
}
