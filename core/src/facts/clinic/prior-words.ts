import type { Procedure } from '../../model/procedure.ts';

/** What kind of procedure a sentence speaks of; `any` for plain `injection` or `procedure`. */
export type Told =
  | 'epidural'
  | 'facet-diagnostic'
  | 'ablation'
  | 'si-joint'
  | 'trigger-point'
  | 'sympathetic'
  | 'peripheral'
  | 'stimulation'
  | 'any';

const KINDS: readonly (readonly [Told, string])[] = [
  ['ablation', 'rfas?|rftc|rfn|radiofrequency|ablations?|rhizotom(?:y|ies)|neurotom(?:y|ies)|denervations?'],
  [
    'facet-diagnostic',
    'mbbs?|medial branch(?: nerve)?(?: blocks?)?|facet(?: joint)?(?: injections?| blocks?|s)?|diagnostic (?:facet |medial branch )?blocks?',
  ],
  [
    'epidural',
    'epidurals?|esis?|tfesis?|ilesis?|lesis?|cesis?|transforaminals?|interlaminar|caudals?|selective nerve root blocks?|snrbs?|nerve root (?:blocks?|injections?)',
  ],
  ['si-joint', '(?:si|sacroiliac)(?: joint)?(?: injections?| blocks?)'],
  ['trigger-point', 'trigger points?(?: injections?)?|tpis?'],
  ['sympathetic', 'stellate|sympathetic(?: blocks?)?|celiac|hypogastric|ganglion'],
  ['stimulation', 'stimulat(?:or|ion)|scs'],
  ['peripheral', 'occipital nerve blocks?|genicular|suprascapular|intercostal|nerve blocks?'],
  ['any', 'injections?|blocks?|procedures?|shots?|injected'],
];
const TOLD = new RegExp(KINDS.map(([, words]) => `\\b(${words})(?![a-z])`).join('|'), 'g');

export interface ToldProcedure {
  readonly kind: Told;
  readonly start: number;
  readonly end: number;
}

/** Procedures that a stretch of lower-case text names. */
export function proceduresToldIn(text: string): ToldProcedure[] {
  const found: ToldProcedure[] = [];
  TOLD.lastIndex = 0;
  for (let hit = TOLD.exec(text); hit; hit = TOLD.exec(text)) {
    const at = hit.findIndex((group, index) => index > 0 && group !== undefined);
    found.push({ kind: KINDS[at - 1]![0], start: hit.index, end: hit.index + hit[0].length });
  }
  return found;
}

/** The kinds that today's procedures are, as the same words. */
export function toldKindsOf(procedures: readonly Procedure[]): ReadonlySet<Told> {
  const kinds = new Set<Told>();
  for (const { family, kind } of procedures) {
    if (family === 'epidural') kinds.add('epidural');
    else if (family === 'facet') kinds.add(kind.includes('ablation') ? 'ablation' : 'facet-diagnostic');
    else if (family === 'si-joint') kinds.add('si-joint');
    else if (family === 'trigger-point') kinds.add('trigger-point');
    else if (family.includes('sympathetic')) kinds.add('sympathetic');
    else if (family.includes('stimulat')) kinds.add('stimulation');
    else if (family.includes('nerve')) kinds.add('peripheral');
    else kinds.add('any');
  }
  return kinds;
}

/** The one kind that a sentence speaks of; `any` when it names none or several. */
export function kindTold(told: readonly ToldProcedure[]): Told {
  const kinds = new Set(told.map((one) => one.kind).filter((kind) => kind !== 'any'));
  return kinds.size === 1 ? [...kinds][0]! : 'any';
}
