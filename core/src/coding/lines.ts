import type { ServiceLine } from '../model/review.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Draft, Sheet } from './draft.ts';

/**
 * Drafts → lines as they stand on a claim: sides told in the form of the claim's type, equal lines joined,
 * the same code at another site marked as distinct, modifiers in order.
 */
export function linesFrom(sheet: Sheet, drafts: readonly Draft[], diagnoses: readonly string[]): ServiceLine[] {
  const lines: { line: ServiceLine; site: string | undefined }[] = [];
  for (const draft of drafts)
    for (const modifiers of sideForms(sheet, draft)) {
      const ordered = inOrder(sheet, [...modifiers, ...draft.modifiers]);
      const same = lines.find(({ line }) => line.code === draft.code && line.modifiers.join() === ordered.join());
      if (same && (draft.site === undefined || same.site === draft.site) && draft.kind !== 'drug') {
        same.line.units += draft.units;
        if (!same.line.why.includes(draft.why)) same.line.why = `${same.line.why} ${draft.also ?? draft.why}`;
        same.line.evidence = unique([...same.line.evidence, ...draft.evidence]);
        continue;
      }
      const distinct = same !== undefined && draft.site !== undefined;
      lines.push({
        site: draft.site,
        line: {
          code: draft.code,
          modifiers: distinct ? inOrder(sheet, [...ordered, sheet.law.habits.distinct]) : ordered,
          units: draft.units,
          kind: draft.kind ?? 'procedure',
          diagnoses: [...diagnoses],
          why: `${draft.why}${formInWords(sheet, draft)}${distinct ? ' Another site than the line before.' : ''}`,
          evidence: unique(draft.evidence),
          procedure: draft.procedure,
        },
      });
    }
  return lines.map(({ line }) => line);
}

/** One line of modifiers for each line that the claim carries for this draft. */
function sideForms(sheet: Sheet, draft: Draft): string[][] {
  const { left, right, both } = sheet.law.habits;
  if (!draft.sided || draft.side === undefined || draft.side === 'midline') return [[]];
  if (draft.side === 'left') return [[left]];
  if (draft.side === 'right') return [[right]];
  return sheet.context.claimType === 'asc' ? [[right], [left]] : [[both]];
}

/** Both sides need a word on how they are told. */
function formInWords(sheet: Sheet, draft: Draft): string {
  if (!draft.sided || draft.side !== 'bilateral') return '';
  if (sheet.context.claimType === 'asc') return ' A surgical center reports each side on its own line.';
  return ` Both sides are one line with ${sheet.law.habits.both} and one unit.`;
}

function inOrder(sheet: Sheet, modifiers: readonly string[]): string[] {
  const order = sheet.law.habits.modifierOrder;
  const rank = (modifier: string) => {
    const found = order.indexOf(modifier);
    return found < 0 ? order.length : found;
  };
  return [...new Set(modifiers)].toSorted((one, other) => rank(one) - rank(other));
}

function unique(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => {
    const key = one.source === 'note' ? `${one.document} ${one.start} ${one.end}` : `${one.source} ${one.at}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
