import { date } from '@interspace/core/model/date';
import { packDiagnosis, unpackDiagnosis } from '@interspace/core/edits/agency/packed-code';
import { openDiagnoses } from '../tables/open-diagnoses.ts';
import { TableWriter } from '../tables/table-writer.ts';
import { type EditionName, fiscalYear, nameEdition, yearFromName } from './edition-name.ts';
import { type BuiltTable, type ImportJob, pick } from './job.ts';
import { LineReader, readable } from './lines.ts';
import { RowFaults, truncatedFile, wrongFile } from './refusal.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

export interface OrderEntry {
  readonly billable: boolean;
  readonly title: string;
}
type Order = Map<number, OrderEntry>;

interface Change {
  readonly action: 'add' | 'delete' | 'revise';
  readonly packed: number;
  readonly entry: OrderEntry;
  readonly at: string;
}

/** `74719 codes in icd10cm_order_2026.txt` and the like, by year: billable codes and headings. */
type Totals = ReadonlyMap<string, number>;

interface Addenda {
  readonly changes: readonly Change[];
  readonly totals: Totals;
  readonly member: Member;
}

/** From here on every list ends with the codes for special purposes. */
const SPECIAL_PURPOSES = date('2020-10-01');

/** Since FY2026 the second character may be a letter too (QA0). */
const ROW = /^(\d{5}) ([A-Z][0-9A-Z]{2,6}) {1,5}([01]) (.{60}) (.*)$/;
const CHANGE = /^(Add|Delete|Revise from|Revise to): +([01]) ([A-Z][0-9A-Z]{2,6}) +(\S.*)$/;

/**
 * ICD-10-CM order file: which codes can be submitted and which are headings. With its addenda the two are compared,
 * and the year before is worked out by undoing the changes; addenda alone are applied to the edition already imported.
 */
export async function importDiagnoses(job: ImportJob): Promise<readonly BuiltTable[]> {
  const addenda: Addenda[] = [];
  const orders: { readonly order: Order; readonly member: Member }[] = [];
  for (const member of pick(job, /order/i)) {
    const lines = await allLines(member);
    const head = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
    if (CHANGE.test(head)) {
      const totals = readTotals(lines);
      if (totals.size === 0)
        throw truncatedFile(
          member.at,
          'The addenda do not end with their summary of codes and headers: the file is cut off.',
        );
      addenda.push({ changes: readAddenda(lines, member), totals, member });
    } else orders.push({ order: readOrder(lines, member), member });
  }
  if (orders.length > 1 || addenda.length > 1)
    throw wrongFile(job.names[0] ?? '', 'Give one fiscal year at a time: one order file, one addenda file.');
  const [order, change] = [orders[0], addenda[0]];
  if (order) return withOrder(job, order.order, order.member, change);
  if (change) return [await fromAddenda(job, change)];
  throw wrongFile(job.names[0] ?? '', 'The archive holds neither an order file nor its addenda.');
}

function withOrder(job: ImportJob, order: Order, member: Member, addenda: Addenda | undefined): BuiltTable[] {
  const name = nameYear(job, member);
  const codes = [...order.keys()].map(unpackDiagnosis);
  judgeExtent(job, member.at, 'icd10cm-order', codes);
  if (name.from >= SPECIAL_PURPOSES) judgeExtent(job, member.at, 'icd10cm-order-2021', codes);
  const built = [build(name, order, {})];
  if (!addenda) return built;
  judgeAgreement(order, addenda);
  const year = Number(name.edition.slice(2)) - 1;
  judgeTotals(order, addenda, year + 1);
  const before = new Map(order);
  for (const { action, packed } of addenda.changes) if (action === 'add') before.delete(packed);
  for (const { action, packed, entry } of addenda.changes) if (action === 'delete') before.set(packed, entry);
  judgeTotals(before, addenda, year);
  if (Number.isInteger(year))
    built.push(build(fiscalYear(year), before, { derivedFrom: `${name.edition} by undoing its addenda` }));
  return built;
}

async function fromAddenda(job: ImportJob, addenda: Addenda): Promise<BuiltTable> {
  const name = nameYear(job, addenda.member);
  const previous = `FY${Number(name.edition.slice(2)) - 1}`;
  const earlier = openDiagnoses(job.directory, previous);
  if (!earlier)
    throw wrongFile(
      addenda.member.at,
      `Addenda say only what changed, and the edition before (${previous}) is not imported.`,
      'Import the order file of either year first.',
    );
  const order: Order = new Map(earlier);
  for (const { action, packed, at } of addenda.changes)
    if (action === 'delete' && !order.delete(packed))
      throw wrongFile(
        at,
        `The addenda delete ${unpackDiagnosis(packed)}, which ${previous} does not have: they belong to another year.`,
      );
  for (const { action, packed, entry } of addenda.changes) if (action !== 'delete') order.set(packed, entry);
  judgeTotals(order, addenda, Number(name.edition.slice(2)));
  return build(name, order, { derivedFrom: `${previous} by applying addenda` });
}

function nameYear(job: ImportJob, member: Member): EditionName {
  return nameEdition(job.options, [member.name, ...job.names], (text) => {
    const year = yearFromName(text);
    return year === undefined ? undefined : fiscalYear(year);
  });
}

/** The addenda must describe this order file: what they add is in it as they say, what they only delete is not. */
function judgeAgreement(order: Order, addenda: Addenda): void {
  const added = new Map(
    addenda.changes.filter(({ action }) => action === 'add').map((change) => [change.packed, change]),
  );
  for (const { action, packed, entry, at } of addenda.changes) {
    const now = order.get(packed);
    if (action === 'add' && now?.billable !== entry.billable)
      throw wrongFile(
        at,
        `The addenda add ${unpackDiagnosis(packed)}, but the order file does not have it so: they belong to different years.`,
      );
    if (action === 'delete' && !added.has(packed) && now !== undefined)
      throw wrongFile(
        at,
        `The addenda delete ${unpackDiagnosis(packed)}, but the order file still has it: they belong to different years.`,
      );
  }
}

/** The addenda end with how many codes and headings each of the two years has: a second proof that all belongs together. */
function judgeTotals(order: Order, { totals, member }: Addenda, year: number): void {
  let billable = 0;
  for (const entry of order.values()) if (entry.billable) billable++;
  for (const [what, count] of [
    ['codes', billable],
    ['headers', order.size - billable],
  ] as const) {
    const told = totals.get(`${what} ${year}`);
    if (told !== count)
      throw wrongFile(
        member.at,
        `For ${year} there are ${count} ${what}, but the addenda speak of ${told ?? 'other years'}: they belong to different years, or a file is cut off.`,
      );
  }
}

function readTotals(lines: readonly Line[]): Totals {
  const totals = new Map<string, number>();
  for (const { text } of lines) {
    const found = /^\s*(\d+) (codes|headers) in icd10cm_order_(\d{4})/.exec(text);
    if (found) totals.set(`${found[2]} ${found[3]}`, Number(found[1]));
  }
  return totals;
}

interface Line {
  readonly text: string;
  readonly line: number;
}

async function allLines(member: Member): Promise<Line[]> {
  const reader = new LineReader(member);
  const all: Line[] = [];
  for await (const { lines, first } of reader.batches())
    for (const [index, text] of lines.entries()) all.push({ text, line: first + index });
  // Both files end every line; a title cut short would still look like a title.
  if (reader.unterminated)
    throw truncatedFile(`${member.at}:${all.at(-1)?.line ?? 1}`, 'The last line has no line end: the file is cut off.');
  return all;
}

function readOrder(lines: readonly Line[], member: Member): Order {
  const order: Order = new Map();
  const faults = new RowFaults();
  let expected = 1;
  for (const { text, line } of lines) {
    if (text.trim() === '') continue;
    const at = `${member.at}:${line}`;
    const found = ROW.exec(text);
    if (!found) {
      if (order.size === 0)
        throw wrongFile(
          at,
          'This is not an ICD-10-CM order file: a line is an order number, a code, 0 or 1, and two titles at fixed places.',
          'Take icd10cm_order_YYYY.txt, not icd10cm_codes_YYYY.txt.',
        );
      faults.add(at, 'The line does not have the layout of an order file.');
      continue;
    }
    if (Number(found[1]) !== expected)
      faults.add(
        at,
        `Order number ${found[1]} where ${String(expected).padStart(5, '0')} belongs: lines are missing or mixed up.`,
      );
    expected = Number(found[1]) + 1;
    order.set(packDiagnosis(found[2]!), { billable: found[3] === '1', title: readable(found[5]!.trim()) });
  }
  faults.throwIfAny(member.at);
  if (order.size === 0) throw wrongFile(member.at, 'The file holds no code.');
  return order;
}

function readAddenda(lines: readonly Line[], member: Member): Change[] {
  const changes: Change[] = [];
  for (const { text, line } of lines) {
    const found = CHANGE.exec(text);
    // After the changes stands a summary in words and numbers.
    if (!found) {
      if (text.trim() === '' || /^(Codes|Headers|of which| +\d+ )/.test(text)) continue;
      throw wrongFile(`${member.at}:${line}`, 'The line is neither a change nor part of the summary.');
    }
    if (found[1] === 'Revise from') continue;
    const action = found[1] === 'Add' ? 'add' : found[1] === 'Delete' ? 'delete' : 'revise';
    const rest = found[4]!;
    const title = readable((rest.length > 61 ? rest.slice(61) : rest).trim());
    changes.push({
      action,
      packed: packDiagnosis(found[3]!),
      entry: { billable: found[2] === '1', title },
      at: `${member.at}:${line}`,
    });
  }
  return changes;
}

function build(name: EditionName, order: Order, attributes: Record<string, string>): BuiltTable {
  const sorted = [...order].toSorted(([a], [b]) => a - b);
  const billable = sorted.filter(([, entry]) => entry.billable).length;
  return {
    kind: 'icd10cm-order',
    name,
    counts: { rows: sorted.length, billable, headers: sorted.length - billable },
    attributes,
    writer: new TableWriter()
      .add(
        'codes',
        Float64Array.from(sorted, ([packed]) => packed),
      )
      .add(
        'billable',
        Uint8Array.from(sorted, ([, entry]) => (entry.billable ? 1 : 0)),
      )
      .addWordedTexts(
        'titles',
        sorted.map(([, entry]) => entry.title),
      ),
  };
}
