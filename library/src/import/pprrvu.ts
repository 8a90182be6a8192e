import { FEE_FLAGS, FEE_SMALL, FEE_VALUES } from '@interspace/core/edits/agency/fee-table';
import { packCode, packShort } from '@interspace/core/edits/agency/packed-code';
import { TableWriter } from '../tables/table-writer.ts';
import { nameEdition, quarterFromName } from './edition-name.ts';
import { type BuiltTable, type ImportJob, pick } from './job.ts';
import { RowFaults, truncatedFile, wrongFile } from './refusal.ts';
import { type RvuRow, rvuRows } from './pprrvu-rows.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

/**
 * The relative value file of a release. Since 2026 it comes twice, for qualifying participants (QPP) and for everybody
 * else (nonQPP); the two differ in the conversion factor and become two tables.
 */
export async function importRelativeValues(job: ImportJob): Promise<readonly BuiltTable[]> {
  const built: BuiltTable[] = [];
  for (const member of pick(job, /pprrvu/i)) built.push(await importOne(job, member));
  if (new Set(built.map(({ kind }) => kind)).size < built.length)
    throw wrongFile(
      job.names[0] ?? '',
      'Two files of the same kind are given: one QPP and one nonQPP file make a release.',
    );
  return built;
}

async function importOne(job: ImportJob, member: Member): Promise<BuiltTable> {
  const faults = new RowFaults();
  const { rows, unterminated, title = '' } = await rvuRows(member, faults);
  faults.throwIfAny(member.at);
  if (unterminated) throw truncatedFile(member.at, 'The last line has no line end: the file is cut off.');
  judgeExtent(
    job,
    member.at,
    'pprrvu',
    rows.map(({ code }) => code),
  );
  const factors = new Set(rows.map((row) => row.factor).filter((factor) => factor > 0));
  if (factors.size !== 1)
    throw wrongFile(member.at, `The file has ${factors.size} different conversion factors where one belongs.`);
  const sorted = rows.toSorted(
    (a, b) => packCode(a.code) - packCode(b.code) || packShort(a.modifier) - packShort(b.modifier),
  );
  const twice = sorted.find(
    (row, index) => index > 0 && row.code === sorted[index - 1]!.code && row.modifier === sorted[index - 1]!.modifier,
  );
  if (twice) throw wrongFile(twice.at, `${twice.code} ${twice.modifier} stands twice in the file.`);
  return {
    kind: /(?<!non[-_ ]?)qpp/i.test(member.name) ? 'pprrvu-qp' : 'pprrvu',
    name: nameEdition(job.options, [member.name, ...job.names, titled(title)], quarterFromName),
    counts: { rows: sorted.length, codes: new Set(sorted.map((row) => row.code)).size },
    attributes: { conversionFactor: [...factors][0]! },
    writer: write(sorted),
  };
}

/** `2025 National Physician Fee Schedule Relative Value File October Release` as a file name would have it. */
function titled(text: string): string {
  const found = /(20\d{2}) National Physician Fee Schedule.*?\b(January|April|July|October) Release/i.exec(text);
  return found ? `${found[1]}_${found[2]!.slice(0, 3)}` : '';
}

function write(rows: readonly RvuRow[]): TableWriter {
  const values = new Int32Array(rows.length * FEE_VALUES.length);
  const small = new Uint8Array(rows.length * FEE_SMALL.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, name] of FEE_VALUES.entries()) values[index * FEE_VALUES.length + column] = row[name];
    for (const [column, name] of FEE_SMALL.entries()) {
      const value =
        name === 'status'
          ? row.status.charCodeAt(0)
          : name === 'flags'
            ? (row.nonFacilityNotApplicable ? FEE_FLAGS.nonFacilityNA : 0) |
              (row.facilityNotApplicable ? FEE_FLAGS.facilityNA : 0)
            : row[name];
      small[index * FEE_SMALL.length + column] = value;
    }
  }
  return new TableWriter()
    .add(
      'codes',
      Int32Array.from(rows, (row) => packCode(row.code)),
    )
    .add(
      'modifiers',
      Int32Array.from(rows, (row) => packShort(row.modifier)),
    )
    .add('values', values)
    .add('small', small)
    .add(
      'global',
      Int32Array.from(rows, (row) => packShort(row.global)),
    )
    .add(
      'endoscopy',
      Int32Array.from(rows, (row) => packCode(row.endoscopyBase ?? '')),
    );
}
