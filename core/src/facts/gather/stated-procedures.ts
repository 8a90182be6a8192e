import type { RecordEvidence } from '../../model/evidence.ts';
import type { Agent, Procedure, Target } from '../../model/procedure.ts';
import type { StatedProcedure } from '../../model/review-input.ts';
import { regionOfInterspace } from '../../model/spine/interspace.ts';
import type { SpinalRegion } from '../../model/spine/region.ts';
import { regionOfVertebra } from '../../model/spine/vertebra.ts';
import type { Dictionary } from '../text/trie.ts';
import type { DrugName } from '../drugs/drug-dictionary.ts';
import { tokenize } from '../text/tokens.ts';
import { jointsOfForm } from './joints-of-form.ts';

/** A procedure of the form in our nouns; every value points at its place in the form. */
export function procedureOfForm(
  stated: StatedProcedure,
  index: number,
  drugs: Dictionary<DrugName>,
): Omit<Procedure, 'id'> {
  const at = `procedures[${index}]`;
  const evidence: RecordEvidence = { source: 'form', at, quote: stated.kind };
  const attributes = stated.attributes ?? {};
  const targets = stated.targets.map((target, place): Target => ({
    kind: target.kind,
    name: target.name,
    region: regionOfName(target.name),
    side: target.side,
    evidence: [
      {
        source: 'form',
        at: `${at}.targets[${place}]`,
        quote: [target.side, target.name ?? target.kind].filter(Boolean).join(' '),
      },
    ],
  }));
  return {
    family: stated.family,
    kind: stated.kind,
    targets: stated.family === 'facet' ? jointsOfForm(targets) : targets,
    guidance: {
      modality: stated.guidance?.modality,
      contrast: stated.guidance?.contrast,
      imagesSaved: stated.guidance?.imagesSaved,
      evidence: stated.guidance
        ? [{ source: 'form', at: `${at}.guidance`, quote: stated.guidance.modality ?? 'guidance' }]
        : [],
    },
    agents: (stated.agents ?? []).map((agent, place): Agent => {
      const known = drugs.find(tokenize(agent.drug.toLowerCase().replaceAll('-', ' ')))[0]?.value.drug;
      return {
        drug: known?.name ?? agent.drug,
        role: known?.role ?? 'other',
        ...(agent.milligrams === undefined ? {} : { milligrams: agent.milligrams }),
        ...(agent.units === undefined ? {} : { units: agent.units }),
        ...(agent.millilitres === undefined ? {} : { millilitres: agent.millilitres }),
        ...(agent.wasted === undefined ? {} : { wasted: agent.wasted }),
        ...(agent.singleDose === undefined ? {} : { singleDose: agent.singleDose }),
        evidence: [{ source: 'form', at: `${at}.agents[${place}]`, quote: agent.drug }],
      };
    }),
    ...(stated.intent ? { intent: stated.intent } : {}),
    attributes,
    evidence: [evidence],
    attributeEvidence: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        [{ source: 'form' as const, at: `${at}.attributes.${name}`, quote: String(value) }],
      ]),
    ),
  };
}

function regionOfName(name: string | undefined): SpinalRegion | undefined {
  if (name === undefined) return undefined;
  return regionOfInterspace(name) ?? regionOfVertebra(name) ?? (name === 'C8' ? 'cervical' : undefined);
}
