import type { Finding } from '@interspace/core/model/finding';
import type { ClaimLine } from '@interspace/core/model/claim';

/** How many Findings a claim has by itself, as far as the history has to know to see what it changes. */
export interface Alone {
  /** Blocking ones of the whole claim. */
  readonly whole: number;
  /** Whether one blocks a line that the history does not see. */
  readonly elsewhere: boolean;
  readonly warnings: number;
  /** Blocking ones of each line, in the order of the lines. */
  readonly lines: readonly number[];
}

type Counted = Pick<Finding, 'severity' | 'line'>;
type Line = Pick<ClaimLine, 'number' | 'charge'>;

/** What history makes of it. */
export function changed(
  { whole, elsewhere, warnings, lines }: Alone,
  numbers: readonly Line[],
  added: readonly Counted[],
  withdrawn: readonly Counted[],
): Alone {
  const now = { whole, warnings, lines: [...lines] };
  const count = (findings: readonly Counted[], by: 1 | -1): void => {
    for (const { severity, line } of findings) {
      if (severity === 'warn') now.warnings += by;
      if (severity !== 'block') continue;
      const at = numbers.findIndex(({ number }) => number === line);
      if (at < 0) now.whole += by;
      else now.lines[at] = (now.lines[at] ?? 0) + by;
    }
  };
  count(added, 1);
  count(withdrawn, -1);
  return { whole: now.whole, elsewhere, warnings: now.warnings, lines: now.lines };
}

/** How a claim stands: as in the tally, money in cents of the lines that the history sees. */
export function standingOf(
  { whole, elsewhere, warnings, lines }: Alone,
  charged: readonly Line[],
): { readonly blocked: boolean; readonly warned: boolean; readonly atRisk: number } {
  let atRisk = 0;
  for (let at = 0; at < charged.length; at++) if (whole > 0 || (lines[at] ?? 0) > 0) atRisk += charged[at]!.charge ?? 0;
  const blocked = whole > 0 || elsewhere || lines.some((count) => count > 0);
  return { blocked, warned: !blocked && warnings > 0, atRisk };
}

/** What the history changes about how a claim stands, as numbers to add: claims blocked, claims to look at, cents at risk. */
export function changeOfStanding(
  alone: Alone,
  charged: readonly Line[],
  added: readonly Counted[],
  withdrawn: readonly Counted[],
): { readonly blocked: number; readonly toLookAt: number; readonly atRisk: number } {
  const before = standingOf(alone, charged);
  const now = standingOf(changed(alone, charged, added, withdrawn), charged);
  return {
    blocked: Number(now.blocked) - Number(before.blocked),
    toLookAt: Number(now.warned) - Number(before.warned),
    atRisk: now.atRisk - before.atRisk,
  };
}
