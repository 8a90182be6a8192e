import type { SnipLevel } from '@interspace/wire/x12/check/snip';

/** What the seven agreed levels of testing are. */
export const LEVELS = [
  'syntax and envelope',
  'requirements of the guide',
  'balancing',
  'situations between segments',
  'code sets',
  'lines of service',
  'payers: policies and programs that the library knows',
] as const;

/** By group of edits, the first part of their ids. What is a pain practice's own line of service is level 6. */
const GROUPS: Readonly<Record<string, SnipLevel>> = {
  'add-on': 6,
  attest: 7,
  beside: 6,
  billing: 4,
  charge: 4,
  code: 5,
  date: 4,
  decompression: 6,
  device: 6,
  diagnosis: 5,
  drug: 6,
  filing: 7,
  frequency: 7,
  guidance: 6,
  identifier: 5,
  line: 4,
  modifier: 6,
  needling: 6,
  note: 4,
  notice: 7,
  ordering: 4,
  pair: 6,
  patient: 4,
  payer: 4,
  place: 6,
  procedure: 6,
  rendering: 4,
  sedation: 6,
  side: 6,
  stimulation: 6,
  study: 7,
  toxin: 6,
  units: 6,
  visit: 6,
};

/** Those that are of another level than their group. */
const EDITS: Readonly<Record<string, SnipLevel>> = {
  'charge/unbalanced': 3,
  'diagnosis/none': 4,
  'diagnosis/too-many': 4,
  'diagnosis/repeated': 4,
  'diagnosis/pointer-missing': 4,
  'diagnosis/pointer-wrong': 4,
  'diagnosis/side': 6,
  'diagnosis/one-side': 6,
  'code/from-range': 6,
  'code/joint-for-sacroiliac': 6,
  'code/other-claim-type': 6,
  'code/not-payable': 7,
  'code/carrier-priced': 7,
  'drug/ndc': 5,
  'drug/ndc-missing': 4,
  'drug/ndc-quantity': 4,
  'frequency/original-missing': 4,
  'frequency/unusual': 4,
  'modifier/unknown': 5,
  'modifier/too-many': 4,
  'modifier/repeated': 4,
  'place/missing': 4,
  'place/facility-unnamed': 4,
  'place/facility-zip': 4,
  'identifier/npi-missing': 4,
  'units/not-positive': 4,
  'units/fraction': 4,
};

/** The level of a finding; undefined for an edit of a group that nobody has put anywhere. Policies and programs are payers'. */
export function snipOfFinding(id: string): SnipLevel | undefined {
  if (!id.startsWith('edit/')) return 7;
  const edit = id.slice('edit/'.length);
  return EDITS[edit] ?? GROUPS[edit.split('/')[0] ?? ''];
}
