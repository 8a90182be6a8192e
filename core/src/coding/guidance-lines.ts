import type { Procedure } from '../model/procedure.ts';
import { sayHabit, type Draft, type Sheet } from './draft.ts';
import { guidanceRule } from './prepare-coding.ts';

/**
 * Imaging that is not inside the code: one line an encounter, only with a primary that accepts it, and for ultrasound
 * only with a kept image. On a facility's claim imaging is packaged.
 */
export function guidanceLines(sheet: Sheet, procedures: readonly Procedure[], drafts: readonly Draft[]): Draft[] {
  const { law, context } = sheet;
  const lines: Draft[] = [];
  for (const draft of drafts) {
    if (guidanceRule(law.codes.get(draft.code), context.dateOfService) !== 'separate') continue;
    const behind = draft.procedures ?? [draft.procedure];
    for (const procedure of procedures) if (behind.includes(procedure.id)) guide(sheet, draft, procedure, lines);
  }
  return lines;
}

function guide(sheet: Sheet, draft: Draft, procedure: Procedure, lines: Draft[]): void {
  const { law, context } = sheet;
  const { modality } = procedure.guidance;
  const habit = law.habits.guidance.find(
    (one) => one.modality === modality && (law.primaries.get(one.code)?.has(draft.code) ?? !isAddOn(sheet, one.code)),
  );
  if (!habit || modality === undefined || lines.some((line) => line.code === habit.code)) return;
  if (context.claimType === 'asc') {
    sheet.notCoded.push(`${modality} guidance: packaged into the facility's payment`);
    return;
  }
  if (habit.needsImages && procedure.guidance.imagesSaved !== true) {
    sheet.notCoded.push(`${modality} guidance: a kept image is not documented`);
    const what = draft.why.split(';')[0] ?? draft.code;
    sayHabit(sheet, 'guidance-image', what, procedure.guidance.evidence, draft.code);
    return;
  }
  const facility = context.placeOfService !== undefined && law.habits.facilityPlaces.includes(context.placeOfService);
  const professional = facility && context.claimType !== 'hospital-opd';
  const part = professional ? '; in a facility the clinician reports the professional part' : '';
  lines.push({
    code: habit.code,
    side: undefined,
    sided: false,
    units: 1,
    modifiers: professional ? [law.habits.professionalPart] : [],
    why: `${capital(modality)} is not inside ${draft.code}; one unit an encounter whatever the needle passes${part}.`,
    evidence: procedure.guidance.evidence,
    procedure: procedure.id,
    kind: 'guidance',
  });
}

function isAddOn(sheet: Sheet, code: string): boolean {
  return sheet.law.primaries.has(code);
}

function capital(text: string): string {
  return text === 'ct' ? 'CT' : text.charAt(0).toUpperCase() + text.slice(1);
}
