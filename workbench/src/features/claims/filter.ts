import type { ClaimFilter } from './queries.ts';

/** Filters, order and the open claim as they stand in the address, where text that looks like a number has become one. */
export type ClaimAddress = {
  readonly [key: string]: string | number | undefined;
  readonly severity?: 'block' | 'warn' | 'note' | 'clean';
  readonly rule?: string | number;
  readonly payer?: string | number;
  readonly provider?: string | number;
  /** Whole dollars at risk, at least. */
  readonly least?: number;
  readonly search?: string | number;
  readonly sort?: NonNullable<ClaimFilter['sort']>;
  readonly order?: 'asc' | 'desc';
  readonly claim?: number;
  /** Place of the open claim in the list as it is sorted. */
  readonly at?: number;
  readonly view?: 'causes';
};

export const FILTERS = ['severity', 'rule', 'payer', 'provider', 'least', 'search'] as const;

/** What the server is asked; text that looks like a number is text again. */
export function filterOf(address: ClaimAddress): ClaimFilter {
  const text = (value: string | number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  const filter = {
    severity: address.severity,
    rule: text(address.rule),
    payer: text(address.payer),
    provider: text(address.provider),
    least: typeof address.least === 'number' ? Math.round(address.least * 100) : undefined,
    search: text(address.search),
    sort: address.sort,
    order: address.order,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

export function isFiltered(address: ClaimAddress): boolean {
  return FILTERS.some((name) => address[name] !== undefined);
}
