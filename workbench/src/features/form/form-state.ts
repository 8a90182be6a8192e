import type { StatedFacts, StatedProcedure } from '@interspace/core/model/review-input';
import { OFFERS } from './catalogue.ts';
import type { Offer, Picker } from './offer.ts';

export type Side = 'left' | 'right' | 'midline';
/** A place that was pointed at; both sides of it are two picks. */
export interface Pick {
  readonly name: string;
  readonly side: Side;
}
export interface AgentEntry {
  readonly drug: string;
  readonly amount: number | undefined;
  readonly measure: 'mg' | 'unit' | 'mL';
  readonly wasted?: number | undefined;
}
export interface ProcedureEntry {
  readonly key: number;
  readonly kind: string;
  readonly picker: Picker;
  readonly picks: readonly Pick[];
  readonly modality?: 'fluoroscopy' | 'ct' | 'ultrasound' | 'mri' | 'none' | undefined;
  readonly contrast?: boolean | undefined;
  readonly imagesSaved?: boolean | undefined;
  readonly intent?: 'diagnostic' | 'therapeutic' | undefined;
  /** Answers to what else decides the code, by the name of the attribute. */
  readonly told?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Units of toxin by place and side. */
  readonly doses?: Readonly<Record<string, number | undefined>> | undefined;
  readonly agents: readonly AgentEntry[];
}
export interface FormState {
  readonly entries: readonly ProcedureEntry[];
  readonly diagnoses: readonly string[];
  readonly scale?: string | undefined;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

export const EMPTY_FORM: FormState = { entries: [], diagnoses: [] };

export function offerOf(kind: string): Offer | undefined {
  return OFFERS.find((offer) => offer.kind === kind);
}

export function newEntry(offer: Offer, key: number): ProcedureEntry {
  return { key, kind: offer.kind, picker: offer.pickers[0] ?? 'none', picks: [], intent: offer.intent, agents: [] };
}

/** Points at a place, or no longer. */
export function toggled(picks: readonly Pick[], ...places: readonly Pick[]): readonly Pick[] {
  const has = (one: Pick) => picks.some(({ name, side }) => name === one.name && side === one.side);
  if (places.every(has))
    return picks.filter((pick) => !places.some(({ name, side }) => name === pick.name && side === pick.side));
  return [...picks, ...places.filter((place) => !has(place))];
}

const TARGET: Readonly<Record<Picker, StatedProcedure['targets'][number]['kind']>> = {
  interspace: 'interspace',
  joint: 'facet-joint',
  nerve: 'nerve',
  root: 'nerve-root',
  vertebra: 'vertebra',
  body: 'joint',
  list: 'site',
  none: 'site',
};

/** What was entered, as the engine takes it. What was not said is left out: it is unknown, never no. */
export function statedProcedure(entry: ProcedureEntry): StatedProcedure | undefined {
  const offer = offerOf(entry.kind);
  if (!offer || (entry.picks.length === 0 && entry.picker !== 'none' && !offer.placeMayLack)) return undefined;
  const kind =
    offer.targetKind ?? (offer.family === 'epidural' && entry.picker === 'joint' ? 'interspace' : TARGET[entry.picker]);
  const names = [...new Set(entry.picks.map(({ name }) => name))];
  const guidance = {
    ...(entry.modality === undefined ? {} : { modality: entry.modality }),
    ...(entry.contrast === undefined ? {} : { contrast: entry.contrast }),
    ...(entry.imagesSaved === undefined ? {} : { imagesSaved: entry.imagesSaved }),
  };
  const attributes = Object.fromEntries(
    Object.entries(entry.told ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ) as NonNullable<StatedProcedure['attributes']>;
  return {
    family: offer.family,
    kind: offer.kind,
    targets: names.map((name) => {
      const side = sideOfPlace(entry.picks.filter((pick) => pick.name === name));
      return { kind, name, ...(side === undefined ? {} : { side }) };
    }),
    ...(Object.keys(guidance).length > 0 ? { guidance } : {}),
    ...(entry.agents.length > 0 ? { agents: entry.agents.map(statedAgent) } : {}),
    ...(entry.intent ? { intent: entry.intent } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  };
}

function sideOfPlace(picks: readonly Pick[]): 'left' | 'right' | 'bilateral' | undefined {
  const sides = new Set(picks.map(({ side }) => side));
  if (sides.has('left') && sides.has('right')) return 'bilateral';
  return sides.has('left') ? 'left' : sides.has('right') ? 'right' : undefined;
}

function statedAgent({ drug, amount, measure, wasted }: AgentEntry) {
  const key = { mg: 'milligrams', unit: 'units', mL: 'millilitres' }[measure];
  return {
    drug,
    ...(amount === undefined || amount <= 0 ? {} : { [key]: amount }),
    ...(wasted === undefined ? {} : { wasted }),
  };
}

/** Scores of the day and their scale as facts. */
export function statedFacts({ scale, before, after }: FormState): StatedFacts {
  return {
    ...(scale === undefined ? {} : { 'pain.scale-name': scale }),
    ...(before === undefined ? {} : { 'response.pre-score': before }),
    ...(after === undefined ? {} : { 'response.post-score': after }),
  };
}

export const doseKey = ({ name, side }: Pick): string => `${name} ${side}`;

/** Units of toxin at all places that are chosen. */
export function unitsOf({ picks, doses = {} }: ProcedureEntry): number {
  return picks.reduce((sum, pick) => sum + (doses[doseKey(pick)] ?? 0), 0);
}

/** The same entry with units at one place; the agents' one toxin then has the sum of all of them. */
export function withDose(
  entry: ProcedureEntry,
  pick: Pick,
  units: number | undefined,
  isToxin: (drug: string) => boolean,
): ProcedureEntry {
  const next = { ...entry, doses: { ...entry.doses, [doseKey(pick)]: units } };
  return withSum(next, isToxin);
}

/** What is given of the toxin is what its places got, as soon as units stand at one of them. */
export function withSum(entry: ProcedureEntry, isToxin: (drug: string) => boolean): ProcedureEntry {
  const sum = unitsOf(entry);
  if (sum === 0 || entry.agents.filter(({ drug }) => isToxin(drug)).length !== 1) return entry;
  return { ...entry, agents: entry.agents.map((agent) => (isToxin(agent.drug) ? { ...agent, amount: sum } : agent)) };
}
