import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import type { AuthorizationRequest } from '../../authorization/authorization-request.ts';
import { checkBuffer } from '../check/check.ts';
import { writeAuthorizationRequests } from '../write/authorization-request-to-278.ts';
import { readAuthorizationAnswers } from './authorization-answer-from-278.ts';

const facts = { sender: 'SENDER', receiver: 'RECEIVER', created: '2026-03-02T12:00', control: 1 };
const request: AuthorizationRequest = {
  id: 'EX-REQ-1',
  created: '2026-03-02T12:00:00Z',
  urgency: 'expedited',
  patient: {
    lastName: 'FICTIVA',
    firstName: 'TESTA',
    birthDate: date('1973-05-05'),
    sex: 'F',
    memberId: '1EX4TE5MK72',
  },
  payer: { name: 'INVENTED PLAN', id: '99999' },
  requester: {
    lastName: 'EXAMPLE CLINIC',
    npi: '1234567893',
    organization: true,
    street: '2 INVENTED WAY',
    city: 'COLUMBUS',
    state: 'OH',
    zip: '43004',
  },
  rendering: { lastName: 'SAMPLE', firstName: 'SAMUEL', npi: '1987654328' },
  facility: { lastName: 'EXAMPLE CENTER', npi: '1245319599', organization: true },
  placeOfService: '24',
  diagnoses: ['M54.16', 'M51.26'],
  lines: [
    { code: '64483', modifiers: ['LT'], units: 1, from: date('2026-03-16') },
    { code: '64484', modifiers: [], units: 1, from: date('2026-03-16'), through: date('2026-03-20') },
  ],
  packet: [],
  documents: [{ id: 'note', kind: 'procedure-note', text: 'x' }],
};
const text = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('latin1').split('~\n');

describe('a request for authorization as 278', () => {
  const written = writeAuthorizationRequests([request], facts);
  if (!written.ok) throw new Error('cannot be written');
  it('passes our own check of structure', () => {
    expect(checkBuffer(written.value).issues).toEqual([]);
  });
  it('says what was asked', () => {
    const lines = text(written.value);
    expect(lines).toContain('UM*HS*I*2*24:B**U');
    expect(lines).toContain('HI*ABK:M5416*ABF:M5126');
    expect(lines).toContain('SV1*HC:64483:LT**UN*1');
    expect(lines).toContain('DTP*472*RD8*20260316-20260320');
    expect(lines).toContain('PWK*OB*EL***AC*EX-REQ-1-1');
    expect(lines.filter((line) => line.startsWith('HL*'))).toEqual([
      'HL*1**20*1',
      'HL*2*1*21*1',
      'HL*3*2*22*1',
      'HL*4*3*EV*1',
      'HL*5*4*SS*0',
      'HL*6*4*SS*0',
    ]);
  });
  it('says what the packet shows, in our words made to fit', () => {
    const citation = { document: 'D', gist: 'g', confidence: 'high' as const };
    const shown = {
      item: 'levels',
      title: 'Codes: level*side '.repeat(30),
      status: 'shown' as const,
      facts: [],
      citation,
    };
    const told = writeAuthorizationRequests(
      [{ ...request, packet: [shown, { ...shown, item: 'x', status: 'missing' }] }],
      facts,
    );
    expect(told.issues.map(({ code }) => code)).toEqual(['wire/authorization/item-open']);
    const message = told.ok ? text(told.value).find((line) => line.startsWith('MSG*')) : undefined;
    expect(message?.split('*')).toHaveLength(2);
    expect(message?.length).toBeLessThanOrEqual(268);
    expect(message).toMatch(/^MSG\*The record shows Codes level side /);
    expect(told.ok && checkBuffer(told.value).issues).toEqual([]);
  });
  it.each<[string, Partial<AuthorizationRequest>, string]>([
    ['lacks a service', { lines: [] }, 'a service'],
    ['holds a separator', { payer: { name: 'A*B', id: '1' } }, 'NM1'],
  ])('is not written when it %s', (_, change, says) => {
    const refused = writeAuthorizationRequests([{ ...request, ...change }], facts);
    expect(refused.ok).toBe(false);
    expect(refused.issues[0]?.message).toContain(says);
  });
  it('a request is no answer', () => {
    expect(readAuthorizationAnswers(written.value).issues.map(({ code }) => code)).toEqual([
      'wire/x12/answer-unreadable',
    ]);
  });
});

/** An invented answer: affirmed for one service, refused for the other. */
function answerFile(event: string, first: string, second: string): Uint8Array {
  const asked = writeAuthorizationRequests([request], facts);
  if (!asked.ok) throw new Error('cannot be written');
  let once = 0;
  const lines = text(asked.value).flatMap((line) => {
    if (line.startsWith('BHT')) return ['BHT*0007*11*EX-REQ-1*20260304*0900'];
    if (line.startsWith('TRN*1*EX-REQ-1*')) return [line.replace('TRN*1', 'TRN*2')];
    if (line.startsWith('UM*HS*I*2*24')) return [line, ...(event ? [event] : []), 'DTP*102*D8*20260304'];
    if (line === 'UM*HS*I*2') return [line, ...((once++ === 0 ? first : second) || '').split('|').filter(Boolean)];
    return [line];
  });
  return Buffer.from(lines.join('~\n'), 'latin1');
}

describe('the answer of a payer as 278', () => {
  it.each<[string, [string, string, string], object]>([
    [
      'affirmed with a number',
      ['HCR*A1*AUTH99', '', ''],
      {
        decision: 'affirmed',
        number: 'AUTH99',
        decidedOn: '2026-03-04',
        lines: [
          { code: '64483', decision: 'affirmed' },
          { code: '64484', decision: 'affirmed' },
        ],
      },
    ],
    [
      'one service affirmed, the other not',
      ['', 'HCR*A1*AUTH98', 'HCR*A3**0V'],
      {
        decision: 'partly-affirmed',
        number: 'AUTH98',
        lines: [{ decision: 'affirmed' }, { decision: 'non-affirmed', reasons: ['0V'] }],
      },
    ],
    ['pended', ['HCR*A4', '', ''], { decision: 'pending', number: undefined }],
    ['refused as malformed', ['AAA*N**33*C', '', ''], { decision: undefined, errors: [{ code: '33', at: 'EV' }] }],
  ])('%s', (_, [event, first, second], expected) => {
    const read = readAuthorizationAnswers(answerFile(event, first, second));
    expect(read.ok && read.value[0]).toMatchObject({ request: 'EX-REQ-1', ...expected });
  });
  it('noise is refused with a word', () => {
    const read = readAuthorizationAnswers(Buffer.from('nothing of the kind'));
    expect(read.ok).toBe(false);
  });
});

const SHELF = resolve(import.meta.dirname, '../../../../../shared/data/x12/278');
describe.skipIf(!existsSync(SHELF))('published 278 files (skipped when ../shared/data/x12/278 is absent)', () => {
  it('hold an answer where a payer answers, and none where somebody asks', () => {
    const answers = (name: RegExp) =>
      readdirSync(SHELF)
        .filter((file) => name.test(file))
        .map((file) => readAuthorizationAnswers(readFileSync(join(SHELF, file))))
        .map((read) => (read.ok ? read.value.length : 0));
    expect(answers(/response-to/)).toEqual([1, 1]);
    expect(answers(/request/)).toEqual([0, 0, 0]);
  });
});
