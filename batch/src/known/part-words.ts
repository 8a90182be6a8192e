import type { Finding } from '@interspace/core/model/finding';
import type { ClaimDay } from './claim-days.ts';
import { daysNamed, holdsOnOtherDays, KeptFinding } from './kept-finding.ts';
import type { TextNumbers } from './text-numbers.ts';

/** Findings of a part; parts that say the same have the same number, 0 when they say nothing. */
export interface KeptFindings {
  readonly number: number;
  readonly findings: readonly KeptFinding[];
}

export const NO_FINDINGS: KeptFindings = { number: 0, findings: [] };

/** What words of parts are compared with. */
export interface PartWords {
  readonly texts: TextNumbers;
  /** Days that stand somewhere in the law. */
  readonly written: ReadonlySet<string>;
}

/** Findings kept for all days of an epoch, or for their own day only. */
export function keptFindings(
  findings: readonly Finding[],
  { iso }: ClaimDay,
  { texts, written }: PartWords,
): { readonly answer: KeptFindings; readonly shared: boolean } {
  if (findings.length === 0) return NOTHING;
  const shared = holdsOnOtherDays(daysNamed(findings), iso, written, true);
  const json = JSON.stringify(findings);
  // The same words may stand for the day at hand or for a day that stays.
  const number = texts.of(shared && !json.includes(iso) ? json : `${iso} ${shared} ${json}`);
  return { answer: { number, findings: findings.map((finding) => new KeptFinding(finding, iso)) }, shared };
}

const NOTHING = { answer: NO_FINDINGS, shared: true };
