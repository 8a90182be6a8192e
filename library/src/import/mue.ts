import { packCode, unpackCode } from '@interspace/core/edits/agency/packed-code';
import type { TableKind } from '../tables/directory.ts';
import { TableWriter } from '../tables/table-writer.ts';
import { nameEdition, quarterFromName } from './edition-name.ts';
import { type Bare, type Wanted, isBlank, readHeaded, warnUnterminated } from './header-row.ts';
import { type BuiltTable, type ImportJob, type Setting, settingFromName, settingOf } from './job.ts';
import { codeHint } from './ncci-ptp.ts';
import { RowFaults, truncatedFile } from './refusal.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

const COLUMNS: Wanted<'code' | 'units' | 'adjudication' | 'rationale'> = {
  code: { labels: [/^hcpcs cpt code$/, /^hcpcs code$/, /^code$/] },
  units: { labels: [/mue values?$/, /^mue units$/] },
  adjudication: { labels: [/^mue adjudication indicator$/, /^mue mai$/, /^mai$/] },
  rationale: { labels: [/^mue rationale$/, /^rationale$/] },
};

const BARE: Bare<keyof typeof COLUMNS> = {
  columns: ['code', 'units', 'adjudication', 'rationale'],
  row: [/^[0-9A-Z]{5}$/, /^\d{1,6}$/, /^[123]\b/, /./],
};

const KINDS: Readonly<Record<Setting, TableKind>> = {
  practitioner: 'mue-practitioner',
  hospital: 'mue-hospital',
  dme: 'mue-dme',
};

interface Limit {
  readonly code: number;
  readonly units: number;
  readonly adjudication: number;
  readonly rationale: number;
}

/** Medically unlikely edits: units by code, for practitioners, hospitals or suppliers. One edition a file. */
export async function importUnits(job: ImportJob): Promise<readonly BuiltTable[]> {
  const built: BuiltTable[] = [];
  for (const member of job.members) built.push(await importOne(job, member));
  return built;
}

async function importOne(job: ImportJob, member: Member): Promise<BuiltTable> {
  const { rows, column, unterminated, labels } = await readHeaded(
    member,
    COLUMNS,
    'a table of medically unlikely edits',
    BARE,
  );
  const faults = new RowFaults();
  const limits = new Map<number, Limit>();
  const rationales: string[] = [];
  let service: string | undefined;
  for (const row of rows) {
    if (isBlank(row)) continue;
    const at = `${member.at}:${row.line}`;
    const cell = (index: number) => (row.cells[index] ?? '').trim();
    const code = packCode(cell(column.code));
    const [units, adjudication] = [cell(column.units), cell(column.adjudication).slice(0, 1)];
    if (code < 0) faults.add(at, `"${cell(column.code)}" is not a five-character code.`, codeHint(cell(column.code)));
    else if (!/^\d{1,6}$/.test(units)) faults.add(at, `The limit is "${units}", not a whole number of units.`);
    else if (!/^[123]$/.test(adjudication))
      faults.add(at, `The adjudication indicator is "${cell(column.adjudication)}"; it begins with 1, 2 or 3.`);
    else if (limits.has(code)) faults.add(at, `Code ${cell(column.code)} has two limits in this file.`);
    else
      limits.set(code, {
        code,
        units: Number(units),
        adjudication: Number(adjudication),
        rationale: intern(rationales, cell(column.rationale)),
      });
    service ??= cell(labels.indexOf('mue service'));
  }
  if (unterminated) judgeEnd(member, rationales, rows.at(-1)!.cells[column.rationale]);
  faults.throwIfAny(member.at);
  warnUnterminated(job, member, unterminated);
  const seen =
    settingFromName(labels[column.units] ?? '') ?? settingFromName(service ?? '') ?? settingFromName(member.name);
  const setting = job.options.setting ?? seen ?? settingOf(job);
  // Where the list for suppliers ends is not known.
  if (setting !== 'dme')
    judgeExtent(
      job,
      member.at,
      'mue',
      [...limits.keys()].map((code) => unpackCode(code)),
    );
  const sorted = [...limits.values()].toSorted((a, b) => a.code - b.code);
  return {
    kind: KINDS[setting],
    name: nameEdition(job.options, [member.name, ...job.names], quarterFromName),
    counts: { rows: sorted.length, codes: sorted.length },
    attributes: { rationales },
    writer: new TableWriter()
      .add(
        'codes',
        Int32Array.from(sorted, (limit) => limit.code),
      )
      .add(
        'units',
        Uint32Array.from(sorted, (limit) => limit.units),
      )
      .add(
        'adjudication',
        Uint8Array.from(sorted, (limit) => limit.adjudication),
      )
      .add(
        'rationale',
        Uint8Array.from(sorted, (limit) => limit.rationale),
      ),
  };
}

function judgeEnd(member: Member, rationales: readonly string[], last: string | undefined): void {
  const text = last?.trim();
  if (text === undefined || rationales.some((other) => other !== text && other.startsWith(text)))
    throw truncatedFile(member.at, 'The last line stops in the middle: the file is cut off.');
}

export function intern(list: string[], text: string): number {
  const at = list.indexOf(text);
  return at < 0 ? list.push(text) - 1 : at;
}
