import type { Confidence, Standing } from '../citation.ts';
import { isInForce, type EffectivePeriod } from '../period.ts';
import type { IsoDate } from '../date.ts';
import type { LawCitation } from './criterion.ts';

/** Codes, or every code under some prefixes, for a period and perhaps for some documents only. */
export interface CodeSetMember extends EffectivePeriod {
  readonly codes: readonly string[];
  readonly under: readonly string[];
  readonly documents?: readonly string[];
  readonly cite: string;
}

/** A named, dated set of codes that criteria refer to. */
export interface CodeSet {
  readonly name: string;
  readonly title: string;
  readonly system: 'icd-10-cm' | 'cpt-hcpcs';
  readonly confidence: Confidence;
  readonly standing: Standing;
  readonly citations: Readonly<Record<string, LawCitation>>;
  readonly members: readonly CodeSetMember[];
  readonly file: string;
}

/** The test "is this code in the set" for one date and document. Codes compare without their point. */
export function codeTest(set: CodeSet, on: IsoDate, document: string | undefined): (code: string) => boolean {
  const codes = new Set<string>();
  const prefixes: string[] = [];
  for (const member of set.members) {
    if (!isInForce(member, on)) continue;
    if (member.documents && (document === undefined || !member.documents.includes(document))) continue;
    for (const code of member.codes) codes.add(bare(code));
    for (const prefix of member.under) prefixes.push(bare(prefix));
  }
  return (code) => {
    const plain = bare(code);
    return codes.has(plain) || prefixes.some((prefix) => plain.startsWith(prefix));
  };
}

function bare(code: string): string {
  return code.replace('.', '').toUpperCase();
}
