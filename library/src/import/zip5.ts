import { packShort } from '@interspace/core/edits/agency/packed-code';
import { TableWriter } from '../tables/table-writer.ts';
import { nameEdition, quarter, quarterFromName } from './edition-name.ts';
import { type BuiltTable, type ImportJob, pick } from './job.ts';
import { LineReader } from './lines.ts';
import { RowFaults, truncatedFile, wrongFile } from './refusal.ts';
import { judgeExtent } from './whole-list.ts';

const ROW = /^([A-Z]{2})(\d{5})(\d{5})([0-9A-Z]{2})([ RB])/;
const RECORD_LENGTH = 80;

/** Five-digit ZIP codes → carrier and locality. Fixed width, no header; the quarter stands at the end of each row. */
export async function importZips(job: ImportJob): Promise<readonly BuiltTable[]> {
  const [member, ...others] = pick(job, /zip5/i);
  if (!member || others.length > 0) throw wrongFile(job.names[0] ?? '', 'Give one ZIP code file.');
  const reader = new LineReader(member);
  const faults = new RowFaults();
  const rows: {
    readonly zip: number;
    readonly state: string;
    readonly carrier: string;
    readonly locality: string;
    readonly extension: boolean;
  }[] = [];
  const quarters = new Set<string>();
  for await (const { lines, first } of reader.batches()) {
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line === '\u001a') continue;
      const at = `${member.at}:${first + index}`;
      const found = ROW.exec(line);
      if (!found && rows.length === 0)
        throw wrongFile(
          at,
          'This is not the ZIP code to carrier locality file: a row is state, ZIP, carrier, locality at fixed places.',
          'Take ZIP5_MMMYYYY.txt, not the nine-digit file and not the layout.',
        );
      if (!found || line.length < RECORD_LENGTH) faults.add(at, 'The row does not have the layout of the file.');
      else
        rows.push({
          zip: Number(found[2]),
          state: found[1]!,
          carrier: found[3]!,
          locality: found[4]!,
          extension: line[20] === '1',
        });
      quarters.add(line.slice(75, 80));
    }
  }
  if (reader.unterminated) throw truncatedFile(member.at, 'The last line has no line end: the file is cut off.');
  faults.throwIfAny(member.at);
  if (rows.length === 0) throw wrongFile(member.at, 'The file holds no ZIP code.');
  judgeExtent(
    job,
    member.at,
    'zip5',
    rows.map(({ state, zip }) => `${state}${String(zip).padStart(5, '0')}`),
  );
  const sorted = rows.toSorted((a, b) => a.zip - b.zip);
  if (sorted.some((row, index) => row.zip === sorted[index - 1]?.zip))
    throw wrongFile(member.at, 'A ZIP code stands twice in the file.');
  const [stated] = quarters;
  const found = quarters.size === 1 ? /^(20\d{2})([1-4])$/.exec(stated!) : null;
  const names = found ? [quarter(Number(found[1]), Number(found[2])).edition, ...job.names] : job.names;
  return [
    {
      kind: 'zip5',
      name: nameEdition(job.options, names, quarterFromName),
      counts: { rows: sorted.length },
      attributes: {},
      writer: new TableWriter()
        .add(
          'zips',
          Int32Array.from(sorted, ({ zip }) => zip),
        )
        .add(
          'states',
          Int32Array.from(sorted, ({ state }) => packShort(state)),
        )
        .add(
          'carriers',
          Int32Array.from(sorted, ({ carrier }) => packShort(carrier)),
        )
        .add(
          'localities',
          Int32Array.from(sorted, ({ locality }) => packShort(locality)),
        )
        .add(
          'extension',
          Uint8Array.from(sorted, ({ extension }) => (extension ? 1 : 0)),
        ),
    },
  ];
}
