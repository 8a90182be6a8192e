import { LEFT, MOST_CHILDREN, RIGHT, type DiagnosisSheet, type DiagnosisYear } from '../diagnosis-sheet.ts';
import { BIT } from '../modifier-bits.ts';
import { report, type Line, type Scope } from '../scope.ts';
import { trapOn } from './diagnoses.ts';
import { editionInWords } from '../tables/editions.ts';
import { editionOf } from '../agency/as-law.ts';

const SHOWN = MOST_CHILDREN - 1;

/** What the agency's files of the fiscal year say: billable, heading or absent; order; side; codes that exclude each other. */
export function checkDiagnosisTables(scope: Scope): void {
  const { claim, lines, law } = scope;
  const first = lines.find((line) => line.day >= 0);
  if (!first || claim.diagnoses.length === 0) return;
  const year = law.years.on(first.day);
  checkLaterYears(scope, first);
  if (year) {
    const sheets = claim.diagnoses.map((code) => year.sheet(code));
    for (const [index, sheet] of sheets.entries())
      if (sheet.status !== 'billable') reportStatus(scope, first, year, sheet, index + 1);
    const [principal] = sheets;
    if (principal?.manifestation && sheets.length > 0)
      report(
        scope,
        'diagnosis/manifestation-first',
        { field: 'diagnoses', on: first.raw.from },
        { code: principal.code, edition: year.edition },
      );
    for (const line of lines) checkSide(scope, line, sheets);
  }
  if (claim.diagnoses.length > 1) checkConflicts(scope, first);
}

/**
 * Lines of another fiscal year than the first one: what they point at has to be billable in theirs too. A code that is a heading
 * in both was told for the first.
 */
function checkLaterYears(scope: Scope, first: Line): void {
  const { claim, lines, law } = scope;
  const told = new Set<string>();
  for (const line of lines) {
    if (line.day < 0 || line.day === first.day) continue;
    const year = law.years.on(line.day);
    if (!year || year === law.years.on(first.day)) continue;
    for (const pointer of line.raw.pointers) {
      const code = claim.diagnoses[pointer - 1];
      if (code === undefined || told.has(code)) continue;
      told.add(code);
      const sheet = year.sheet(code);
      if (sheet.status !== 'billable' && !isTold(scope, first, sheet)) reportStatus(scope, line, year, sheet, pointer);
    }
  }
}

/** Whether the same was said of a code for the first line: by the file of its year, or by the short list where there is none. */
function isTold({ law }: Scope, first: Line, { code, status }: DiagnosisSheet): boolean {
  const year = law.years.on(first.day);
  if (year) return year.sheet(code).status === status;
  return first.raw.from !== undefined && trapOn(law, code, first.raw.from) !== undefined;
}

function reportStatus(
  scope: Scope,
  first: Line,
  year: DiagnosisYear,
  { code, status }: DiagnosisSheet,
  nth: number,
): void {
  const children = year.children(code);
  // A heading whose codes all have seven characters lacks the seventh, perhaps with an X before it.
  const long = children.length > 0 && children.every((child) => child.replace('.', '').length === 7);
  const id = status === 'absent' ? 'diagnosis/absent' : long ? 'diagnosis/seventh' : 'diagnosis/header';
  const shown = children.slice(0, SHOWN).join(', ');
  const end = children.length > SHOWN ? ' …' : '.';
  report(
    scope,
    id,
    { field: 'diagnoses', nth, on: first.raw.from },
    {
      code,
      date: first.raw.from ?? '',
      edition: year.edition,
      children: shown === '' ? '' : ` Below it: ${shown}${end}`,
    },
  );
}

/** A line on one side whose diagnoses all name the other one, or on both sides whose diagnoses all name one. */
function checkSide(scope: Scope, line: Line, sheets: readonly DiagnosisSheet[]): void {
  const side = line.bits & (BIT.left | BIT.right);
  if ((line.bits & BIT.both) !== 0) return checkBoth(scope, line, sheets);
  if (side === 0 || side === (BIT.left | BIT.right)) return;
  const own = side === BIT.left ? LEFT : RIGHT;
  let named = 0;
  for (const pointer of line.raw.pointers) {
    const found = sheets[pointer - 1]?.side ?? 0;
    if (found === 0) continue;
    if (found === own) return;
    named++;
  }
  if (named > 0)
    report(
      scope,
      'diagnosis/side',
      { line, field: 'modifiers' },
      { code: line.raw.code, side: own === LEFT ? 'left' : 'right' },
    );
}

/** A diagnosis without a side may stand for both. */
function checkBoth(scope: Scope, line: Line, sheets: readonly DiagnosisSheet[]): void {
  const sides = new Set(line.raw.pointers.map((pointer) => sheets[pointer - 1]?.side ?? 0));
  if (sides.size !== 1 || sides.has(0)) return;
  const words = { code: line.raw.code, side: sides.has(LEFT) ? 'left' : 'right' };
  report(scope, 'diagnosis/one-side', { line, field: 'modifiers' }, words);
}

function checkConflicts(scope: Scope, first: Line): void {
  const { conflicts } = scope.law;
  const on = first.raw.from;
  if (conflicts.length === 0 || on === undefined) return;
  const chosen = conflicts.findLast(({ notes }) => notes.file.header.effective.from <= on) ?? conflicts[0];
  if (!chosen) return;
  const { diagnoses } = scope.claim;
  for (let one = 0; one < diagnoses.length; one++)
    for (let two = one + 1; two < diagnoses.length; two++) {
      const note = chosen.between(diagnoses[one] ?? '', diagnoses[two] ?? '');
      if (!note) continue;
      const edition = editionInWords(editionOf(chosen.notes.file), on, 'professional');
      report(
        scope,
        'diagnosis/excludes',
        { field: 'diagnoses', nth: two + 1, on },
        { one: diagnoses[one] ?? '', other: diagnoses[two] ?? '', scope: note.scope, edition },
      );
    }
}
