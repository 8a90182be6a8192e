import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, FACET_CLAIM } from '../fixtures.ts';
import { checkBuffer } from '../check/check.ts';
import { writeImplementationAcknowledgment } from './implementation-acknowledgment.ts';

const facts = { sender: 'RECEIVER', receiver: 'SENDER', created: '2026-07-16T10:20', control: 1 };

function answer(source: string): { readonly written: string; readonly complaints: readonly string[] } {
  const bytes = writeImplementationAcknowledgment(checkBuffer(bytesOf(source)).groups, facts);
  const complaints = checkBuffer(bytes).issues.map(({ issue }) => `${issue.code} ${issue.at}`);
  return { written: Buffer.from(bytes).toString('latin1'), complaints };
}

const header = (set: string, control: string, version = '005010X222A1') =>
  FACET_CLAIM.replace('ST*837*0001*005010X222A1', `ST*${set}*${control}*${version}`).replace('*0001~', `*${control}~`);

describe('an answer repeats of a header what it may hold itself', () => {
  it.each([
    ['a number too short', header('837', '1'), 'AK2*837*1   *005010X222A1~'],
    ['a guide too long', header('837', '0001', 'X'.repeat(36)), 'AK2*837*0001~'],
    ['a guide with a line end', header('837', '0001', '005010\tX222A1'), 'AK2*837*0001~'],
  ])('%s', (_, source, wanted) => {
    const { written, complaints } = answer(source);
    expect(written).toContain(wanted);
    expect(written).toContain('AK9*R*1*1*0~');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a number too long', header('837', '0'.repeat(10))],
    ['a number with a control character', header('837', '00\u000701')],
    ['a number with an accent', header('837', '000\u00e9')],
    ['a number with a separator of the answer', header('837', '00*01').replaceAll('*', '|').replace('00|01', '00*01')],
    ['a kind too long', header('837P', '0001')],
    ['a kind in small letters', header('abc', '0001')],
  ])('%s is not named, and the counts show that it was not accepted', (_, source) => {
    const { written, complaints } = answer(source);
    expect(written).not.toContain('AK2*');
    expect(written).toContain('AK9*R*1*1*0~');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['kind', 'GS*HC*', 'GS*HCX*'],
    ['number', '*1*X*', '*1X*X*'],
    ['long number', '*1*X*', '*1234567890*X*'],
  ])('a group whose %s it may not hold gets none', (_, from, to) => {
    const { written } = answer(FACET_CLAIM.replace(from, to));
    expect(written).not.toContain('AK1*');
  });

  it('is read without complaint, whatever the headers say', () => {
    const garbage = fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)) });
    const value = fc.oneof(garbage, fc.string()).map((text) => text.replaceAll(/[*~:^]/g, ''));
    fc.assert(
      fc.property(value, value, value, value, value, (set, control, version, guide, group) => {
        const source = header(set, control, version)
          .replace('1*X*005010X222A1', `${group}*X*${guide}`)
          .replace('GE*1*1', `GE*1*${group}`);
        const { written, complaints } = answer(source);
        if (written.includes('AK1*')) expect(complaints).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
