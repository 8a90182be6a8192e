import type { Procedure } from '../model/procedure.ts';
import { attribute } from './condition.ts';
import type { Draft, Sheet } from './draft.ts';

/**
 * Electromyography or stimulation used to find a muscle: one line an encounter, with the first procedure whose code
 * accepts it. Where a code includes the guidance, no line stands.
 */
export function locatingLines(sheet: Sheet, procedures: readonly Procedure[], drafts: readonly Draft[]): Draft[] {
  const { law, context } = sheet;
  for (const { attribute: name, code, words } of law.habits.locating) {
    const used = procedures.filter((procedure) => attribute(procedure, name) === true);
    if (used.length === 0) continue;
    const accepted = law.primaries.get(code);
    const behind = (draft: Draft) => draft.procedures ?? [draft.procedure];
    const ours = drafts.filter((draft) => used.some((procedure) => behind(draft).includes(procedure.id)));
    const primary = ours.find((draft) => accepted?.has(draft.code));
    if (!primary) {
      if (ours[0]) sheet.notCoded.push(`${words}: ${ours[0].code} does not accept it as a line of its own`);
      continue;
    }
    if (context.claimType === 'asc') {
      sheet.notCoded.push(`${words}: packaged into the facility's payment`);
      return [];
    }
    const facility = context.placeOfService !== undefined && law.habits.facilityPlaces.includes(context.placeOfService);
    const professional = facility && context.claimType !== 'hospital-opd';
    const source = used[0]!;
    return [
      {
        code,
        side: undefined,
        sided: false,
        units: 1,
        modifiers: professional ? [law.habits.professionalPart] : [],
        why: `${words.charAt(0).toUpperCase()}${words.slice(1)} to find the muscles, with ${primary.code}; one unit an encounter.`,
        evidence: source.attributeEvidence?.[name] ?? source.evidence,
        procedure: source.id,
        kind: 'guidance',
      },
    ];
  }
  return [];
}
