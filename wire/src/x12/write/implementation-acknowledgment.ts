import type { WireIssue, WireIssueCode } from '../../issues.ts';
import type { CheckedGroup, CheckedTransaction } from '../check/structure-checker.ts';
import { composite, segment, USUAL_STYLE, type TextSegment } from '../document.ts';
import { segmentWords } from '../words/segment-words.ts';
import { writeInterchange, type EnvelopeFacts } from './envelope.ts';

/** IK304: what is wrong with a segment. */
const SEGMENT_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/segment-id': '1',
  'wire/x12/segment-unknown': '2',
  'wire/x12/segment-missing': '3',
  'wire/x12/loop-missing': 'I7',
  'wire/x12/claim-without-lines': 'I7',
  'wire/x12/loop-repeat': '4',
  'wire/x12/segment-repeat': '5',
  'wire/x12/segment-order': '7',
};

/** IK403: what is wrong with an element. */
const ELEMENT_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/element-missing': '1',
  'wire/x12/element-many': '3',
  'wire/x12/element-length': '5',
  'wire/x12/element-characters': '6',
  'wire/x12/element-code': '7',
  'wire/x12/qualifier-unlisted': '7',
  'wire/x12/element-date': '8',
  'wire/x12/money': '6',
  'wire/x12/number': '6',
  'wire/x12/hierarchy': '7',
};

/** Number of the data element that the components of a composite are, where all are the same. */
const COMPONENTS: Readonly<Record<string, string>> = { C004: '1328' };

/** IK502: what is wrong with the transaction as a whole. */
const TRANSACTION_ERRORS: Partial<Record<WireIssueCode, string>> = {
  'wire/x12/transaction-unsupported': '1',
  'wire/x12/transaction-not-closed': '2',
  'wire/x12/transaction-control': '3',
  'wire/x12/transaction-count': '4',
  'wire/x12/version-unsupported': 'I6',
};

/**
 * A 999 for what was checked: one for each group, accepted or rejected transaction by transaction. Balancing is no
 * matter of a 999 and does not enter.
 */
export function writeImplementationAcknowledgment(groups: readonly CheckedGroup[], facts: EnvelopeFacts): Uint8Array {
  const transactions = groups.map((group) => ({ set: '999', body: answer(group, facts) }));
  return writeInterchange(facts, [{ kind: 'FA', version: '005010X231A1', transactions }]);
}

/** Whether a transaction is accepted: nothing in its structure or elements is wrong. */
export function isTransactionAccepted({ issues }: CheckedTransaction): boolean {
  return transactionReasons(issues.filter((each) => each.level !== 'warning')).length === 0;
}

function answer(group: CheckedGroup, facts: EnvelopeFacts): TextSegment[] {
  const style = facts.style ?? USUAL_STYLE;
  const make = (id: string, ...elements: (string | undefined)[]): TextSegment => segment(id, elements, style);
  const body: TextSegment[] = [make('AK1', group.kind, group.control, group.version)];
  let accepted = 0;
  for (const transaction of group.transactions) {
    const errors = transaction.issues.filter((each) => each.level !== 'warning');
    body.push(make('AK2', transaction.set, transaction.control, transaction.version));
    body.push(...segmentErrors(errors, make));
    const reasons = transactionReasons(errors);
    if (reasons.length === 0) accepted++;
    body.push(make('IK5', reasons.length === 0 ? 'A' : 'R', ...reasons.slice(0, 5)));
  }
  const total = group.transactions.length;
  const verdict = accepted === total ? 'A' : accepted === 0 ? 'R' : 'P';
  body.push(make('AK9', verdict, String(total), String(total), String(accepted)));
  return body;
}

function transactionReasons(errors: CheckedTransaction['issues']): string[] {
  const reasons = new Set<string>();
  for (const error of errors) {
    const own = TRANSACTION_ERRORS[error.code];
    if (own) reasons.add(own);
    else if (SEGMENT_ERRORS[error.code] || ELEMENT_ERRORS[error.code]) reasons.add('5');
  }
  return [...reasons];
}

type Make = (id: string, ...elements: (string | undefined)[]) => TextSegment;

/** One IK3 for a segment, its faulty elements below it, in the order of the file. */
function segmentErrors(errors: readonly WireIssue[], make: Make): TextSegment[] {
  const bySegment = new Map<number, WireIssue[]>();
  for (const error of errors) {
    if (!error.place || TRANSACTION_ERRORS[error.code]) continue;
    const at = bySegment.get(error.place.ordinal) ?? [];
    at.push(error);
    bySegment.set(error.place.ordinal, at);
  }
  const body: TextSegment[] = [];
  for (const [ordinal, issues] of [...bySegment].toSorted(([a], [b]) => a - b)) {
    const { segment: id, loop } = issues[0]!.place!;
    const ofSegment = issues.filter((each) => SEGMENT_ERRORS[each.code]);
    const ofElements = issues.filter((each) => ELEMENT_ERRORS[each.code]);
    for (const code of new Set(ofSegment.map((each) => SEGMENT_ERRORS[each.code]))) {
      body.push(make('IK3', id || 'ZZ', String(ordinal), loop?.slice(0, 4), code));
    }
    if (ofElements.length === 0) continue;
    body.push(make('IK3', id || 'ZZ', String(ordinal), loop?.slice(0, 4), '8'));
    for (const each of ofElements) {
      const { element = 1, component } = each.place!;
      const position = composite([String(element), component === undefined ? undefined : String(component)]);
      // The value itself is left out: it may say who the patient is.
      const number = segmentWords(id)?.elements[element - 1]?.number ?? '';
      const dictionary = component === undefined ? number : (COMPONENTS[number] ?? '');
      body.push(make('IK4', position, /^\d+$/.test(dictionary) ? dictionary : '', ELEMENT_ERRORS[each.code]));
    }
  }
  return body;
}
