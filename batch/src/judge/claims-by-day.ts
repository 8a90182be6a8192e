import type { Claim } from '@interspace/core/model/claim';
import type { Finding } from '@interspace/core/model/finding';

/** What is done on one day of a claim: a policy judges the services of a day, and one claim may hold several. */
export interface ClaimOfDay {
  readonly claim: Claim;
  /** Where its lines stand in the whole claim. */
  readonly places: readonly number[];
}

/** Whether the lines of a claim lie on several days. */
export function isSpread({ lines }: Claim): boolean {
  const [first] = lines;
  return lines.some(({ from }) => from !== undefined && from !== first!.from);
}

/** A claim for each day of service, in order. A line without a day goes with the first one. */
export function claimsByDay(claim: Claim): readonly ClaimOfDay[] {
  const first = claim.lines.find(({ from }) => from !== undefined)?.from;
  const days = [...new Set(claim.lines.flatMap(({ from }) => from ?? first ?? []))].toSorted();
  return days.map((day) => {
    const places = claim.lines.flatMap(({ from }, at) => ((from ?? first) === day ? [at] : []));
    return { claim: { ...claim, lines: places.map((at) => claim.lines[at]!) }, places };
  });
}

/** What is said of one day, said of the whole claim; coverage counts lines. */
export function inWhole(finding: Finding, { places }: ClaimOfDay): Finding {
  const place = finding.line === undefined ? undefined : places[finding.line - 1];
  return place === undefined ? finding : { ...finding, line: place + 1 };
}
