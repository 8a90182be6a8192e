import type { Claim, ClaimLine, Party } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import { cents, type Cents } from '@interspace/core/model/money';
import { codeIn, codings, diagnosisCodes, procedureCodes } from './codes.ts';
import { readCoverage, type CoverageRead } from './coverage-from-fhir.ts';
import type { FhirNode } from './fhir-node.ts';
import { readParty } from './parties-from-fhir.ts';
import type { Shelf, Shelved } from './shelf.ts';

export interface ClaimRead {
  readonly claim: Claim;
  /** `claim`, `preauthorization` or `predetermination`. */
  readonly use: string;
  readonly coverages: readonly CoverageRead[];
}

/** A FHIR Claim as our Claim; undefined, with the reason named, when it was cancelled or never meant. */
export function readFhirClaim(shelf: Shelf, shelved: Shelved): ClaimRead | undefined {
  const { node, id } = shelved;
  const status = node.text('status');
  if (status === 'entered-in-error' || status === 'cancelled') {
    node.leave(`the claim is ${status}`);
    return undefined;
  }
  const institutional = codings(node.child('type')).some(({ code }) => code === 'institutional');
  const diagnoses = readClaimDiagnoses(shelf, shelved);
  const team = careTeam(shelf, shelved);
  const insurances = node.list('insurance').map((one) => ({
    focal: one.boolean('focal') === true,
    sequence: one.number('sequence') ?? 99,
    preAuth: one.texts('preAuthRef')[0],
    coverage: shelf.resolve(one.child('coverage'), shelved),
  }));
  const order = insurances.toSorted(
    (one, other) => Number(other.focal) - Number(one.focal) || one.sequence - other.sequence,
  );
  const coverages = order.flatMap(({ coverage }) =>
    coverage?.type === 'Coverage' ? [readCoverage(shelf, coverage)] : [],
  );
  const period = node.child('billablePeriod');
  const billable = { from: period?.day('start'), through: period?.day('end') };
  const lines = node.list('item').map((item, at) => readItem(item, at + 1, diagnoses.sequences, team, billable.from));
  const identifier = node.list('identifier')[0];
  const insurer = readParty(shelf, shelf.resolve(node.child('insurer'), shelved));
  const first = coverages[0];
  const claim: Claim = {
    id: identifier?.text('value') ?? id ?? 'claim',
    type: institutional ? 'hospital-opd' : 'professional',
    placeOfService: lines.map(({ placeOfService }) => placeOfService).find(Boolean),
    chargeTotal: amount(node.child('total')),
    payer: { name: insurer?.lastName ?? first?.payerName, id: first?.payerId },
    subscriber: first && { memberId: first.memberId, group: first.group },
    billing: readParty(shelf, shelf.resolve(node.child('provider'), shelved)),
    rendering: team.get(0) ?? [...team.values()][0],
    facility: readParty(shelf, shelf.resolve(node.child('facility'), shelved)),
    diagnoses: diagnoses.codes,
    authorization: order.map(({ preAuth }) => preAuth).find(Boolean),
    ...(institutional && billable.from ? { statementFrom: billable.from } : {}),
    ...(institutional && billable.through ? { statementThrough: billable.through } : {}),
    lines,
  };
  return { claim, use: node.text('use') ?? 'claim', coverages };
}

function readClaimDiagnoses(shelf: Shelf, shelved: Shelved): { codes: string[]; sequences: Map<number, number> } {
  const entries = shelved.node.list('diagnosis').map((entry, at) => {
    const condition = shelf.resolve(entry.child('diagnosisReference'), shelved);
    const codes = diagnosisCodes(entry.child('diagnosisCodeableConcept') ?? condition?.node.child('code'));
    return { sequence: entry.number('sequence') ?? at + 1, code: codes[0] };
  });
  const codes: string[] = [];
  const sequences = new Map<number, number>();
  for (const { sequence, code } of entries.toSorted((one, other) => one.sequence - other.sequence)) {
    if (code === undefined) continue;
    if (!codes.includes(code)) codes.push(code);
    sequences.set(sequence, codes.indexOf(code) + 1);
  }
  return { codes, sequences };
}

/** Parties by their sequence; the one that performs is also found under 0. */
function careTeam(shelf: Shelf, shelved: Shelved): Map<number, Party> {
  const team = new Map<number, Party>();
  for (const member of shelved.node.list('careTeam')) {
    const party = readParty(shelf, shelf.resolve(member.child('provider'), shelved));
    const roles = codings(member.child('role')).map(({ code }) => code);
    if (!party) continue;
    team.set(member.number('sequence') ?? team.size + 1, party);
    if (roles.some((role) => ['primary', 'performing', 'rendering', '82'].includes(role)) && !team.has(0))
      team.set(0, party);
  }
  return team;
}

function readItem(
  item: FhirNode,
  number: number,
  sequences: ReadonlyMap<number, number>,
  team: ReadonlyMap<number, Party>,
  billed: IsoDate | undefined,
): ClaimLine {
  const concept = item.child('productOrService');
  const quantity = item.child('quantity');
  const unit = quantity?.text('code') ?? quantity?.text('unit');
  const period = item.child('servicedPeriod');
  const units = quantity?.number('value');
  const unitPrice = amount(item.child('unitPrice'));
  const charge = amount(item.child('net')) ?? (unitPrice === undefined ? undefined : product(unitPrice, units ?? 1));
  const place = codeIn(item.child('locationCodeableConcept'), 'place');
  const through = period?.day('end');
  const rendering = item.numbers('careTeamSequence').flatMap((one) => team.get(one) ?? [])[0];
  return {
    number,
    code: procedureCodes(concept)[0] ?? '',
    modifiers: item
      .list('modifier')
      .flatMap((one) => codings(one).map(({ code }) => code.toUpperCase()))
      .filter((code) => /^[0-9A-Z]{2}$/.test(code)),
    units: units === undefined || units <= 0 ? 1 : units,
    ...(unit !== undefined && /^min(ute)?s?$|^MJ$/i.test(unit) ? { unitKind: 'minutes' as const } : {}),
    charge,
    from: item.day('servicedDate') ?? period?.day('start') ?? billed,
    through,
    placeOfService: place !== undefined && /^[0-9]{2}$/.test(place) ? place : undefined,
    revenueCode: codings(item.child('revenue'))[0]?.code,
    pointers: [...new Set(item.numbers('diagnosisSequence').flatMap((one) => sequences.get(one) ?? []))],
    rendering,
  };
}

function amount(money: FhirNode | undefined): Cents | undefined {
  const value = money?.number('value');
  const currency = money?.text('currency');
  if (value === undefined || (currency !== undefined && currency !== 'USD')) return undefined;
  const whole = Math.round(value * 100);
  return Number.isSafeInteger(whole) ? cents(whole) : undefined;
}

function product(price: Cents, units: number): Cents | undefined {
  const whole = Math.round(price * units);
  return Number.isSafeInteger(whole) ? cents(whole) : undefined;
}
