import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { composite, quoted, USUAL_STYLE, type TextSegment } from '../document.ts';
import { writeInterchange, type EnvelopeFacts } from './envelope.ts';
import { day, daysOf, makeIn, moment, money, type Make } from './make.ts';

/** What an acknowledgment says of a claim. */
export interface AnsweredClaim extends Pick<Claim, 'id' | 'chargeTotal' | 'billing' | 'subscriber'> {
  /** Of the lines only their days. */
  readonly lines: readonly Pick<ClaimLine, 'from' | 'through'>[];
}

/** A claim and the verdict on it, as codes of the claim status lists. */
export interface ClaimVerdict {
  readonly claim: AnsweredClaim;
  /** Empty: accepted. Else category, status and the entity it concerns, such as A7, 562 and 82. */
  readonly rejections: readonly { readonly category: string; readonly status: string; readonly entity?: string }[];
}

/** One transaction of claims that is answered. */
export interface AnsweredBatch {
  /** Who answers. */
  readonly source: { readonly name: string; readonly id: string };
  /** Who sent the claims. */
  readonly submitter: { readonly name: string; readonly id: string };
  /** Reference number of the batch answered (BHT03 of the 837). */
  readonly batch: string;
  readonly verdicts: readonly ClaimVerdict[];
}

/**
 * A 277 claim acknowledgment (005010X214): one transaction for each batch of claims, one status for every claim, totals
 * for the batch and for each billing provider.
 */
export function writeClaimAcknowledgment(batches: readonly AnsweredBatch[], facts: EnvelopeFacts): Uint8Array {
  const transactions = batches.map((batch) => ({ set: '277', body: answer(batch, facts) }));
  return writeInterchange(facts, [{ kind: 'HN', version: '005010X214', transactions }]);
}

function answer({ verdicts, source, submitter, batch }: AnsweredBatch, facts: EnvelopeFacts): TextSegment[] {
  const style = facts.style ?? USUAL_STYLE;
  const make = makeIn(style);
  const [today, time] = moment(facts.created);
  const status = (category: string, code: string, entity?: string): string =>
    composite([category, code, entity], style);
  const quote = (text: string | undefined): string => quoted(text ?? '', style);
  const reference = quote(batch);
  const body: TextSegment[] = [];
  let level = 0;
  const total = totals(verdicts);
  body.push(
    make('BHT', '0085', '08', reference, today, time, 'TH'),
    make('HL', String(++level), '', '20', '1'),
    make('NM1', 'PR', '2', quote(source.name), '', '', '', '', 'PI', quote(source.id)),
    make('TRN', '1', reference),
    make('DTP', '050', 'D8', today),
    make('DTP', '009', 'D8', today),
    make('HL', String(++level), '1', '21', '1'),
    make('NM1', '41', '2', quote(submitter.name), '', '', '', '', '46', quote(submitter.id)),
    make('TRN', '2', reference),
    make('STC', status('A1', '19', 'PR'), today, 'WQ', money(total.charge)),
    ...counts(total, make, '90', 'AA'),
  );
  const submitterLevel = String(level);
  for (const own of byProvider(verdicts).values()) {
    const first = own[0]!.claim.billing;
    const sum = totals(own);
    body.push(make('HL', String(++level), submitterLevel, '19', '1'));
    const providerLevel = String(level);
    body.push(
      billing(first, make, quote),
      make('TRN', '1', '0'),
      make('STC', status('A1', '19', 'PR'), '', 'WQ', money(sum.charge)),
      ...counts(sum, make, 'QA', 'QC'),
    );
    for (const { claim, rejections } of own) {
      const charge = money(claim.chargeTotal ?? 0);
      body.push(
        make('HL', String(++level), providerLevel, 'PT'),
        make(
          'NM1',
          'QC',
          '1',
          'PATIENT',
          '',
          '',
          '',
          '',
          claim.subscriber?.memberId ? 'MI' : '',
          quote(claim.subscriber?.memberId),
        ),
        make('TRN', '2', quote(claim.id)),
      );
      if (rejections.length === 0) body.push(make('STC', status('A2', '20', 'PR'), today, 'WQ', charge));
      for (const { category, status: code, entity } of rejections) {
        body.push(make('STC', status(category, code, entity), today, 'U', charge));
      }
      const served = dates(claim);
      if (served) body.push(make('DTP', '472', served.length === 8 ? 'D8' : 'RD8', served));
    }
  }
  return body;
}

/** Who billed, as a person when the claim says so. */
function billing(
  party: AnsweredClaim['billing'],
  make: Make,
  quote: (text: string | undefined) => string,
): TextSegment {
  const { npi, lastName, firstName, organization } = party ?? {};
  const person = party !== undefined && organization !== true && firstName !== undefined;
  return make(
    'NM1',
    '85',
    person ? '1' : '2',
    quote(lastName) || 'UNKNOWN',
    person ? quote(firstName) : '',
    '',
    '',
    '',
    npi ? 'XX' : '',
    quote(npi),
  );
}

interface Totals {
  accepted: number;
  rejected: number;
  acceptedCharge: number;
  rejectedCharge: number;
  charge: number;
}

function totals(verdicts: readonly ClaimVerdict[]): Totals {
  const sum: Totals = { accepted: 0, rejected: 0, acceptedCharge: 0, rejectedCharge: 0, charge: 0 };
  for (const { claim, rejections } of verdicts) {
    const charge = claim.chargeTotal ?? 0;
    sum.charge += charge;
    if (rejections.length === 0) {
      sum.accepted++;
      sum.acceptedCharge += charge;
    } else {
      sum.rejected++;
      sum.rejectedCharge += charge;
    }
  }
  return sum;
}

function counts(of: Totals, make: Make, accepted: string, rejected: string): TextSegment[] {
  return [
    ...(of.accepted ? [make('QTY', accepted, String(of.accepted))] : []),
    ...(of.rejected ? [make('QTY', rejected, String(of.rejected))] : []),
    ...(of.accepted ? [make('AMT', 'YU', money(of.acceptedCharge))] : []),
    ...(of.rejected ? [make('AMT', 'YY', money(of.rejectedCharge))] : []),
  ];
}

function byProvider(verdicts: readonly ClaimVerdict[]): Map<string, ClaimVerdict[]> {
  const groups = new Map<string, ClaimVerdict[]>();
  for (const each of verdicts) {
    const npi = each.claim.billing?.npi ?? '';
    const own = groups.get(npi);
    if (own) own.push(each);
    else groups.set(npi, [each]);
  }
  return groups;
}

/** First to last date of service of the lines, as one day or a range. */
function dates(claim: AnsweredClaim): string | undefined {
  const days = daysOf(claim.lines);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return undefined;
  return first === last ? day(first) : `${day(first)}-${day(last)}`;
}
