export function readAudit(text: string): {
  readonly skipped?: string;
  readonly grave?: number;
  readonly all?: number;
  readonly names?: readonly string[];
};
export function readOutdated(text: string): string[];
