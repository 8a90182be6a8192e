const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const WHOLE = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** `$1,234.50` of cents. */
export function dollars(cents: number): string {
  return DOLLARS.format(cents / 100);
}

/** Whole dollars, where cents would be noise. */
export function wholeDollars(cents: number): string {
  return WHOLE.format(Math.round(cents / 100));
}

/** Cents as dollars, figures one below the other. */
export function Money({ cents }: { cents: number }) {
  return <span className="is-number">{dollars(cents)}</span>;
}
