import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareEdits(library);

/** `64615 x1; J0585-JZ x200` → a claim of one day. */
function claim(text: string, more: Partial<Claim> = {}, on = '2026-04-10'): Claim {
  const lines = text.split(';').map((part, index): ClaimLine => {
    const [service = '', units = 'x1'] = part.trim().split(/\s+/);
    const [code = '', ...modifiers] = service.split('-');
    return { number: index + 1, code, modifiers, units: Number(units.slice(1)), from: date(on), pointers: [1] };
  });
  return { id: 'c1', type: 'professional', placeOfService: '11', diagnoses: ['G24.3'], lines, ...more };
}

function ids(text: string, more: Partial<Claim> = {}, on?: string): string[] {
  const found = scrub(claim(text, more, on), { payer: 'medicare' }, law).map((one) => one.id.replace('edit/', ''));
  return [...new Set(found)].toSorted();
}

type Case = [rule: string, lines: string, expected: readonly string[], more?: Partial<Claim>, on?: string];

describe('acupuncture and needling', () => {
  it.each<Case>([
    ['ACU-09 two initial codes', '97810 x1; 97813 x1', ['pair/never']],
    ['ACU-09 two units of one', '97810 x2', ['units/day-absolute']],
    ['ACU-10', '97811 x1', ['add-on/no-primary']],
    ['mixed session', '97813 x1; 97811 x1', []],
    ['ACU-11', '97810 x1; 97811 x3', ['units/day']],
    ['ACU-11 at the value', '97810 x1; 97811 x2', []],
    ['ACU-14', '20560 x1; 97813 x1', ['pair/never']],
    ['ACU-15', '20560 x1; 20561 x1', ['pair/never']],
    ['ACU-16', '20552 x1; 20560 x1', ['pair/distinct']],
    ['ACU-17', '97810 x1', ['needling/own-claim'], { rendering: { taxonomy: '171100000X' } }],
    ['ACU-17 a physician', '97810 x1', [], { rendering: { taxonomy: '207Q00000X' } }],
  ])('%s: %s', (_, text, expected, more, on) => {
    expect(ids(text, more, on)).toEqual(expected);
  });
});

describe('botulinum toxin', () => {
  const mine = 'J0585-JZ x200';
  it.each<Case>([
    ['BTX-01', '64613 x1; J0585-JZ x100', ['code/ended']],
    ['BTX-02 no drug', '64616-RT x1', ['toxin/no-drug']],
    ['BTX-02 in a facility the drug is elsewhere', '64616-RT x1', [], { placeOfService: '22' }],
    ['BTX-02 no injection', mine, ['toxin/no-injection']],
    ['BTX-05 the day before', '64616-RT x1; J0589-JZ x100', ['code/not-yet-valid'], {}, '2024-03-31'],
    ['BTX-05 the first day', '64616-RT x1; J0589-JZ x100', [], {}, '2024-04-01'],
    ['BTX-06', '64616-RT x1; J0585 x100', ['drug/waste-not-told']],
    ['BTX-06 with waste', '64616-RT x1; J0585 x80; J0585-JW x20', []],
    ['BTX-07', '64616-RT x1; J0585-JZ x100; J0585-JW x20', ['drug/containers', 'drug/waste-and-none']],
    ['BTX-09', '64615 x1; J0585 x155; J0585-JW x30', ['drug/containers']],
    ['BTX-09 the right sum', '64615 x1; J0585 x155; J0585-JW x45', []],
    ['BTX-09 nothing left of a part', '64615 x1; J0585-JZ x155', ['drug/no-waste-part']],
    ['BTX-09 a vial of 500 of the second product', '64642 x1; J0586-JZ x100', []],
    ['BTX-10', '64616-RT x1; J0585-JZ x650', ['units/day']],
    ['BTX-11 both sides are inside', `64615-50 x1; ${mine}`, ['side/both-priced']],
    ['BTX-11 twice', `64615 x2; ${mine}`, ['units/day-absolute']],
    ['BTX-12', `64615 x1; 64612-RT x1; ${mine}`, ['pair/never']],
    ['BTX-13', `64615 x1; 64642 x1; ${mine}`, ['pair/distinct']],
    ['BTX-14', `64644 x1; 64642 x1; ${mine}`, ['pair/never']],
    ['BTX-15', `64642 x1; 64645 x1; ${mine}`, ['add-on/no-primary']],
    ['BTX-16', `64643 x1; ${mine}`, ['add-on/no-primary']],
    ['BTX-17', `64644 x1; 64643 x2; 64645 x2; ${mine}`, ['toxin/too-many-limbs']],
    ['BTX-17 four limbs', `64644 x1; 64643 x2; 64645 x1; ${mine}`, []],
    ['BTX-18', `64646 x1; 64647 x1; ${mine}`, ['pair/never']],
    ['BTX-19', `64616-RT x1; 95873 x1; 95874 x1; ${mine}`, ['pair/never']],
    ['BTX-20', '95874 x1', ['add-on/no-primary']],
    ['BTX-21', `64617-RT x1; 95874 x1; ${mine}`, ['add-on/no-primary', 'pair/never']],
    ['BTX-27 the last day', `64642 x1; ${mine}`, [], { diagnoses: ['G35'] }, '2025-09-30'],
    ['BTX-27', `64642 x1; ${mine}`, ['diagnosis/not-billable'], { diagnoses: ['G35'] }, '2025-10-01'],
    ['BTX-32', `64616-RT x1; 99213 x1; ${mine}`, ['visit/same-day']],
    ['case 50: vials counted', '64616-RT x1; J0585-JZ x2', ['drug/dose-too-small', 'drug/no-waste-part']],
    ['a few units to the larynx are usual', '64617-RT x1; J0585 x3; J0585-JW x47', []],
  ])('%s: %s', (_, text, expected, more, on) => {
    expect(ids(text, more, on)).toEqual(expected);
  });
});
