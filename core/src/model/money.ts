/** Whole cents. Never a fraction, never a float of dollars. */
export type Cents = number & { readonly __brand: 'Cents' };

export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money is a whole number of cents');
  return amount as Cents;
}

/** `12`, `12.5`, `12.50`, `.5`, `-3` → cents; undefined for anything else or more than two decimals. */
export function centsFromDecimal(text: string): Cents | undefined {
  const found = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(text.trim());
  if (!found || (found[2] === '' && !found[3])) return undefined;
  const amount = Number(found[2] || '0') * 100 + Number((found[3] ?? '').padEnd(2, '0') || '0');
  if (!Number.isSafeInteger(amount)) return undefined;
  return (found[1] === '-' && amount !== 0 ? -amount : amount) as Cents;
}

export function decimalFromCents(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.abs(amount);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** `$1,234.50`: for people. */
export function inDollars(amount: Cents): string {
  const figures = decimalFromCents(Math.abs(amount) as Cents);
  return `${amount < 0 ? '-' : ''}$${figures.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}
