import type { Location } from '@interspace/core/model/claim';
import type { Issue } from '@interspace/core/model/result';

/** What every code means, why it matters and what to do. One entry a code; the reference page is generated from here. */
export const WIRE_ISSUES = {
  'wire/x12/empty': ['error', 'The input holds no data.', 'Check that the right file was given.'],
  'wire/x12/not-x12': [
    'error',
    'The input does not begin with an interchange header (ISA), nor with a GS or ST segment.',
    'Give an X12 file; text, archives and spreadsheets are not read here.',
  ],
  'wire/x12/header-malformed': [
    'error',
    'The interchange header is cut short or its separators cannot be made out.',
    'Ask the sender for a header of 106 characters with 16 elements.',
  ],
  'wire/x12/header-length': [
    'warning',
    'The interchange header is not 106 characters long; its separators were found by counting elements.',
    'Most receivers refuse such a file; pad the header fields to their fixed widths.',
  ],
  'wire/x12/separators-clash': [
    'error',
    'Two of the separators named by the interchange header are the same character.',
    'Choose four different separators that do not occur in the data.',
  ],
  'wire/x12/envelope-missing': [
    'warning',
    'The input begins without an interchange envelope; separators were guessed from the data.',
    'Wrap the transactions in ISA/GS … GE/IEA before sending.',
  ],
  'wire/x12/segment-too-long': [
    'error',
    'A segment is longer than the limit; reading stopped there so that memory stays bounded.',
    'Check the segment terminator; a damaged one makes the rest of the file look like one segment.',
  ],
  'wire/x12/segment-unterminated': [
    'warning',
    'The last segment has no terminator; the file may be cut short.',
    'Compare the file size with the sender.',
  ],
  'wire/x12/segment-empty': [
    'warning',
    'Two segment terminators stand together with nothing between them; it was passed over and is counted nowhere.',
    'Remove one: some receivers count an empty segment or refuse it.',
  ],
  'wire/x12/segment-id': [
    'error',
    'A segment does not begin with an id of two or three letters or digits.',
    'Check the separators.',
  ],
  'wire/x12/data-outside-interchange': [
    'warning',
    'There is data between or after interchanges; it was passed over.',
    'Remove it: receivers refuse it.',
  ],
  'wire/x12/interchange-not-closed': [
    'error',
    'An interchange has no IEA trailer.',
    'The file may be cut short; send it whole.',
  ],
  'wire/x12/interchange-count': [
    'error',
    'The number of groups in IEA01 is not the number found.',
    'Count again; a receiver rejects the interchange.',
  ],
  'wire/x12/interchange-control': [
    'error',
    'The control number in IEA02 is not the one in ISA13.',
    'Make both the same nine digits.',
  ],
  'wire/x12/group-not-closed': ['error', 'A functional group has no GE trailer.', 'Close every GS with a GE.'],
  'wire/x12/group-count': [
    'error',
    'The number of transactions in GE01 is not the number found.',
    'Count again; the group is rejected.',
  ],
  'wire/x12/group-control': [
    'error',
    'The control number in GE02 is not the one in GS06.',
    'Make both the same number.',
  ],
  'wire/x12/transaction-not-closed': ['error', 'A transaction has no SE trailer.', 'Close every ST with an SE.'],
  'wire/x12/transaction-count': [
    'error',
    'The number of segments in SE01 is not the number found (ST and SE counted).',
    'Count again; the transaction is rejected.',
  ],
  'wire/x12/transaction-control': [
    'error',
    'The control number in SE02 is not the one in ST02.',
    'Make both the same number.',
  ],
  'wire/x12/control-repeated': [
    'error',
    'A control number was used before in the same place, so that an answer could mean either.',
    'Give every interchange, group and transaction a number of its own; if it is the same one sent twice, send it once.',
  ],
  'wire/x12/group-kind': [
    'error',
    'The transaction is not of the kind that its group announces (GS01).',
    'Put it into a group of its own kind.',
  ],
  'wire/x12/version-differs': [
    'error',
    'The transaction names another guide (ST03) than its group (GS08).',
    'Write the same version in both; a group holds transactions of one guide.',
  ],
  'wire/x12/segment-misplaced': [
    'error',
    'An envelope segment stands where none may stand, or a data segment stands outside every transaction.',
    'Check the order ISA, GS, ST … SE, GE, IEA.',
  ],
  'wire/x12/version-unsupported': [
    'error',
    'This version of the transaction is not read.',
    'Supported claims: 837 professional 005010X222 and 837 institutional 005010X223, with their addenda. Convert older versions first.',
  ],
  'wire/x12/transaction-unsupported': [
    'warning',
    'This kind of transaction holds nothing that this command reads; it was passed over.',
    'Use `x12 show` to look at it.',
  ],
  'wire/x12/segment-unknown': [
    'error',
    'This segment is not part of the transaction, or not of this place in it.',
    'Check the segment id and its qualifier against the guide.',
  ],
  'wire/x12/qualifier-unlisted': [
    'warning',
    'This segment is known here, but not with this qualifier; what it says was not taken over.',
    'Check the qualifier and the component separator of the header.',
  ],
  'wire/x12/segment-not-used': [
    'error',
    'The guide of this transaction does not use this segment here.',
    'Leave it out.',
  ],
  'wire/x12/segment-order': [
    'error',
    'This segment stands after one that must follow it.',
    'Put the segments in the order of the guide.',
  ],
  'wire/x12/segment-missing': [
    'error',
    'A required segment is missing.',
    'Add it; the transaction is rejected without it.',
  ],
  'wire/x12/segment-situation': [
    'error',
    'A segment is missing that is required in this situation.',
    'Add it; the transaction is rejected without it.',
  ],
  'wire/x12/loop-missing': ['error', 'A required loop is missing.', 'Add it; the transaction is rejected without it.'],
  'wire/x12/segment-repeat': [
    'error',
    'This segment occurs more often than the guide allows.',
    'Send only the allowed number.',
  ],
  'wire/x12/loop-repeat': [
    'error',
    'This loop occurs more often than the guide allows.',
    'Send only the allowed number.',
  ],
  'wire/x12/element-missing': ['error', 'A required element is empty.', 'Fill it in.'],
  'wire/x12/element-required': [
    'error',
    'An element is empty that the guide requires here.',
    'Fill it in; the transaction is rejected without it.',
  ],
  'wire/x12/element-paired': [
    'error',
    'An element is empty that has to come together with another one of its segment.',
    'Fill in both or neither.',
  ],
  'wire/x12/element-repeat': [
    'error',
    'An element is repeated that may come only once, or its value holds the repetition separator.',
    'Send one value; choose a repetition separator that does not occur in the data.',
  ],
  'wire/x12/element-length': ['error', 'An element is shorter or longer than it may be.', 'Correct the value.'],
  'wire/x12/element-characters': ['error', 'An element holds characters of the wrong kind.', 'Correct the value.'],
  'wire/x12/element-code': [
    'error',
    'An element holds a code that is not among the allowed ones.',
    'Use one of the allowed codes.',
  ],
  'wire/x12/element-date': [
    'error',
    'A date or time does not exist or is not in the stated format.',
    'Write dates as CCYYMMDD and times as HHMM.',
  ],
  'wire/x12/element-many': ['error', 'The segment has more elements than are defined.', 'Remove the surplus.'],
  'wire/x12/money': ['error', 'An amount is not a decimal number with at most two decimals.', 'Correct the amount.'],
  'wire/x12/number': ['error', 'A number cannot be read.', 'Correct the number.'],
  'wire/x12/hierarchy': [
    'error',
    'A level (HL) does not fit the levels around it.',
    'Number the levels 1, 2, 3 …, name the level above in HL02, and say in HL04 whether levels stand below it.',
  ],
  'wire/x12/claim-without-lines': ['error', 'A claim has no service line.', 'Every claim carries at least one line.'],
  'wire/x12/claim-too-long': [
    'error',
    'A claim or a level above it has more lines, diagnoses or segments than any guide allows; it was passed over so that memory and time stay bounded.',
    'Split the claim; a professional claim carries at most 50 lines and 12 diagnoses, an institutional one 999 lines.',
  ],
  'wire/x12/claim-setting': [
    'warning',
    'The type of bill is not one of hospital outpatient services: what of the claim is judged depends on it.',
    'Check the type of bill before relying on place-dependent findings.',
  ],
  'wire/x12/claim-balance': [
    'error',
    'The claim charge is not the sum of its line charges.',
    'Correct the claim charge or the lines; a receiver rejects an unbalanced claim.',
  ],
  'wire/x12/other-payer-balance': [
    'error',
    'What another payer paid and adjusted does not add up to what was charged.',
    'Take its payments and adjustments over from its remittance, to the cent.',
  ],
  'wire/x12/adjustment-code': [
    'warning',
    'A group or reason of an adjustment (CAS) is not on the list of such codes, or not on the day of the decision.',
    'Compare it with the remittance of the payer; if the list is the older one, import the list of that day (carc-rarc).',
  ],
  'wire/x12/line-decision-payer': [
    'error',
    'A line was decided by a payer (SVD01) that the claim does not name among its other payers (loop 2330B, NM109).',
    'Write the same number in both, and name every payer that decided in a loop 2320 of its own.',
  ],
  'wire/x12/claim-cannot-be-written': [
    'error',
    'A claim lacks a value that the transaction cannot do without.',
    'Fill it in and write again.',
  ],
  'wire/x12/remit-line-balance': [
    'error',
    'A service line of the remittance does not balance: charge less adjustments is not the payment.',
    'Do not post it before the payer explains the difference.',
  ],
  'wire/x12/remit-claim-balance': [
    'error',
    'A claim of the remittance does not balance: charge less all adjustments is not the payment.',
    'Do not post it before the payer explains the difference.',
  ],
  'wire/x12/remit-total-balance': [
    'error',
    'The remittance does not balance: claim payments less provider adjustments are not the amount paid.',
    'Do not post it before the payer explains the difference.',
  ],
  'wire/x12/remit-responsibility': [
    'warning',
    'The patient responsibility stated for a claim is not the sum of its patient adjustments.',
    'Bill the patient only after checking which is right.',
  ],
  'wire/x12/request-cannot-be-written': [
    'error',
    'A request for authorization lacks a value that the transaction cannot do without.',
    'Fill it in and write again.',
  ],
  'wire/x12/answer-unreadable': [
    'error',
    'The file holds no answer to a request for authorization (278) that can be read.',
    'Check that it is the response, not the request or an acknowledgment.',
  ],
  'wire/fhir/not-json': ['error', 'The input is not JSON.', 'Send FHIR R4 as JSON; XML is not read.'],
  'wire/fhir/not-a-resource': [
    'error',
    'Here a FHIR resource belongs, and there is none: no object with a `resourceType`.',
    'Send a Bundle, or resources as FHIR R4 writes them.',
  ],
  'wire/fhir/entry': [
    'warning',
    'Where a resource belongs there is something else; it was passed over.',
    'Every entry holds one object with a `resourceType`.',
  ],
  'wire/fhir/resource-unexpected': [
    'error',
    'This kind of resource is not what is read here.',
    'Send the kind of resource that the operation asks for.',
  ],
  'wire/fhir/nothing-to-review': [
    'error',
    'Nothing of the input says what was or will be done: no order, procedure, claim or text.',
    'Send at least one of ServiceRequest, Procedure, Claim or a DocumentReference with its text.',
  ],
  'wire/fhir/too-deep': [
    'error',
    'Bundles are held in Bundles deeper than anybody sends them.',
    'Send one Bundle with its entries.',
  ],
  'wire/fhir/too-many': [
    'error',
    'There are more resources than one encounter has; the rest was passed over.',
    'Send the Bundle of one encounter.',
  ],
  'wire/fhir/patients-many': [
    'error',
    'Resources of several patients came together and nothing says which one is meant.',
    'Send the encounter of one patient, or name the patient.',
  ],
  'wire/fhir/element-type': [
    'warning',
    'An element has another type than FHIR R4 gives it; it was not taken over.',
    'Correct the sender; the element is missing from what was read.',
  ],
  'wire/fhir/date': [
    'warning',
    'A date does not exist or is not written as FHIR wants it; it was not taken over.',
    'Write dates as YYYY-MM-DD.',
  ],
  'wire/fhir/code-malformed': [
    'warning',
    'A code does not have the form of its code system; it was not taken over.',
    'Check the code and the system it is sent under.',
  ],
  'wire/fhir/reference-unresolved': [
    'warning',
    'A reference points at a resource that was not sent; what it says is not known.',
    'Send the resource too.',
  ],
  'wire/fhir/modifier-extension': [
    'warning',
    'A resource has a modifier extension that is not understood; such a resource may not be used and was left aside.',
    'Send it without the modifier, or enter what it says by hand.',
  ],
  'wire/fhir/attachment': [
    'warning',
    'An attachment cannot be decoded; it was not taken over.',
    'Send the data as base64 with the right content type.',
  ],
  'wire/fhir/cannot-be-written': [
    'error',
    'A value is missing that the resource cannot do without.',
    'Fill it in and write again.',
  ],
  'wire/authorization/item-open': [
    'warning',
    'The record does not show yet what the program asks for; the request was written without it.',
    'Answer the open questions from the record before the request is sent.',
  ],
  'wire/cds-hooks/malformed': [
    'error',
    'The request is not a CDS Hooks request: hook, hookInstance and context are needed.',
    'Send the request as CDS Hooks 2.0 writes it.',
  ],
  'wire/cds-hooks/hook': [
    'error',
    'The hook is not one that this service answers.',
    'Ask /cds-services which hooks there are.',
  ],
  'wire/cds-hooks/context': [
    'warning',
    'A part of the context that the hook needs is missing.',
    'Send it; what depends on it is not judged.',
  ],
  'wire/cds-hooks/feedback': [
    'error',
    'The feedback cannot be read.',
    'Send `feedback` as a list with card, outcome and outcomeTimestamp.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string, string]>;

export type WireIssueCode = keyof typeof WIRE_ISSUES;

/** An Issue of this package: with its place in the file, when it has one. */
export interface WireIssue extends Issue {
  readonly code: WireIssueCode;
  readonly place?: Location;
  /** Of a segment that is missing: its id, and the ordinal that it would have. */
  readonly missing?: { readonly segment: string; readonly ordinal: number };
}

/** The only place where an Issue of this package is made. `detail` says what is particular; it never holds patient data. */
export function wireIssue(code: WireIssueCode, place?: Location, detail?: string): WireIssue {
  const [level, message, hint] = WIRE_ISSUES[code];
  const issue = { code, message: detail ? `${message} ${detail}` : message, hint, level };
  return place ? { ...issue, at: placeInWords(place), place } : issue;
}

export type FhirIssueCode = Extract<WireIssueCode, `wire/fhir/${string}` | `wire/cds-hooks/${string}`>;

/** An Issue of a FHIR or CDS Hooks document with the path of the element. `detail` never holds patient data. */
export function fhirIssue(code: FhirIssueCode, at?: string, detail?: string): WireIssue {
  const found = wireIssue(code, undefined, detail);
  return at === undefined ? found : { ...found, at };
}

/** `interchange 1, group 1, transaction 2, loop 2300, segment 23 CLM, element 2, byte 1234`. */
export function placeInWords(place: Location): string {
  const parts: string[] = [];
  if (place.interchange) parts.push(`interchange ${place.interchange}`);
  if (place.group) parts.push(`group ${place.group}`);
  if (place.transaction) parts.push(`transaction ${place.transaction}`);
  if (place.loop) parts.push(`loop ${place.loop}`);
  if (place.segment) parts.push(`segment ${place.ordinal ? `${place.ordinal} ` : ''}${place.segment}`);
  if (place.element) parts.push(`element ${place.element}${place.component ? `-${place.component}` : ''}`);
  parts.push(`byte ${place.offset}`);
  return parts.join(', ');
}
