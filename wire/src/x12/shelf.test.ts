import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { centsFromDecimal } from '@interspace/core/model/money';
import type { WireIssue } from '../issues.ts';
import { readDocument, writeDocument } from './document.ts';
import { Envelope } from './envelope.ts';
import { mapFor } from './maps/map-for.ts';
import { readClaims, readClaimsFromBuffer } from './read-claims.ts';
import { readRemittancesFromBuffer } from './remittances/remittance-reader.ts';
import { Tokenizer } from './tokenizer.ts';
import { Walker, walkTables } from './walker.ts';
import { writeClaims } from './write/claims-to-837.ts';

const SHELF = resolve(import.meta.dirname, '../../../../shared/data/x12');
const present = existsSync(SHELF);
if (!present) process.stdout.write('skipped: real X12 files (../shared/data/x12 is not here)\n');

const files = present
  ? readdirSync(SHELF, { withFileTypes: true })
      .filter((each) => each.isDirectory() && each.name !== 'expected-json')
      .flatMap((folder) => readdirSync(resolve(SHELF, folder.name)).map((name) => `${folder.name}/${name}`))
  : [];
const birthDate = date('2001-02-03');
const bytesOf = (name: string): Uint8Array => readFileSync(resolve(SHELF, name));

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

// oxlint-disable-next-line typescript/no-explicit-any -- JSON of somebody else's making
type Json = Record<string, any>;
const readings = present
  ? readdirSync(resolve(SHELF, 'expected-json')).flatMap((name) => {
      const stem = name.replace(/\.json$/, '');
      const json = JSON.parse(readFileSync(resolve(SHELF, 'expected-json', name), 'utf8')) as Json | Json[];
      const own = files.filter((each) =>
        [`api-examples__${stem}.dat`, `api-examples__${stem}.edi`].includes(each.split('/')[1]!),
      );
      const file = own.find((each) => each.endsWith('.dat')) ?? own[0];
      return file ? [{ stem, file, objects: Array.isArray(json) ? json : [json] }] : [];
    })
  : [];

describe.skipIf(!present)('real files', () => {
  it('are all here', () => {
    expect(files.length).toBeGreaterThanOrEqual(263);
    expect(readings.length).toBeGreaterThanOrEqual(30);
  });

  it.each(files)('%s is read or refused with a place, and written back byte for byte', async (name) => {
    const bytes = bytesOf(name);
    const document = readDocument(bytes);
    expect(Buffer.from(writeDocument(document)).equals(Buffer.from(bytes))).toBe(true);
    const { claims, issues } = readClaimsFromBuffer(bytes);
    for (const issue of issues) expect(issue.place?.offset, issue.code).toBeTypeOf('number');
    if (claims.length === 0 && name.startsWith('837') && document.segments.some((each) => each.id === 'CLM')) {
      expect(issues.some((each) => each.code === 'wire/x12/version-unsupported')).toBe(true);
    }
    // Whatever the chunks, the same claims and the same Issues.
    const again: { claims: Claim[]; issues: WireIssue[] } = { claims: [], issues: [] };
    for await (const { read, issue } of readClaims(chunksOf(bytes, 97)))
      if (read) again.claims.push(read.claim);
      else again.issues.push(issue);
    expect(again).toEqual({ claims: claims.map((each) => each.claim), issues });
  });
});

const money = (amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : centsFromDecimal(amount.toFixed(2));
const GROUPS: Record<string, string> = {
  PATIENT_RESPONSIBILITY: 'PR',
  CONTRACTUAL: 'CO',
  CONTRACTUAL_OBLIGATION: 'CO',
  OTHER: 'OA',
  PAYOR_INITIATED: 'PI',
  CORRECTION: 'CR',
};

describe.skipIf(!present)('independent readings agree', () => {
  const claimReadings = readings.filter(
    (each) => each.objects.some((o) => o['objectType'] === 'CLAIM') && !each.stem.startsWith('837D'),
  );
  it.each(claimReadings.map((each) => [each.stem, each] as const))('claims of %s', (_, { file, objects }) => {
    const expected = objects.filter((each) => each['objectType'] === 'CLAIM');
    const { claims } = readClaimsFromBuffer(bytesOf(file));
    expect(claims).toHaveLength(expected.length);
    expected.forEach((want, number) => {
      const claim = claims[number]!.claim;
      const subscriber = want['subscriber'];
      const billing = want['billingProvider'];
      expect(claim.id).toBe(want['patientControlNumber']);
      expect(claim.chargeTotal).toBe(money(want['chargeAmount']));
      expect(claim.billType?.slice(0, 2) ?? claim.placeOfService).toBe(want['facilityCode']?.code);
      expect(claim.frequency).toBe(want['frequencyCode']?.code);
      expect(claim.subscriber?.memberId).toBe(subscriber?.person?.identifier);
      expect(claim.payer?.filing).toBe(subscriber?.claimFilingIndicatorCode);
      if (subscriber?.payer) expect(claim.payer?.id).toBe(subscriber.payer.identifier);
      expect(claim.billing?.npi).toBe(billing.identificationType === 'NPI' ? billing.identifier : undefined);
      expect(claim.billing?.taxId).toBe(billing.taxId);
      expect(claim.billing?.taxonomy).toBe(billing.providerTaxonomy?.code);
      expect(claim.billing?.zip).toBe(billing.address?.zipCode);
      const person = want['patient']?.person ?? subscriber?.person;
      expect(claim.patientBirthDate).toBe(person?.birthDate);
      expect(claim.authorization).toBe(want['priorAuthorizationNumber']);
      expect(claim.referral).toBe(want['referralNumber']);
      expect(claim.originalReference).toBe(want['originalReferenceNumber']);
      const kinds = ['ICD_10_PRINCIPAL', 'ICD_10', 'ICD_9_PRINCIPAL', 'ICD_9'];
      const diagnoses = ((want['diags'] ?? []) as Json[]).filter((each) => kinds.includes(each['subType']));
      expect(claim.diagnoses.map((each) => each.replace('.', ''))).toEqual(
        diagnoses.map((each) => each['code'].replace('.', '')),
      );
      const rendering = ((want['providers'] ?? []) as Json[]).find((each) => each['entityRole'] === 'RENDERING');
      expect(claim.rendering?.npi).toBe(rendering?.['identifier']);
      const lines = want['serviceLines'] as Json[];
      expect(claim.lines).toHaveLength(lines.length);
      lines.forEach((wanted, index) => {
        const line = claim.lines[index]!;
        expect(line.code).toBe(wanted['procedure']?.code ?? '');
        expect([...line.modifiers]).toEqual(
          ((wanted['procedure']?.modifiers ?? []) as Json[]).map((each) => each['code'] ?? each),
        );
        expect(line.charge).toBe(money(wanted['chargeAmount']));
        expect(line.units).toBe(wanted['unitCount']);
        expect(line.revenueCode).toBe(wanted['revenueCode']?.code);
        if (wanted['serviceDateFrom']) expect(line.from).toBe(wanted['serviceDateFrom']);
        expect(line.through).toBe(wanted['serviceDateTo']);
        expect([...line.pointers]).toEqual(wanted['diagPointers'] ?? []);
        expect(line.ndc).toBe(wanted['drug']?.code);
        expect(line.ndcQuantity).toBe(wanted['drugQuantity']);
        expect((line.adjudications ?? []).map((each) => each.paid)).toEqual(
          ((wanted['adjudications'] ?? []) as Json[]).map((each) => money(each['paidAmount'])),
        );
      });
      expect((claim.otherPayers ?? []).map((each) => each.id)).toEqual(
        ((want['otherSubscribers'] ?? []) as Json[]).map((each) => each['payer']?.identifier),
      );
    });
  });

  const paid = readings.filter((each) => each.objects.some((o) => o['objectType'] === 'PAYMENT'));
  it.each(paid.map((each) => [each.stem, each] as const))('payments of %s', (_, { file, objects }) => {
    const claims = readRemittancesFromBuffer(bytesOf(file)).remittances.flatMap((each) => each.claims);
    const expected = objects.filter((each) => each['objectType'] === 'PAYMENT');
    expect(claims).toHaveLength(expected.length);
    expected.forEach((want, number) => {
      const claim = claims[number]!;
      const adjustments = (of: Json) =>
        ((of['adjustments'] ?? []) as Json[]).map((each) => [
          GROUPS[each['group']],
          each['reasonCode'],
          money(each['amount']),
        ]);
      expect(claim).toMatchObject({
        id: want['patientControlNumber'],
        charge: money(want['chargeAmount']),
        paid: money(want['paymentAmount']),
        status: want['claimStatusCode'],
      });
      expect(claim.payerClaimNumber).toBe(want['payerControlNumber']);
      expect(claim.patientResponsibility).toBe(money(want['patientResponsibilityAmount']));
      expect(claim.adjustments.map((each) => [each.group, each.reason, each.amount])).toEqual(adjustments(want));
      const lines = want['serviceLines'] as Json[];
      expect(claim.lines.map((line) => [line.charge, line.paid, line.units])).toEqual(
        lines.map((each) => [money(each['chargeAmount']), money(each['paidAmount']), each['unitCount']]),
      );
      lines.forEach((wanted, index) => {
        const line = claim.lines[index]!;
        expect(line.adjustments.map((each) => [each.group, each.reason, each.amount])).toEqual(adjustments(wanted));
        expect(line.remarks).toEqual(wanted['remarkCodes'] ?? []);
      });
    });
  });

  const institutional = files
    .filter((name) => name.startsWith('837/'))
    .flatMap((name) => readClaimsFromBuffer(bytesOf(name)).claims.map(({ claim }) => [name, claim] as const))
    .filter(([, { billType, payer }]) => billType !== undefined && payer?.id !== undefined);
  it('has institutional claims that can be written', () => expect(institutional.length).toBeGreaterThan(8));
  it.each(institutional)('%s: its institutional claim is written and read again as it was', (_, claim) => {
    const person = { lastName: 'FICTIVA', firstName: 'TESTA' };
    const self = (claim.subscriber?.relation ?? '18') === '18';
    const otherInsurance = claim.otherPayers?.map(() => ({ name: 'PLAN', insured: person, memberId: 'M1' })) ?? [];
    const result = writeClaims(
      [{ claim, subscriber: person, otherInsurance, ...(self ? {} : { patient: { ...person, birthDate } }) }],
      {
        sender: 'SENDER',
        receiver: 'RECEIVER',
        created: '2026-07-16T10:15',
        control: 1,
        batch: 'B1',
        submitter: { name: 'SENDER', id: 'S1', contact: 'A SAMPLE', phone: '5555550100' },
        receiverParty: { name: 'RECEIVER', id: 'R1' },
      },
    );
    if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join(' '));
    const [again] = readClaimsFromBuffer(result.value).claims;
    // Who the patient is comes beside the claim, and the day of writing is its own.
    const { patient, patientBirthDate, patientSex, submittedOn } = again!.claim;
    // A subscriber who is said to be the patient and has one beside him is not written that way again.
    const subscriber = claim.subscriber && { ...claim.subscriber };
    delete subscriber?.patientApart;
    expect(again!.claim).toEqual({ ...claim, subscriber, patient, patientBirthDate, patientSex, submittedOn });
  });

  const segments = readings.filter((each) => each.objects.some((o) => o['objectType'] === 'SEGMENT'));
  it.each(segments.map((each) => [each.stem, each] as const))('loops of %s', (_, { file, objects }) => {
    const wanted: string[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(visit);
      if (typeof value !== 'object' || value === null) return;
      const { segment_id: id, loop_id: loop } = value as Json;
      // The other reading puts LS and LE into a loop of their own.
      if (typeof id === 'string' && !['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'LS', 'LE'].includes(id))
        wanted.push(`${loop} ${id}`);
      Object.values(value).forEach(visit);
    };
    visit(objects);
    const found: string[] = [];
    let walker: Walker | undefined;
    const tokenizer = new Tokenizer(
      new Envelope({
        begin: ({ set, version }) => (walker = new Walker(walkTables(mapFor(set, version)!.map))),
        segment: (view) => {
          const loop = walker!.step(view)?.loop.id.replace('ST', '0000');
          if (!['LS', 'LE'].includes(view.text(0))) found.push(`${loop} ${view.text(0)}`);
        },
        finish: () => {},
        issue: () => {},
      }),
    );
    tokenizer.push(bytesOf(file));
    tokenizer.end();
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });
});
