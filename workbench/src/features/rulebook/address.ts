/** Tab, filters and the open policy as they stand in the address. */
export type RulebookAddress = {
  readonly [key: string]: string | number | undefined;
  readonly tab?: 'edits' | 'compare';
  readonly search?: string | number;
  readonly code?: string | number;
  readonly contractor?: string;
  readonly state?: string;
  readonly on?: string;
  readonly policy?: string;
  readonly document?: string;
  readonly from?: string;
  readonly to?: string;
};

export const textOf = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);
