import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isAccepted, readClaimStatusesFromBuffer } from '../../wire/src/x12/acknowledgments/claim-status-reader.ts';
import { checkBuffer } from '../../wire/src/x12/check/check.ts';
import { describeBuffer } from '../../wire/src/x12/describe.ts';
import { readDocument, writeDocument } from '../../wire/src/x12/document.ts';
import { readClaimsFromBuffer } from '../../wire/src/x12/read-claims.ts';
import { readRemittancesFromBuffer } from '../../wire/src/x12/remittances/remittance-reader.ts';
import { writeImplementationAcknowledgment } from '../../wire/src/x12/write/implementation-acknowledgment.ts';

const bytesOf = (name: string) => readFileSync(fileURLToPath(new URL(`../claims/${name}`, import.meta.url)));
const CLAIM = bytesOf('facet-both-sides.837');
const REMITTANCE = bytesOf('epidural-paid.835');
const ANSWER = bytesOf('one-accepted-one-rejected.277');

const facts = { sender: 'RECEIVER', receiver: 'SENDER', created: '2026-07-16T10:20', control: 1 };
const answerTo = (text: string) =>
  Buffer.from(
    writeImplementationAcknowledgment(checkBuffer(Buffer.from(text, 'latin1')).groups, facts),
  ).toString('latin1');

describe('files as a practice sends and gets them', () => {
  it.each([
    ['claim', CLAIM],
    ['remittance', REMITTANCE],
    ['answer to claims', ANSWER],
  ])('%s: nothing wrong, every segment known, written back byte for byte', (_, bytes) => {
    expect(checkBuffer(bytes).issues).toEqual([]);
    expect(describeBuffer(bytes).segments.filter(({ known }) => !known)).toEqual([]);
    expect(Buffer.compare(writeDocument(readDocument(bytes)), bytes)).toBe(0);
  });

  it('the claim is accepted by the 999', () => {
    const [read] = readClaimsFromBuffer(CLAIM).claims;
    expect(read!.claim).toMatchObject({ id: 'FACET-1', chargeTotal: 70_000, placeOfService: '11' });
    expect(read!.claim.lines.map(({ code, modifiers }) => [code, ...modifiers].join('-'))).toEqual([
      '64493-50-KX',
      '64494-50-KX',
    ]);
    expect(answerTo(CLAIM.toString('latin1'))).toContain('IK5*A~\nAK9*A*1*1*1~');
  });

  it('a pointer to a thirteenth diagnosis and a wrong count refuse it, each at its place', () => {
    const broken = CLAIM.toString('latin1').replace('*400*UN*1***1~', '*400*UN*1***13~').replace('SE*31', 'SE*30');
    const answer = answerTo(broken);
    expect(answer).toContain('IK3*SV1*24*2400*8~\nIK4*7:1*1328*7~');
    expect(answer).toMatch(/IK5\*R\*(4\*5|5\*4)~\nAK9\*R\*1\*1\*0~/);
  });

  it('the remittance balances line by line, claim by claim and as a whole; a cent less is told', () => {
    const { remittances, issues } = readRemittancesFromBuffer(REMITTANCE);
    expect(issues).toEqual([]);
    const [claim] = remittances[0]!.claims;
    expect(claim).toMatchObject({ id: 'EPIDURAL-1', charge: 50_000, paid: 20_766, patientResponsibility: 5_297 });
    const less = Buffer.from(REMITTANCE.toString('latin1').replace('CO*45*235.13', 'CO*45*235.12'), 'latin1');
    expect(readRemittancesFromBuffer(less).issues.map(({ code }) => code)).toContain('wire/x12/remit-line-balance');
  });

  it('the answer accepts one claim and rejects the other for the number of who rendered it', () => {
    const { claims, issues } = readClaimStatusesFromBuffer(ANSWER);
    expect(issues).toEqual([]);
    expect(claims.map((claim) => [claim.id, claim.batch, claim.payerNumber, isAccepted(claim)])).toEqual([
      ['FACET-1', 'BATCH1', 'PAYER-2', true],
      ['EPIDURAL-1', 'BATCH1', undefined, false],
    ]);
    expect(claims[1]!.statuses).toEqual([{ category: 'A7', status: '562', entity: '82' }]);
  });
});
