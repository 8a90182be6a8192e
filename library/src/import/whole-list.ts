import type { ImportJob } from './job.ts';
import { truncatedFile } from './refusal.ts';

/**
 * No agency prints a count or a footer in these lists, but all of them go by code, and every edition has something near
 * its end. A list that begins where a whole one does and never comes there was cut between two rows. One that begins
 * elsewhere is somebody's own selection: nothing can be said of its end.
 */
interface Extent {
  readonly begins: RegExp;
  readonly reaches: RegExp;
  /** What stands at the end of every edition, in words. */
  readonly end: string;
}

const EXTENTS = {
  /** Category II codes first, hearing and speech services last. */
  pprrvu: { begins: /^0/, reaches: /^V53/, end: 'codes that begin with V53' },
  mue: { begins: /^0/, reaches: /^V53/, end: 'codes that begin with V53' },
  hcpcs: { begins: /^A0/, reaches: /^V53/, end: 'codes that begin with V53' },
  aoc: { begins: /^0/, reaches: /^G/, end: 'add-on codes that begin with G' },
  pairs: { begins: /^0/, reaches: /^[Q-Z]/, end: 'first codes that begin with Q or a later letter' },
  /** By state. */
  zip5: { begins: /^AK/, reaches: /^WY/, end: 'Wyoming' },
  localities: { begins: /^ALABAMA/, reaches: /^WYOMING/, end: 'Wyoming' },
  pos: { begins: /^01/, reaches: /^99/, end: 'place 99' },
  /** Groups of providers first, transportation last. */
  taxonomy: { begins: /^193/, reaches: /^34[47]/, end: 'transportation services (34…)' },
  /** Groups first, then reasons, then remarks. */
  'carc-rarc': { begins: /^CO$/, reaches: /^N8/, end: 'remark codes that begin with N8' },
  /** Those of procedures first, then those of Level II by letter. */
  modifiers: { begins: /^22$/, reaches: /^[XZ]/, end: 'modifiers that begin with X or Z' },
  /** Cholera first; some years end with the codes for special purposes behind chapter Z. */
  'icd10cm-order': { begins: /^A00/, reaches: /^Z99/, end: 'codes that begin with Z99' },
  /** Since fiscal year 2021. */
  'icd10cm-order-2021': { begins: /^A00/, reaches: /^U07/, end: 'codes that begin with U07' },
} as const satisfies Record<string, Extent>;

/** Refuses a list that was cut between two rows, unless the user said that it really is so small. */
export function judgeExtent(job: ImportJob, at: string, list: keyof typeof EXTENTS, keys: readonly string[]): void {
  const { begins, reaches, end }: Extent = EXTENTS[list];
  if (job.options.acceptSmaller || keys.some((key) => reaches.test(key))) return;
  if (!keys.some((key) => begins.test(key))) return;
  throw truncatedFile(
    at,
    `The list has no ${end}, with which every edition ends; its last row is ${keys.at(-1)}: the file is cut off.`,
    'Download the file again. If it really ends there, say so (--accept-smaller). The edition in use stays as it is.',
  );
}
