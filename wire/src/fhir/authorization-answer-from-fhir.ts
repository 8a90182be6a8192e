import { failed, ok, type Result } from '@interspace/core/model/result';
import {
  decisionOf,
  overallDecision,
  type AnsweredLine,
  type AuthorizationAnswer,
} from '../authorization/authorization-answer.ts';
import { fhirIssue } from '../issues.ts';
import { codings } from './codes.ts';
import type { FhirNode } from './fhir-node.ts';
import { Reading, type Unused } from './reading.ts';
import { Shelf } from './shelf.ts';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';

export interface AnswerRead {
  readonly answers: readonly AuthorizationAnswer[];
  readonly unused: readonly Unused[];
}

/** Every ClaimResponse of a PAS answer: a Bundle, Parameters around Bundles, or one ClaimResponse. */
export function readAuthorizationAnswer(json: unknown): Result<AnswerRead> {
  const reading = new Reading();
  const shelf = new Shelf(reading);
  shelf.add(json, 'Bundle');
  const answers = shelf
    .of('ClaimResponse')
    .filter(({ inside }) => inside === undefined)
    .map(({ node }) => readResponse(node));
  if (answers.length === 0)
    return failed(
      ...reading.issues,
      fhirIssue('wire/fhir/resource-unexpected', 'Bundle', 'A ClaimResponse is read here.'),
    );
  const unused =
    typeof json === 'object' && json !== null && !Array.isArray(json) ? reading.unused(json, 'Bundle') : [];
  return ok({ answers, unused }, reading.issues);
}

function readResponse(node: FhirNode): AuthorizationAnswer {
  const lines = [...node.list('item').map(readLine), ...node.list('addItem').map(readLine)];
  const errors = node.list('error').map((error) => ({
    code: codings(error.child('code'))[0]?.code ?? 'unknown',
    at: extensionText(error, `${PAS}/extension-errorPath`) ?? error.number('itemSequence')?.toString(),
  }));
  const period = node.child('preAuthPeriod');
  const outcome = node.text('outcome');
  const decisions = lines.map(({ decision }) => decision);
  const number = node.text('preAuthRef') ?? lines.find((line) => line.number !== undefined)?.number;
  return {
    request: node.list('identifier')[0]?.text('value'),
    decidedOn: issued(node) ?? (outcome === 'complete' ? node.day('created') : undefined),
    // `queued` says that nobody has decided yet.
    decision: overallDecision(decisions) ?? (outcome === 'queued' ? 'pending' : undefined),
    number,
    lines: period ? lines.map((line) => ({ from: period.day('start'), through: period.day('end'), ...line })) : lines,
    errors,
  };
}

function issued(node: FhirNode) {
  for (const item of node.list('item'))
    for (const one of item.list('extension'))
      if (one.text('url') === `${PAS}/extension-itemPreAuthIssueDate`) return one.day('valueDate');
  return undefined;
}

function readLine(item: FhirNode): AnsweredLine {
  let line: AnsweredLine = { reasons: [] };
  for (const adjudication of item.list('adjudication'))
    for (const review of adjudication.list('extension')) {
      if (review.text('url') !== `${PAS}/extension-reviewAction`) continue;
      const parts = review.list('extension');
      const part = (url: string) => parts.filter((one) => one.text('url') === url);
      const action = part(`${PAS}/extension-reviewActionCode`)[0]?.child('valueCodeableConcept');
      line = {
        ...line,
        decision: decisionOf(codings(action)[0]?.code),
        number: part('number')[0]?.text('valueString'),
        reasons: part('reasonCode').flatMap((one) =>
          codings(one.child('valueCodeableConcept')).map(({ code }) => code),
        ),
      };
    }
  for (const one of item.list('extension')) {
    const url = one.text('url');
    if (url === `${PAS}/extension-itemPreAuthPeriod`) {
      const period = one.child('valuePeriod');
      line = { ...line, from: period?.day('start'), through: period?.day('end') };
    } else if (url === `${PAS}/extension-itemAuthorizedDetail`) {
      const detail = one.list('extension').find((each) => each.text('url') === 'productOrServiceCode');
      const code = codings(detail?.child('valueCodeableConcept'))[0]?.code;
      if (code !== undefined) line = { ...line, code };
    }
  }
  return line;
}

function extensionText(node: FhirNode, url: string): string | undefined {
  return node
    .list('extension')
    .find((one) => one.text('url') === url)
    ?.text('valueString');
}
