import { describe, expect, it } from 'vitest';
import { FeeTable } from '@interspace/core/edits/agency/fee-table';
import { LocalityTable, ZipTable } from '@interspace/core/edits/agency/locality-table';
import { date } from '@interspace/core/model/date';
import { allowedAmounts } from '@interspace/core/pricing/allowed-amounts';
import type { TableKind } from '../tables/directory.ts';
import { openTables } from '../tables/open-tables.ts';
import { type ImportKind, importTable } from './import-table.ts';
import { onShelf, shelfFile, shelfLines, temporaryFolder } from './testing/shelf.ts';

const RVU = 'fees/PPRRVU2025_Oct.csv.gz';
const RVU_TEXT = 'fees/PPRRVU2025_Oct.txt.gz';
const GPCI = 'fees/GPCI2025.csv';
const GPCI_TEXT = 'fees/GPCI2025.txt';
const ANES = 'fees/ANES2025.csv';
const ZIP5 = 'fees/ZIP5_OCT2025.txt.gz';

async function imported(kind: ImportKind, file: string, options: { readonly edition?: string } = {}) {
  const directory = temporaryFolder();
  const result = await importTable(kind, [shelfFile(file)], { directory, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const opened = openTables(directory).on(kind as TableKind, date('2025-10-15'));
  return (opened.ok ? opened.value : undefined)!;
}

describe('relative values', () => {
  it.skipIf(!onShelf(RVU, RVU_TEXT))(
    'are the same from the CSV and from the fixed-width text, row by row',
    async () => {
      const [csv, text] = [await imported('pprrvu', RVU), await imported('pprrvu', RVU_TEXT)];
      expect([csv.info.edition, csv.info.effective.from]).toEqual(['2025Q4', '2025-10-01']);
      const [one, other] = [new FeeTable(csv.file), new FeeTable(text.file)];
      expect(one.size).toBe(19_090);
      expect(other.size).toBe(one.size);
      expect(one.conversionFactor).toBe(323_465);
      let differing = 0;
      for (let row = 0; row < one.size; row++)
        if (JSON.stringify(one.at(row)) !== JSON.stringify(other.at(row))) differing++;
      expect(differing).toBe(0);
    },
  );

  it.skipIf(!onShelf(RVU))('are those of the file, row by row', async () => {
    const table = new FeeTable((await imported('pprrvu', RVU)).file);
    const rows = shelfLines(RVU)
      .slice(10)
      .map((line) => line.replace(/"[^"]*"/g, 'text').split(','));
    for (const [
      code,
      modifier,
      ,
      status,
      ,
      work,
      nonFacility,
      ,
      facility,
      ,
      malpractice,
      ,
      ,
      components,
      global,
    ] of rows) {
      const row = table.find(code!, modifier);
      const got = row && [
        row.status,
        row.work,
        row.nonFacilityExpense,
        row.facilityExpense,
        row.malpractice,
        row.components,
        row.global,
      ];
      const hundredths = (text: string | undefined) => Math.round(Number(text) * 100);
      const wanted = [
        status,
        hundredths(work),
        hundredths(nonFacility),
        hundredths(facility),
        hundredths(malpractice),
        Number(components),
        global,
      ];
      if (JSON.stringify(got) !== JSON.stringify(wanted))
        throw new Error(`${code} ${modifier}: ${JSON.stringify(got)} is not ${JSON.stringify(wanted)}`);
    }
  });
});

describe('allowed amounts of 2025', () => {
  const houston = ['04412', '18'];
  const manhattan = ['13202', '01'];
  const florida = ['09102', '99'];
  const alabama = ['10112', '00'];
  const ohio = ['15202', '00'];

  it.skipIf(!onShelf(RVU, GPCI))(
    'agree with worked amounts in five localities, and with the agency’s own in five more',
    async () => {
      const [rvu, gpci] = [await imported('pprrvu', RVU), await imported('gpci', GPCI)];
      const [fees, places] = [new FeeTable(rvu.file), new LocalityTable(gpci.file)];
      const amount = (code: string, [carrier, locality]: readonly string[], setting: 'facility' | 'non-facility') => {
        const indices = places.indices(carrier!, locality!)!;
        const find = (service: string, component: string) => fees.find(service, component);
        const [line] = allowedAmounts([{ code, modifiers: [], units: 1 }], {
          find,
          indices,
          factor: fees.conversionFactor,
          setting,
          modifiers: { means: {}, conflicts: [] },
        });
        return line!.amount === undefined ? line!.notPriced : line!.amount / 100;
      };
      const worked: [string, (readonly [number, number])[]][] = [
        [
          '64483',
          [
            [239.62, 110.81],
            [271.66, 121.92],
            [228.38, 107.67],
            [211.73, 100.13],
            [221.22, 104.23],
          ],
        ],
        [
          '62323',
          [
            [250.42, 99.23],
            [284.59, 108.83],
            [238.39, 96.7],
            [220.48, 89.49],
            [230.69, 93.37],
          ],
        ],
        [
          '64493',
          [
            [175.24, 91.21],
            [198.22, 100.53],
            [167.44, 88.69],
            [154.46, 81.66],
            [161.78, 85.45],
          ],
        ],
        [
          '64635',
          [
            [426.76, 192.19],
            [484.06, 211.37],
            [406.66, 186.83],
            [376.73, 173.5],
            [393.78, 180.73],
          ],
        ],
        [
          '63650',
          [
            [2146.8, 418.21],
            [2469.84, 460.33],
            [2027.33, 407.32],
            [1870.95, 373.3],
            [1961.61, 391.58],
          ],
        ],
        [
          '20610',
          [
            [65.58, 46.11],
            [73.4, 50.77],
            [63.34, 45.1],
            [57.21, 40.34],
            [60.54, 42.86],
          ],
        ],
      ];
      for (const [code, amounts] of worked)
        for (const [index, place] of [houston, manhattan, florida, alabama, ohio].entries())
          expect([code, place, amount(code, place, 'non-facility'), amount(code, place, 'facility')]).toEqual([
            code,
            place,
            ...amounts[index]!,
          ]);
      for (const [locality, published] of [
        ['05', 1339.81],
        ['09', 1354.42],
        ['51', 1238.71],
        ['52', 1340.22],
        ['53', 1237.87],
      ] as const)
        expect([locality, amount('76145', ['01112', locality], 'non-facility')]).toEqual([locality, published]);
    },
  );
});

describe('localities', () => {
  it.skipIf(!onShelf(GPCI, GPCI_TEXT))('are the same from the CSV and from the text', async () => {
    const [csv, text] = [
      new LocalityTable((await imported('gpci', GPCI)).file),
      new LocalityTable((await imported('gpci', GPCI_TEXT)).file),
    ];
    expect([csv.size, text.size]).toEqual([109, 109]);
    for (const line of shelfLines(GPCI).filter((row) => /^\d{5},/.test(row))) {
      const [carrier, locality] = [line.slice(0, 5), line.slice(9, 11)];
      expect(csv.indices(carrier, locality)).toEqual(text.indices(carrier, locality));
    }
    expect(csv.indices('02102', '01')).toEqual({ work: 1500, expense: 1081, malpractice: 592 });
  });

  it.skipIf(!onShelf(ANES))('have their anesthesia factors', async () => {
    const table = new LocalityTable((await imported('anes', ANES)).file);
    expect([table.size, table.anesthesiaFactor('10112', '00'), table.anesthesiaFactor('02102', '01')]).toEqual([
      109, 193_100, 278_600,
    ]);
  });

  it.skipIf(!onShelf(ZIP5))('are found for every ZIP code of the file', async () => {
    const table = new ZipTable((await imported('zip5', ZIP5)).file);
    const lines = shelfLines(ZIP5);
    expect(table.size).toBe(lines.length);
    for (const line of lines) {
      const found = table.find(line.slice(2, 7));
      if (`${found?.state}${line.slice(2, 7)}${found?.carrier}${found?.locality}` !== line.slice(0, 14))
        throw new Error(line.slice(0, 14));
      if (found?.needsExtension !== (line[20] === '1')) throw new Error(line.slice(0, 21));
    }
    expect(table.find('00000')).toBeUndefined();
  });
});
