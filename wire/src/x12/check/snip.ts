import type { Location } from '@interspace/core/model/claim';
import type { WireIssueCode } from '../../issues.ts';

/**
 * Levels of testing that the industry agreed on: 1 syntax and envelope, 2 requirements of the guide, 3 balancing,
 * 4 situations between segments, 5 code sets, 6 line of service, 7 trading partner. A codec judges 1 to 3 and what one
 * segment says of another beside it; the rest of 4 to 7 are Findings of the edits and policies, which the command line
 * puts beside them.
 */
export type SnipLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const LEVEL_3: readonly WireIssueCode[] = [
  'wire/x12/claim-balance',
  'wire/x12/other-payer-balance',
  'wire/x12/remit-line-balance',
  'wire/x12/remit-claim-balance',
  'wire/x12/remit-total-balance',
  'wire/x12/remit-responsibility',
];

const LEVEL_4: readonly WireIssueCode[] = ['wire/x12/segment-situation', 'wire/x12/line-decision-payer'];

const LEVEL_2: readonly WireIssueCode[] = [
  'wire/x12/segment-unknown',
  'wire/x12/qualifier-unlisted',
  'wire/x12/segment-not-used',
  'wire/x12/segment-order',
  'wire/x12/segment-missing',
  'wire/x12/loop-missing',
  'wire/x12/segment-repeat',
  'wire/x12/loop-repeat',
  'wire/x12/element-code',
  'wire/x12/element-required',
  'wire/x12/hierarchy',
  'wire/x12/claim-without-lines',
  'wire/x12/claim-setting',
  'wire/x12/version-unsupported',
  'wire/x12/version-differs',
  'wire/x12/transaction-unsupported',
];

/** `place`: what is wrong outside of every transaction is a matter of the envelope, whatever it is. */
export function snipLevel(code: WireIssueCode, place?: Location): SnipLevel {
  if (code === 'wire/x12/adjustment-code') return 5;
  if (LEVEL_4.includes(code)) return 4;
  if (LEVEL_3.includes(code)) return 3;
  return LEVEL_2.includes(code) && place?.transaction !== undefined ? 2 : 1;
}
