import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { openLibrary } from '@interspace/library/read';
import { readClaimsFromBuffer } from '@interspace/wire/x12/read-claims';
import { writeClaims } from '@interspace/wire/x12/write/claims-to-837';
import { PracticeDetails } from '../contract/practice.ts';
import { claimDraft, claimToWrite, type ClaimSubject } from './claim-draft.ts';
import { cms1500 } from './cms-1500/draw.ts';
import { reviewPdf } from './review-pdf/review-pdf.ts';

const root = new URL('../../../', import.meta.url);
const { library } = openLibrary(fileURLToPath(new URL('library', root)));
const text = readFileSync(new URL('examples/notes/tfesi-l4-l5.txt', root), 'utf8');
const context = { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: date('2026-03-02') };
const made = review({ context, documents: [{ id: 'note', text }] }, prepareLibrary(library));

const PRACTICE = PracticeDetails.parse({
  billing: {
    name: 'EXAMPLE PAIN PRACTICE',
    npi: '1234567893',
    taxId: '000000000',
    street: '1 TEST STREET',
    city: 'COLUMBUS',
    state: 'OH',
    zip: '43004',
  },
  submitter: { name: 'EXAMPLE PAIN PRACTICE', id: 'EXAMPLE1', contact: 'BILLING OFFICE', phone: '6145550100' },
  receiver: { name: 'EXAMPLE CLEARINGHOUSE', id: 'EXAMPLE2' },
  charges: { '64483': 45000, J1100: 100 },
  payers: { medicare: { name: 'MEDICARE', id: '15202', filing: 'MB' } },
});
const SUBJECT: ClaimSubject = {
  person: {
    lastName: 'EXAMPLE',
    firstName: 'TESTINA',
    birthDate: date('1961-05-06'),
    sex: 'F',
    street: '2 TEST STREET',
    city: 'COLUMBUS',
    state: 'OH',
    zip: '43004',
  },
  mrn: 'EX1',
  payer: 'medicare',
  memberId: '1EG4TE5MK73',
  rendering: { name: 'Dr. Testina Needle', npi: '1234567893' },
};
const FACTS = {
  sender: 'EXAMPLE1',
  receiver: 'EXAMPLE2',
  created: '2026-03-03T09:00',
  control: 1,
  usage: 'T' as const,
  batch: 'EX1',
  submitter: PRACTICE.submitter!,
  receiverParty: PRACTICE.receiver!,
};
const words = async (pdf: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

describe('a claim from a Review', () => {
  const draft = claimDraft({ review: made, context, subject: SUBJECT, practice: PRACTICE });

  it('written as 837P and read again says what the Review says', () => {
    const whole = claimToWrite(draft);
    if (!whole.ok) throw new Error(whole.issues.map(({ message }) => message).join());
    const file = writeClaims([whole.value], FACTS);
    if (!file.ok) throw new Error(file.issues[0]?.message);
    const claim = readClaimsFromBuffer(Buffer.from(file.value)).claims[0]?.claim;
    expect(claim?.lines.map(({ code, modifiers, units, charge }) => [code, modifiers, units, charge])).toEqual([
      ['64483', ['LT'], 1, 45000],
      ['J1100', [], 10, 1000],
    ]);
    expect(claim).toMatchObject({
      chargeTotal: 46000,
      placeOfService: '11',
      diagnoses: ['M54.16'],
      patientBirthDate: '1961-05-06',
    });
  });

  it.each([
    ['no patient', { subject: undefined }, 'server/export/no-patient'],
    ['no member number', { subject: { ...SUBJECT, memberId: undefined } }, 'server/export/no-patient'],
    ['no charge for a code', { practice: { ...PRACTICE, charges: { J1100: 100 } } }, 'server/export/practice'],
    ['a payer without an address', { practice: { ...PRACTICE, payers: {} } }, 'server/export/practice'],
    [
      'no date of service',
      {
        context: { ...context, dateOfService: undefined },
        review: { ...made, trace: { ...made.trace, dateOfService: undefined as never } },
      },
      'server/export/line',
    ],
    ['no line', { lines: [] }, 'server/export/line'],
  ])('%s: no file is written, and the Issue says what is missing', (_, change, code) => {
    const result = claimToWrite(claimDraft({ review: made, context, subject: SUBJECT, practice: PRACTICE, ...change }));
    expect(result.ok).toBe(false);
    expect(result.issues.map((one) => one.code)).toContain(code);
    expect(
      result.issues.every(
        ({ message, hint }) => message.length > 10 && hint !== undefined && !/EXAMPLE, T|1961/.test(message),
      ),
    ).toBe(true);
  });

  it('lines changed on the screen stand instead of the proposed ones', () => {
    const claim = {
      id: 'x',
      diagnoses: ['M54.16'],
      lines: [{ code: '64483', modifiers: ['RT'], units: 1, diagnoses: ['M54.16'], charge: 500 }],
    };
    const changed = claimDraft({ review: made, context, subject: SUBJECT, practice: PRACTICE, claim });
    expect(changed.claim.lines.map(({ code, modifiers, charge }) => [code, modifiers, charge])).toEqual([
      ['64483', ['RT'], 50000],
    ]);
  });

  it('on paper it has every line and leaves empty what is not known', async () => {
    const paper = await words(await cms1500(draft));
    for (const said of ['EXAMPLE, TESTINA', '1EG4TE5MK73', '64483', 'LT', '450.00', '460.00', 'A M54.16', '03 02 2026'])
      expect(paper).toContain(said);
    const blank = await words(await cms1500(claimDraft({ review: made, context, practice: PRACTICE })));
    expect(blank).toContain('64483');
    expect(blank).not.toContain('TESTINA');
    expect(blank).toContain('none was chosen');
  });

  it('seven lines need two pages, each with its own total', async () => {
    const line = { code: '64483', modifiers: [], units: 1, diagnoses: ['M54.16'], charge: 10 };
    const claim = { id: 'x', diagnoses: [], lines: Array.from({ length: 7 }, () => line) };
    const paper = await words(
      await cms1500(claimDraft({ review: made, context, subject: SUBJECT, practice: PRACTICE, claim })),
    );
    expect(paper).toContain('Page 2 of 2');
    expect(paper.match(/\b60\.00\b/g)?.length).toBe(1);
  });
});

describe('reviewPdf', () => {
  it('tells lines, findings, questions and sources in words', async () => {
    const told = (await words(await reviewPdf({ review: made, context, title: 'Example' }))).replaceAll(/\s+/g, ' ');
    expect(told).toContain('64483 LT 1 M54.16 incomplete');
    for (const { question } of made.prompts) expect(told).toContain(question);
    for (const { what } of made.findings) expect(told).toContain(what);
    for (const text of made.trace.notEvaluated) expect(told).toContain(text);
    expect(told).toContain('L39015, Indications');
  });
});
