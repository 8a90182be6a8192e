import type { Finding } from '@interspace/core/model/finding';
import type { ClaimDay } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { daysNamed, holdsOnOtherDays, KeptFinding } from './kept-finding.ts';
import { TextNumbers } from './text-numbers.ts';

/** Findings of a part; parts that say the same have the same number, 0 when they say nothing. */
export interface KeptFindings {
  readonly number: number;
  readonly findings: readonly KeptFinding[];
}

export const NO_FINDINGS: KeptFindings = { number: 0, findings: [] };

/** What words of parts are compared with. */
export interface PartWords {
  readonly texts: TextNumbers;
  readonly kept: KeptWords;
  /** Days that stand somewhere in the law. */
  readonly written: ReadonlySet<string>;
}

/** Every Finding that is kept, once: many shapes of claims have the same said of them. */
export class KeptWords {
  readonly #texts = new TextNumbers();
  #findings: KeptFinding[] = [];
  readonly #lists = new IntSequences();

  get size(): number {
    return this.#findings.length;
  }

  /** A Finding of this day; `text` names it. */
  of(text: string, finding: Finding, day: string): number {
    const number = this.#texts.of(text);
    this.#findings[number] ??= new KeptFinding(finding, day);
    return number;
  }

  list(numbers: readonly number[]): KeptFindings {
    const number = this.#lists.id(Int32Array.from(numbers), numbers.length);
    return { number, findings: numbers.map((one) => this.#findings[one]!) };
  }

  clear(): void {
    this.#texts.clear();
    this.#lists.clear();
    this.#findings = [];
  }
}

/** Findings kept for all days of an epoch, or for their own day only. */
export function keptFindings(
  findings: readonly Finding[],
  { iso }: ClaimDay,
  { kept, written }: PartWords,
): { readonly answer: KeptFindings; readonly shared: boolean } {
  if (findings.length === 0) return NOTHING;
  const shared = holdsOnOtherDays(daysNamed(findings), iso, written, true);
  const numbers = findings.map((finding) => {
    const json = JSON.stringify(finding);
    // The same words may stand for the day at hand or for a day that stays.
    return kept.of(shared && !json.includes(iso) ? json : `${iso} ${shared} ${json}`, finding, iso);
  });
  return { answer: kept.list(numbers), shared };
}

const NOTHING = { answer: NO_FINDINGS, shared: true };
