import type { Claim, ClaimLine, Party } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import { composite, type TextSegment, type WritingStyle } from '../document.ts';
import type { AdmissionToWrite, ClaimToWrite } from './claim-to-write.ts';
import { day, daysOf, money, type Make } from './make.ts';
import { lineDecision, otherPayers } from './other-payer-segments.ts';

const period = (from: IsoDate, through: IsoDate | undefined): [string, string] =>
  through === undefined ? ['D8', day(from)] : ['RD8', `${day(from)}-${day(through)}`];

/** NM1 and what belongs to a party beside a claim or a line. */
export function party(make: Make, role: string, of: Party | undefined, specialtyRole?: string): TextSegment[] {
  if (!of) return [];
  // A place is never a person; whoever attends, operates, refers or renders is one unless the claim says otherwise.
  const kind = of.organization || role === '77' ? '2' : '1';
  return [
    make('NM1', role, kind, of.lastName, of.firstName, '', '', '', of.npi ? 'XX' : '', of.npi),
    ...(specialtyRole && of.taxonomy ? [make('PRV', specialtyRole, 'PXC', of.taxonomy)] : []),
    ...(of.street ? [make('N3', of.street)] : []),
    ...(of.city || of.zip ? [make('N4', of.city, of.state, of.zip)] : []),
  ];
}

/** An elective patient who came from home and went home again. */
const ROUTINE: AdmissionToWrite = { type: '3', source: '1', status: '01' };

/** CLM and everything of loop 2300 before the service lines. */
export function claimSegments(toWrite: ClaimToWrite, make: Make, style: WritingStyle): TextSegment[] {
  const { claim, accident, admission = ROUTINE } = toWrite;
  const institutional = claim.billType !== undefined;
  const frequency = claim.frequency ?? '1';
  const place = institutional ? (claim.billType ?? '').slice(0, 2) : (claim.placeOfService ?? '');
  const on = (kind: string, date: IsoDate | undefined): TextSegment[] =>
    date ? [make('DTP', kind, 'D8', day(date))] : [];
  const number = (kind: string, value: string | undefined): TextSegment[] => (value ? [make('REF', kind, value)] : []);
  const clm = [
    claim.id,
    money(claim.chargeTotal ?? 0),
    '',
    '',
    composite([place, institutional ? 'A' : 'B', frequency], style),
    institutional ? '' : 'Y',
    claim.assignment ?? 'A',
    'Y',
    'Y',
    '',
    claim.accident ? composite([...causes(claim.accident), accident?.state, accident?.country], style) : '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    claim.delayReason,
  ];
  const body = [
    make('CLM', ...clm),
    ...(institutional ? [] : on('431', claim.onsetDate)),
    ...on('439', institutional ? undefined : claim.accidentDate),
    ...(institutional ? statement(claim, make) : []),
    ...on('435', claim.admissionDate),
    ...on('096', institutional ? undefined : claim.dischargeDate),
    ...(institutional ? [make('CL1', admission.type, admission.source, admission.status)] : []),
    ...(claim.attachments ?? []).map((each) =>
      make('PWK', each.type, each.transmission, '', '', each.control ? 'AC' : '', each.control),
    ),
    // An institutional claim has a place for what the patient is expected to owe, none for what was paid.
    ...(institutional || claim.patientPaid === undefined ? [] : [make('AMT', 'F5', money(claim.patientPaid))]),
    ...number('9F', claim.referral),
    ...number('G1', claim.authorization),
    ...number('F8', claim.originalReference),
    ...number('LX', claim.deviceExemption),
    ...number('LU', institutional ? accident?.state : undefined),
    ...number('P4', claim.trial),
    ...(claim.note ?? '')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => make('NTE', 'ADD', text)),
    ...information(toWrite, admission.reasons ?? [], make, style),
  ];
  const parties = institutional
    ? [
        ...party(make, '71', claim.attending, 'AT'),
        ...party(make, '72', claim.operating),
        ...party(make, '82', claim.rendering, ''),
        ...party(make, '77', claim.facility),
        ...party(make, 'DN', claim.referring),
      ]
    : [
        ...party(make, 'DN', claim.referring),
        ...party(make, '82', claim.rendering, 'PE'),
        ...party(make, '77', claim.facility),
        ...party(make, 'DQ', claim.supervising),
      ];
  return [...body, ...parties, ...otherPayers(toWrite, make)];
}

/** Three places for causes, then state and country. */
function causes([first, second, third]: readonly string[]): (string | undefined)[] {
  return [first, second, third];
}

function statement(claim: Claim, make: Make): TextSegment[] {
  const days = daysOf(claim.lines);
  const from = claim.statementFrom ?? days[0];
  const through = claim.statementThrough ?? days.at(-1);
  return from && through ? [make('DTP', '434', 'RD8', `${day(from)}-${day(through)}`)] : [];
}

/** Diagnoses without the point, then occurrences, value and condition codes; twelve to a segment. */
function information(
  { claim, occurrences = [] }: ClaimToWrite,
  reasons: readonly string[],
  make: Make,
  style: WritingStyle,
): TextSegment[] {
  const bare = claim.diagnoses.map((code) => code.replace('.', ''));
  const institutional = claim.billType !== undefined;
  const first = bare.slice(0, 1).map((code) => composite(['ABK', code], style));
  const others = bare.slice(1).map((code) => composite(['ABF', code], style));
  const values = (claim.valueCodes ?? []).map(({ code, value }) => composite(['BE', code, '', '', value], style));
  const conditions = (claim.conditionCodes ?? []).map((code) => composite(['BG', code], style));
  const visit = reasons.map((code) => composite(['APR', code.replace('.', '')], style));
  const days = occurrences.map(({ code, date }) => composite(['BH', code, 'D8', day(date)], style));
  const groups = institutional ? [first, visit, others, days, values, conditions] : [[...first, ...others], conditions];
  return groups.flatMap((codes) => {
    const segments: TextSegment[] = [];
    for (let at = 0; at < codes.length; at += 12) segments.push(make('HI', ...codes.slice(at, at + 12)));
    return segments;
  });
}

/** LX and everything of loop 2400. */
export function lineSegments(
  claim: Claim,
  line: ClaimLine,
  ordinal: number,
  make: Make,
  style: WritingStyle,
): TextSegment[] {
  const procedure = composite(
    ['HC', line.code, line.modifiers[0], line.modifiers[1], line.modifiers[2], line.modifiers[3], line.description],
    style,
  );
  const unit = line.unitKind === 'minutes' ? 'MJ' : 'UN';
  const service =
    claim.billType === undefined
      ? make(
          'SV1',
          procedure,
          money(line.charge ?? 0),
          unit,
          String(line.units),
          line.placeOfService,
          '',
          composite(line.pointers.map(String), style),
        )
      : make('SV2', line.revenueCode, line.code ? procedure : '', money(line.charge ?? 0), unit, String(line.units));
  return [
    make('LX', String(ordinal)),
    service,
    ...(line.from ? [make('DTP', '472', ...period(line.from, line.through))] : []),
    ...(claim.billType === undefined && line.authorization ? [make('REF', 'G1', line.authorization)] : []),
    ...(line.controlNumber ? [make('REF', '6R', line.controlNumber)] : []),
    ...(line.note ? [make('NTE', claim.billType === undefined ? 'ADD' : 'TPO', line.note)] : []),
    ...(line.ndc ? [make('LIN', '', 'N4', line.ndc)] : []),
    ...(line.ndc && line.ndcQuantity !== undefined
      ? [make('CTP', '', '', '', String(line.ndcQuantity), line.ndcUnit ?? 'UN')]
      : []),
    ...party(make, '82', line.rendering, claim.billType === undefined ? 'PE' : ''),
    ...(claim.billType === undefined
      ? [...party(make, 'DQ', line.supervising), ...party(make, 'DK', line.ordering)]
      : []),
    ...(line.adjudications ?? []).flatMap((each) => lineDecision(claim, line, each, make, style)),
  ];
}
