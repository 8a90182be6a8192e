import type { Claim } from '@interspace/core/model/claim';
import { failed, ok, type Result } from '@interspace/core/model/result';
import { wireIssue, type WireIssue } from '../../issues.ts';
import { USUAL_STYLE, type TextSegment, type WritingStyle } from '../document.ts';
import type { ClaimToWrite, PersonToWrite } from './claim-to-write.ts';
import { claimSegments, lineSegments } from './claim-segments.ts';
import { day, isUnsendable, makeIn, moment, type Make } from './make.ts';
import { writeInterchange, type EnvelopeFacts, type GroupToWrite } from './envelope.ts';

export interface SubmissionFacts extends EnvelopeFacts {
  readonly submitter: { readonly name: string; readonly id: string; readonly contact: string; readonly phone: string };
  readonly receiverParty: { readonly name: string; readonly id: string };
  /** Reference number of the batch. */
  readonly batch: string;
}

/** The guides with their addenda as receivers name them; a later addendum is read as well, and refused by many of them. */
const VERSIONS = { professional: '005010X222A1', institutional: '005010X223A2' } as const;

/**
 * Claims as 837 professional and institutional transactions, one of each kind that occurs. A claim that lacks what the
 * transaction cannot do without, or holds a separator in a value, is not written: nothing is, and the Issues say why.
 */
export function writeClaims(claims: readonly ClaimToWrite[], facts: SubmissionFacts): Result<Uint8Array> {
  const style = facts.style ?? USUAL_STYLE;
  const issues = claims.flatMap(lacking);
  const groups: GroupToWrite[] = [];
  for (const [kind, version] of Object.entries(VERSIONS)) {
    const own = claims.filter(({ claim }) => (claim.billType !== undefined) === (kind === 'institutional'));
    if (own.length === 0) continue;
    const body = transaction(own, facts, style);
    issues.push(...unsendable(body, style));
    groups.push({ kind: 'HC', version, transactions: [{ set: '837', body }] });
  }
  return issues.length > 0 ? failed(...issues) : ok(writeInterchange(facts, groups));
}

function transaction(claims: readonly ClaimToWrite[], facts: SubmissionFacts, style: WritingStyle): TextSegment[] {
  const make = makeIn(style);
  const { submitter, receiverParty } = facts;
  const body: TextSegment[] = [
    make('BHT', '0019', '00', facts.batch, ...moment(facts.created), 'CH'),
    make('NM1', '41', '2', submitter.name, '', '', '', '', '46', submitter.id),
    make('PER', 'IC', submitter.contact, 'TE', submitter.phone),
    make('NM1', '40', '2', receiverParty.name, '', '', '', '', '46', receiverParty.id),
  ];
  let level = 0;
  let billingLevel = 0;
  let before: string | undefined;
  for (const each of claims) {
    const { claim } = each;
    const billing = JSON.stringify(claim.billing);
    if (billing !== before) {
      billingLevel = ++level;
      before = billing;
      body.push(make('HL', String(level), '', '20', '1'), ...billingSegments(claim, make));
    }
    const subscriberLevel = ++level;
    const self = each.patient === undefined;
    body.push(
      make('HL', String(level), String(billingLevel), '22', self ? '0' : '1'),
      ...subscriberSegments(each, make),
    );
    if (each.patient) {
      body.push(
        make('HL', String(++level), String(subscriberLevel), '23', '0'),
        make('PAT', claim.subscriber?.relation ?? 'G8'),
        make('NM1', 'QC', '1', each.patient.lastName, each.patient.firstName),
        ...address(each.patient, make),
        ...caseNumber(each, make),
      );
    }
    body.push(...claimSegments(each, make, style));
    claim.lines.forEach((line, number) => body.push(...lineSegments(claim, line, number + 1, make, style)));
  }
  return body;
}

function billingSegments(claim: Claim, make: Make): TextSegment[] {
  const billing = claim.billing ?? {};
  return [
    ...(billing.taxonomy ? [make('PRV', 'BI', 'PXC', billing.taxonomy)] : []),
    make(
      'NM1',
      '85',
      billing.organization ? '2' : '1',
      billing.lastName,
      billing.firstName,
      '',
      '',
      '',
      billing.npi ? 'XX' : '',
      billing.npi,
    ),
    make('N3', billing.street),
    make('N4', billing.city, billing.state, billing.zip),
    make('REF', 'EI', billing.taxId),
  ];
}

function subscriberSegments(toWrite: ClaimToWrite, make: Make): TextSegment[] {
  const { claim, subscriber, patient } = toWrite;
  const { sequence, group, secondaryReason, memberId } = claim.subscriber ?? {};
  return [
    make('SBR', sequence ?? 'P', patient ? '' : '18', group, '', secondaryReason, '', '', '', claim.payer?.filing),
    make('NM1', 'IL', '1', subscriber.lastName, subscriber.firstName, '', '', '', 'MI', memberId),
    ...address(subscriber, make),
    ...(patient ? [] : caseNumber(toWrite, make)),
    make('NM1', 'PR', '2', claim.payer?.name, '', '', '', '', 'PI', claim.payer?.id),
  ];
}

function address(of: PersonToWrite, make: Make): TextSegment[] {
  return [
    ...(of.street ? [make('N3', of.street)] : []),
    ...(of.city ? [make('N4', of.city, of.state, of.zip)] : []),
    ...(of.birthDate ? [make('DMG', 'D8', day(of.birthDate), of.sex ?? 'U')] : []),
  ];
}

/** What a property or casualty insurer calls the case stands with the patient. */
function caseNumber({ accident }: ClaimToWrite, make: Make): TextSegment[] {
  return accident?.caseNumber ? [make('REF', 'Y4', accident.caseNumber)] : [];
}

/** What the transaction cannot do without. */
function lacking({ claim, patient, otherInsurance = [] }: ClaimToWrite, index: number): WireIssue[] {
  const billing = claim.billing;
  const needed: [string, unknown][] = [
    ['claim id', claim.id],
    ['charge', claim.chargeTotal],
    ['place of service or type of bill', claim.billType ?? claim.placeOfService],
    ['billing name', billing?.lastName],
    ['billing street', billing?.street],
    ['billing city', billing?.city],
    ['billing tax number', billing?.taxId],
    ['member id', claim.subscriber?.memberId],
    ['payer name', claim.payer?.name],
    ['payer id', claim.payer?.id],
    ['a diagnosis', claim.diagnoses[0]],
    ['a service line', claim.lines[0]],
    ...claim.lines.flatMap((line): [string, unknown][] => [
      [`code of line ${line.number}`, line.code || line.revenueCode],
      [`units of line ${line.number}`, Number.isFinite(line.units) || undefined],
      [`charge of line ${line.number}`, line.charge],
      [`pointer of line ${line.number}`, claim.billType ?? line.pointers[0]],
    ]),
    ...(claim.otherPayers ?? []).flatMap((each, index): [string, unknown][] => [
      [`id of other payer ${index + 1}`, each.id],
      [`name and insured person of other payer ${index + 1}`, otherInsurance[index]],
    ]),
    ...(patient ? ([['birth date of the patient', patient.birthDate]] as [string, unknown][]) : []),
  ];
  const missing = needed.filter(([, value]) => value === undefined || value === '').map(([name]) => name);
  return missing.length > 0
    ? [wireIssue('wire/x12/claim-cannot-be-written', undefined, `Claim ${index + 1}. Missing: ${missing.join(', ')}.`)]
    : [];
}

/** Where a value cannot be sent, by the claim that it is of. */
function unsendable(body: readonly TextSegment[], style: WritingStyle): WireIssue[] {
  const issues: WireIssue[] = [];
  let claim = 0;
  for (const segment of body) {
    const { id, elements } = segment;
    // Every claim has a subscriber level of its own.
    if (id === 'HL' && elements[2] === '22') claim++;
    if (!isUnsendable(segment, style)) continue;
    const where = claim === 0 ? '' : ` Claim ${claim}.`;
    issues.push(
      wireIssue(
        'wire/x12/claim-cannot-be-written',
        undefined,
        `${where} A value in ${id} holds a separator or a character that cannot be sent.`.trim(),
      ),
    );
  }
  return issues;
}
