import type { WorkItem } from '@interspace/server/contract/patients';

/** Filters and the open item as they stand in the address. */
export type WorkAddress = {
  readonly [key: string]: string | number | undefined;
  readonly kind?: WorkItem['kind'];
  readonly state?: 'open' | 'waiting' | 'resolved';
  readonly who?: string;
  readonly item?: string;
  /** Place of the open item in the list. */
  readonly at?: number;
};
