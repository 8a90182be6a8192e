import type { Fact, FactValue } from '../../model/fact.ts';
import type { IsoDate } from '../../model/date.ts';
import type { Procedure } from '../../model/procedure.ts';
import { readNote } from '../text/read-note.ts';
import { openChart, type Chart } from './chart.ts';

/** A chart of an invented text, for the tests of this folder. */
export function chartOf(text: string, procedures: readonly Procedure[] = [], on = '2026-03-02'): Chart {
  return openChart(readNote({ id: 'note', text }), procedures, on as IsoDate);
}

/** Values by name; a fact without value shows as `unknown`, with quotes that contradict as `conflict`. */
export function valuesOf(facts: readonly Fact[]): Record<string, FactValue> {
  return Object.fromEntries(facts.map((one) => [one.name, one.value ?? (one.conflict ? 'conflict' : 'unknown')]));
}

export function lumbarEpidural(side: 'left' | 'right' | 'bilateral' = 'left', level = 'L4-L5'): Procedure {
  return {
    id: 'p1',
    family: 'epidural',
    kind: 'epidural-transforaminal',
    targets: [{ kind: 'interspace', name: level, region: 'lumbar', side, evidence: [] }],
    guidance: { modality: 'fluoroscopy', contrast: true, imagesSaved: undefined, evidence: [] },
    agents: [],
    attributes: {},
    evidence: [],
  };
}

export function facetProcedure(
  kind: 'facet-injection' | 'facet-ablation',
  region: 'cervical' | 'lumbar' = 'lumbar',
): Procedure {
  const names = region === 'lumbar' ? ['L4-L5', 'L5-S1'] : ['C4-C5', 'C5-C6'];
  return {
    ...lumbarEpidural(),
    family: 'facet',
    kind,
    targets: names.map((name) => ({ kind: 'facet-joint', name, region, side: 'bilateral', evidence: [] })),
  };
}
