import { describe, expect, it } from 'vitest';
import { NO_LAST_DAY } from '@interspace/core/edits/agency/pair-table';
import { packDiagnosis } from '@interspace/core/edits/agency/packed-code';
import { date, dayNumber } from '@interspace/core/model/date';
import { chooseEdition } from '../tables/editions.ts';
import { codesInNote } from './codes-in-note.ts';
import { dayFrom, dayFromOrdinal } from './dates.ts';
import { quarterFromName } from './edition-name.ts';

describe('dates as the agencies write them', () => {
  const july = dayNumber(date('2024-07-01'));
  it.each([
    ['20240701', july],
    ['2024-07-01', july],
    ['7/1/2024', july],
    ['45474', july],
    ['', NO_LAST_DAY],
    ['*', NO_LAST_DAY],
    ['99991231', NO_LAST_DAY],
    ['20240230', Number.NaN],
    ['2024', Number.NaN],
    ['July', Number.NaN],
  ])('"%s"', (text, day) => {
    expect(dayFrom(text)).toBe(day);
  });
  it.each([
    ['2026091', dayNumber(date('2026-04-01'))],
    ['2024366', dayNumber(date('2024-12-31'))],
    ['2023366', Number.NaN],
    ['2026000', Number.NaN],
    ['       ', NO_LAST_DAY],
  ])('day of the year "%s"', (text, day) => {
    expect(dayFromOrdinal(text)).toBe(day);
  });
});

describe('quarters in file names', () => {
  it.each([
    ['ccipra-v313r0-f1.TXT', '2025Q4'],
    ['ccioph-v323r0-f4.xlsx', '2026Q4'],
    ['medicare-ncci-2026-q4-practitioner-services-mue-table.zip', '2026Q4'],
    ['MCR_MUE_PractitionerServices_Eff_07-01-2026.csv', '2026Q3'],
    ['AOC_V2026Q2-F-MCR.txt', '2026Q2'],
    ['PPRRVU2026_Oct_nonQPP.csv', '2026Q4'],
    ['rvu26d-updated-08-26-2026.zip', '2026Q4'],
    ['HCPC2026_JAN_ANWEB_12292025.xlsx', '2026Q1'],
    ['ZIP5_OCT2025.txt', '2025Q4'],
    ['ptp_practitioner_2024Q3.dev.csv.gz', '2024Q3'],
    ['something.txt', undefined],
  ])('%s', (name, edition) => {
    expect(quarterFromName(name)?.edition).toBe(edition);
  });
});

describe('codes in a note of the tabular list', () => {
  const names = (note: string, code: string) =>
    codesInNote(note).some(({ from, end }) => from <= packDiagnosis(code) && packDiagnosis(code) < end);
  it.each([
    ['invented disorder (F45.41)', 'F45.41', 'F45.42'],
    ['invented disorder (M51.2-)', 'M51.26', 'M51.36'],
    ['invented disorders (S25.09, S35.09)', 'S35.09XA', 'S35.08'],
    ['invented disorders (F01-F09)', 'F09', 'F10'],
    ['invented loss as classified in H90.-', 'H90.3', 'H91'],
    ['invented disease of the back NOS (M51.- with fifth character 6)', 'M51.26', 'M51.24'],
    ['invented diabetes (E08-E13 with .42)', 'E11.42', 'E11.41'],
    ['invented sequel (I69. with final characters -23)', 'I69.323', 'I69.321'],
  ])('%s', (note, named, other) => {
    expect([names(note, named), names(note, other)]).toEqual([true, false]);
  });
  it.each([
    'vitamin B12 shortage',
    'open fracture (S62.- with 7th character B)',
    'poisoning (T36-T50 with fifth or sixth character 6)',
    'code to condition',
  ])('nothing certain: %s', (note) => {
    expect(codesInNote(note)).toEqual([]);
  });
});

describe('the edition for a date of service', () => {
  const editions = [
    { effective: { from: date('2024-07-01'), through: date('2024-09-30') } },
    { effective: { from: date('2026-10-01'), through: date('2026-12-31') } },
  ];
  it.each([
    ['2024-06-30', '2024-07-01', 'newer-than-service'],
    ['2024-07-01', '2024-07-01', 'in-force'],
    ['2024-09-30', '2024-07-01', 'in-force'],
    ['2024-10-01', '2024-07-01', 'older-than-service'],
    ['2026-10-01', '2026-10-01', 'in-force'],
    ['2027-01-01', '2026-10-01', 'older-than-service'],
  ])('%s', (on, from, fit) => {
    const chosen = chooseEdition(editions, date(on));
    expect([chosen?.edition.effective.from, chosen?.fit]).toEqual([from, fit]);
  });
  it('is none where nothing is imported', () => expect(chooseEdition([], date('2026-01-01'))).toBeUndefined());
});
