import type { WireIssue, WireIssueCode } from '../../issues.ts';
import type { CheckedGroup, CheckedTransaction } from '../check/checked-group.ts';
import { composite, USUAL_STYLE, type TextSegment } from '../document.ts';
import { mapFor } from '../maps/map-for.ts';
import { partsOf } from '../words/composites.ts';
import { segmentWords } from '../words/segment-words.ts';
import { writeInterchange, type EnvelopeFacts } from './envelope.ts';
import { makeIn, type Make } from './make.ts';
import { repeatable } from './repeatable.ts';

/** IK304: what is wrong with a segment. */
const SEGMENT_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/segment-id': '1',
  'wire/x12/segment-unknown': '2',
  'wire/x12/segment-not-used': 'I4',
  'wire/x12/segment-missing': '3',
  'wire/x12/segment-situation': 'I6',
  'wire/x12/loop-missing': 'I7',
  'wire/x12/claim-without-lines': 'I7',
  'wire/x12/loop-repeat': '4',
  'wire/x12/segment-repeat': '5',
  'wire/x12/segment-order': '7',
};

/** IK403: what is wrong with an element. */
const ELEMENT_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/element-missing': '1',
  'wire/x12/element-required': '1',
  'wire/x12/element-paired': '2',
  'wire/x12/element-many': '3',
  'wire/x12/element-length': '5',
  'wire/x12/element-characters': '6',
  'wire/x12/element-code': '7',
  'wire/x12/qualifier-unlisted': '7',
  'wire/x12/element-date': '8',
  'wire/x12/element-repeat': '12',
  'wire/x12/money': '6',
  'wire/x12/number': '6',
  'wire/x12/hierarchy': '7',
};

/** IK502: what is wrong with the transaction as a whole. */
const TRANSACTION_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/transaction-unsupported': '1',
  'wire/x12/transaction-not-closed': '2',
  'wire/x12/transaction-control': '3',
  'wire/x12/transaction-count': '4',
  'wire/x12/group-kind': '6',
  'wire/x12/control-repeated': '23',
  'wire/x12/version-differs': 'I6',
  'wire/x12/version-unsupported': 'I6',
};

/** AK905: what is wrong with the group itself. */
const GROUP_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/group-not-closed': '3',
  'wire/x12/group-control': '4',
  'wire/x12/group-count': '5',
  'wire/x12/control-repeated': '19',
};

/**
 * A 999 for what was checked: one for each group, accepted or rejected transaction by transaction. Balancing is no
 * matter of a 999 and does not enter. What stands outside of every group cannot be answered.
 */
export function writeImplementationAcknowledgment(groups: readonly CheckedGroup[], facts: EnvelopeFacts): Uint8Array {
  const transactions = groups.filter(isAnswerable).map((group) => ({ set: '999', body: answer(group, facts) }));
  return writeInterchange(facts, [{ kind: 'FA', version: '005010X231A1', transactions }]);
}

/** An acknowledgment names the group that it answers, and is not acknowledged itself. */
export function isAnswerable({ kind, control }: CheckedGroup): boolean {
  return kind !== 'FA' && repeatable(kind, 'AK1', 1) !== undefined && repeatable(control, 'AK1', 2) !== undefined;
}

/** Whether a transaction is accepted: nothing in its structure or elements is wrong. */
export function isTransactionAccepted({ issues }: CheckedTransaction): boolean {
  return transactionReasons(issues.filter(rejects)).length === 0;
}

/** Nobody can accept what is not read at all, though nothing need be wrong with it. */
function rejects({ code, level }: WireIssue): boolean {
  return level !== 'warning' || code === 'wire/x12/transaction-unsupported';
}

/** Whether header and trailer of a group are right; else it is rejected whole. */
export function isGroupAccepted(group: CheckedGroup): boolean {
  return groupReasons(group).length === 0;
}

function groupReasons({ issues }: CheckedGroup): string[] {
  const reasons = new Set<string>();
  for (const { code, place, level } of issues) {
    const own = GROUP_ERRORS[code];
    if (own) reasons.add(own);
    else if (level === 'error' && ELEMENT_ERRORS[code])
      reasons.add(
        place?.segment === 'GS' && place.element === 8 ? '2' : (CONTROL[`${place?.segment}${place?.element}`] ?? '1'),
      );
  }
  return [...reasons];
}

/** Elements that hold the control number of the group. */
const CONTROL: Readonly<Record<string, string>> = { GS6: '6', GE2: '6', GE1: '5' };

function answer(group: CheckedGroup, facts: EnvelopeFacts): TextSegment[] {
  const style = facts.style ?? USUAL_STYLE;
  const make = makeIn(style);
  const named = (id: string, ...texts: string[]): (string | undefined)[] =>
    texts.map((text, index) => repeatable(text, id, index + 1, style));
  const body: TextSegment[] = [make('AK1', ...named('AK1', group.kind, group.control, group.version))];
  let accepted = 0;
  for (const transaction of group.transactions) {
    const errors = transaction.issues.filter(rejects);
    const [set, control, version] = named('AK2', transaction.set, transaction.control, transaction.version);
    // Without kind or number there is nothing to name; the counts of the group show that it is not accepted.
    if (set === undefined || control === undefined) continue;
    body.push(make('AK2', set, control, version));
    body.push(...segmentErrors(transaction, errors, make));
    const reasons = transactionReasons(errors);
    if (reasons.length === 0) accepted++;
    body.push(make('IK5', reasons.length === 0 ? 'A' : 'R', ...reasons.slice(0, 5)));
  }
  const total = group.transactions.length;
  const included = String(group.included ?? total);
  const reasons = groupReasons(group);
  if (reasons.length > 0) body.push(make('AK9', 'R', included, String(total), '0', ...reasons.slice(0, 5)));
  else {
    const verdict = accepted === 0 && total > 0 ? 'R' : accepted === total ? 'A' : 'P';
    body.push(make('AK9', verdict, included, String(total), String(accepted)));
  }
  return body;
}

function transactionReasons(errors: CheckedTransaction['issues']): string[] {
  const reasons = new Set<string>();
  for (const error of errors) {
    const own = TRANSACTION_ERRORS[error.code];
    const { segment: id, element } = error.place ?? {};
    if (own) reasons.add(own);
    else if (id === 'ST' && (element === 1 || element === 2)) reasons.add(element === 1 ? '6' : '7');
    else if (SEGMENT_ERRORS[error.code] || ELEMENT_ERRORS[error.code]) reasons.add('5');
  }
  return [...reasons];
}

interface SegmentAtFault {
  readonly id: string;
  readonly ordinal: number;
  readonly loop: string | undefined;
  readonly segment: Set<string>;
  readonly elements: WireIssue[];
}

/** One IK3 for a segment, its faulty elements below it, in the order of the file. A missing segment is named itself. */
function segmentErrors(transaction: CheckedTransaction, errors: readonly WireIssue[], make: Make): TextSegment[] {
  const found = new Map<string, SegmentAtFault>();
  for (const error of errors) {
    const { code, place, missing } = error;
    const wrong = SEGMENT_ERRORS[code];
    if (!place || TRANSACTION_ERRORS[code] || !(wrong || ELEMENT_ERRORS[code])) continue;
    const id = missing?.segment || place.segment || 'ZZ';
    const ordinal = missing?.ordinal ?? place.ordinal;
    const key = `${ordinal} ${id} ${place.loop}`;
    let at = found.get(key);
    if (!at) found.set(key, (at = { id, ordinal, loop: place.loop?.slice(0, 4), segment: new Set(), elements: [] }));
    if (!wrong) at.elements.push(error);
    else at.segment.add(wrong === '2' ? unknownSegment(transaction, id) : wrong);
  }
  const body: TextSegment[] = [];
  for (const { id, ordinal, loop, segment: reasons, elements } of [...found.values()].toSorted(
    (one, other) => one.ordinal - other.ordinal,
  )) {
    for (const reason of reasons) body.push(make('IK3', id, String(ordinal), loop, reason));
    if (elements.length === 0) continue;
    body.push(make('IK3', id, String(ordinal), loop, '8'));
    for (const each of elements) body.push(elementError(id, each, make));
  }
  return body;
}

/** 1 nobody knows it, 6 it is of another transaction, 2 it does not belong here. */
function unknownSegment({ set, version }: CheckedTransaction, id: string): string {
  if (!segmentWords(id)) return '1';
  return mapFor(set, version)?.map.segments.some((each) => each.id === id) ? '2' : '6';
}

function elementError(id: string, { code, place }: WireIssue, make: Make): TextSegment {
  const { element = 1, component, length = 0 } = place!;
  const words = segmentWords(id)?.elements[element - 1];
  const part = component === undefined || !words ? undefined : partsOf(words.number)?.[component - 1];
  const position = composite([String(element), component === undefined ? undefined : String(component)]);
  // The value itself is left out: it may say who the patient is.
  const number = component === undefined ? (words?.number ?? '') : (part?.number ?? '');
  const least = component === undefined ? words?.min : part?.min;
  let wrong = ELEMENT_ERRORS[code];
  if (code === 'wire/x12/element-length' && length < (least ?? 0)) wrong = '4';
  if (code === 'wire/x12/element-date' && words?.type === 'TM') wrong = '9';
  return make('IK4', position, /^\d+$/.test(number) ? number : '', wrong);
}
