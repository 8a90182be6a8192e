import { toX12, type DraftClaim, type line } from './draft.ts';
import { CLEAN } from './clean.ts';

/** One thing wrong with an otherwise clean file, and what must be said about it where. */
export interface Fault {
  readonly name: string;
  /** Clean claim that it starts from. */
  readonly from: keyof typeof CLEAN;
  readonly change?: (claim: DraftClaim) => void;
  readonly text?: (text: string) => string;
  /** Id of a finding or code of an Issue; one of them is enough. */
  readonly says: readonly string[];
  /** Segment at which it must be said; `SV1#2` is the second of its kind, `HI#1:2` the second element of the first. */
  readonly at?: string;
}

export const at = (claim: DraftClaim, index: number) => claim.lines[index]!;
const made = (how: Pick<Fault, 'name' | 'from' | 'change' | 'text'>, says: string, place?: string): Fault => ({
  ...how,
  says: says.split(' '),
  ...(place === undefined ? {} : { at: place }),
});
/** A claim with something else in it. */
export const fault = (
  name: string,
  from: keyof typeof CLEAN,
  change: NonNullable<Fault['change']>,
  says: string,
  place?: string,
): Fault => made({ name, from, change }, says, place);
export const code = (index: number, to: string, modifiers?: string) => (claim: DraftClaim) => {
  at(claim, index).code = to;
  if (modifiers !== undefined) at(claim, index).modifiers = modifiers === '' ? [] : modifiers.split(' ');
};
export const modifiers = (index: number, to: string) => (claim: DraftClaim) => {
  at(claim, index).modifiers = to === '' ? [] : to.split(' ');
};
export const set = (index: number, more: object) => (claim: DraftClaim) => void Object.assign(at(claim, index), more);
export const add =
  (...more: ReturnType<typeof line>[]) =>
  (claim: DraftClaim) =>
    void claim.lines.push(...more);
export const diagnoses = (codes: string) => (claim: DraftClaim) => {
  claim.diagnoses = codes.split(' ');
};
/** A file with something else in its text. */
export const text = (
  name: string,
  from: keyof typeof CLEAN,
  change: NonNullable<Fault['text']>,
  says: string,
  place?: string,
): Fault => made({ name, from, text: change }, says, place);
/** A segment left out, and the count that goes with it. */
export const without =
  (segment: RegExp) =>
  (file: string): string =>
    segment.test(file)
      ? file.replace(segment, '').replace(/SE\*(\d+)/, (_, count: string) => `SE*${Number(count) - 1}`)
      : file;
export const put =
  (from: string, to: string) =>
  (file: string): string =>
    file.replace(from, to);

/** The file with its fault. */
export function faulty(one: Fault): string {
  const claim = CLEAN[one.from]!();
  one.change?.(claim);
  const written = toX12(claim);
  return one.text ? one.text(written) : written;
}
