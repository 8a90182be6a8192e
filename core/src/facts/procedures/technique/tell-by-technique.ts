import type { Finding } from '../../../model/finding.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Target } from '../../../model/procedure.ts';
import { agentsFrom } from '../../drugs/agents.ts';
import { readGuidance, type GuidanceReading } from '../../guidance/read-guidance.ts';
import { holds, quote, type ProcedureNote, type Sentence } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { chestLevels } from '../nerve-block/chest-levels.ts';
import { MUSCLES } from '../trigger-point/muscles.ts';
import { NOTHING, type Detected, type ProcedureDraft } from '../recognizer.ts';
import type { NoteTools } from '../tools.ts';
import { gives, pierces } from './deeds.ts';
import type { Landmark } from './landmark.ts';
import { LANDMARKS } from './landmarks.ts';
import { passagesOf, type Passage } from './passages.ts';
import { sideOf } from './sides.ts';
import { deniesActs, servesOtherWork, toldToday } from './told-today.ts';
import { allMatches } from '../../text/all-matches.ts';

const SUFFICES = /needle|gauge|\d\d ?g\b|syringe|cannula/;
/** A drug that destroys nerves. */
const DESTROYS = /\b(?:absolute|dehydrated|\d\d ?%) (?:\w+ )?alcohol\b|\bphenol\b|\bethanol\b/;

interface Told {
  readonly passage: Passage;
  readonly landmark: Landmark;
  readonly targets: readonly Target[];
  readonly reading: GuidanceReading;
  readonly kind: string;
}

/**
 * Procedures that a note tells only by how they were done: a needle, the structure it was led to, and what was given there,
 * all on the day and by the author. What the other readers found by name is not told a second time.
 */
export function tellByTechnique(
  note: ProcedureNote,
  tools: () => NoteTools,
  known: readonly ProcedureDraft[],
): Detected {
  if (!holds(note, SUFFICES)) return NOTHING;
  const near = LANDMARKS.filter(
    ({ words, about, family }) =>
      !known.some((one) => one.family === family) && holds(note, words) && (about === undefined || holds(note, about)),
  );
  if (near.length === 0 || deniesActs(note)) return NOTHING;
  const made = tools();
  const today = toldToday(note);
  if (servesOtherWork(made, today) || !today.some((one) => pierces(made.says(one)))) return NOTHING;
  const said = today.map((one) => made.says(one)).join('\n');
  const titled = made.statements.done.some((one) => one.place === 'title') && known.length > 0;
  const landmarks = near.filter(
    ({ words, and, unless }) =>
      (and?.test(said) ?? true) &&
      !(unless?.test(said) ?? false) &&
      (!titled || made.titles.some((one) => words.test(made.says(one)))),
  );
  if (landmarks.length === 0) return NOTHING;
  const passages = passagesOf(note, made, today, landmarks);
  const told = passages.flatMap((passage) =>
    [...new Map(passage.landmarks.map((one) => [one.kind, one])).values()].map((one) =>
      read(note, made, passage, one, today, passages),
    ),
  );
  return build(note, made, told);
}

function read(
  note: ProcedureNote,
  tools: NoteTools,
  passage: Passage,
  first: Landmark,
  today: readonly Sentence[],
  passages: readonly Passage[],
): Told {
  const side = sideOf(note, tools, passage, today);
  const own = passage.landmarks.filter((one) => one.kind === first.kind);
  const at = [...passage.naming.slice(0, 1), ...passage.sentences.filter((one) => gives(note, tools, one)).slice(0, 1)];
  const evidence = at.map((one) => quote(note, one.start, one.end));
  const targets = own.flatMap((landmark) =>
    targetsOf(note, tools, passage, landmark).map((name): Target => ({
      kind: landmark.target,
      name,
      ...(landmark.kind === 'intercostal-nerve-block' ? { region: 'thoracic' as const } : {}),
      side: landmark.midline ? 'midline' : side?.side,
      evidence,
    })),
  );
  // What is said before the first structure is said of all; what follows the last giving may tell of kept pictures.
  const opening = today.filter((one) => one.start < passages[0]!.sentences[0]!.start);
  const next = passages.find((one) => one.at.start > passage.at.start);
  const tail = today.filter(
    (one) => one.start > passage.sentences.at(-1)!.start && (!next || one.start < next.sentences[0]!.start),
  );
  const ownReading = readGuidance(note, [...passage.sentences, ...tail]);
  const reading =
    ownReading.guidance.modality !== undefined || ownReading.modalities.size > 0
      ? ownReading
      : readGuidance(note, [...opening, ...passage.sentences, ...tail]);
  const destroys = passage.sentences.some(
    (one) => tools.tells(one, DESTROYS) && tools.asserted({ start: one.start, end: one.start + 1 }),
  );
  return { passage, landmark: first, targets, reading, kind: (destroys ? first.destroyed : undefined) ?? first.kind };
}

/** The structure's name, once for each of it. */
function targetsOf(
  note: ProcedureNote,
  tools: NoteTools,
  passage: Passage,
  landmark: Landmark,
): (string | undefined)[] {
  if (landmark.kind === 'intercostal-nerve-block') {
    const levels = ribsOf(note, tools, passage);
    return levels.length > 0 ? levels : [undefined];
  }
  if (!landmark.many) return [landmark.site];
  const which = new Set<string>();
  for (const sentence of passage.naming)
    for (const found of allMatches(tools.says(sentence), landmark.many)) which.add(ORDINALS[found[1]!] ?? found[1]!);
  return Array.from({ length: Math.max(1, which.size) }, () => landmark.site);
}

const ORDINALS: Readonly<Record<string, string>> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  middle: 'long',
  little: 'small',
};
/** `R 6 - bupi 3 mL`, `7: same`: a line for each rib. */
const RIB_LINE = /^\W*(?:(?:left|right|[rl]|t|ribs?|#)\s*)+(\d{1,2})(?:th)?\s*[-:\u2013]\s*(?:same|ditto|\w+ \d|\d)/;

function ribsOf(note: ProcedureNote, tools: NoteTools, passage: Passage): string[] {
  const lines = passage.sentences.flatMap((one) => RIB_LINE.exec(tools.says(one))?.[1] ?? []);
  const numbers = lines.map(Number).filter((one) => one >= 1 && one <= 12);
  if (numbers.length > 0) return [...new Set(numbers)].map((one) => `T${one}`);
  const levels = passage.sentences.filter((one) => tools.asserted(one)).flatMap((one) => chestLevels(note, tools, one));
  return [...new Set(levels.map((one) => one.name))];
}

/** Passages of one kind under the same imaging are one procedure. */
function build(note: ProcedureNote, tools: NoteTools, told: readonly Told[]): Detected {
  const groups = new Map<string, Told[]>();
  // `Images stored.` behind the last of several passages is said of all that were seen by the same means.
  const last = told.at(-1)?.reading.guidance;
  for (const given of told) {
    const own = given.reading.guidance;
    const shared = last?.imagesSaved === true && own.imagesSaved === undefined && own.modality === last.modality;
    const one = shared ? { ...given, reading: { ...given.reading, guidance: { ...own, imagesSaved: true } } } : given;
    const { modality, imagesSaved } = one.reading.guidance;
    // Muscles of a session are counted together.
    const key = one.landmark.target === 'muscle' ? one.kind : `${one.kind} ${modality ?? ''} ${imagesSaved ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const found: Finding[] = [];
  const procedures = [...groups.values()].map((group): ProcedureDraft => {
    const [first] = group as [Told, ...Told[]];
    const targets = unique(group.flatMap((one) => one.targets));
    const sentences = [...new Set(group.flatMap((one) => one.passage.sentences))];
    const evidence = first.targets[0]!.evidence;
    const attributes: Record<string, FactValue> = {};
    const quotes: Record<string, readonly NoteEvidence[]> = {};
    const saved = first.reading.savedCount;
    if (saved) {
      attributes['images-saved-count'] = saved.count;
      quotes['images-saved-count'] = [quote(note, saved.at.start, saved.at.end)];
    }
    if (first.reading.spread) {
      attributes['contrast-spread-confirmed'] = true;
      quotes['contrast-spread-confirmed'] = [quote(note, first.reading.spread.start, first.reading.spread.end)];
    }
    if (first.landmark.target === 'muscle') {
      const muscles = [...new Set(targets.map((one) => one.name!))];
      const groups = new Set(MUSCLES.filter((one) => muscles.includes(one.site)).map((one) => one.group));
      attributes['muscles'] = muscles;
      attributes['muscle-count'] = targets.reduce((sum, one) => sum + (one.side === 'bilateral' ? 2 : 1), 0);
      attributes['anatomic-group-count'] = groups.size;
    }
    if (first.kind === first.landmark.destroyed) attributes['ablation.method'] = 'chemical';
    if (first.kind === 'intercostal-nerve-block' && targets.some((one) => one.name === undefined))
      found.push(say.levelOpen(evidence[0] as NoteEvidence));
    const sites = targets.reduce((sum, one) => sum + (one.side === 'bilateral' ? 2 : 1), 0);
    return {
      family: first.landmark.family,
      kind: first.kind,
      targets,
      guidance: first.reading.guidance,
      agents: agentsFrom(note, tools.drugs(sentences), sentences, {
        sites,
        levels: targets.length,
        sides: targets.some((one) => one.side === 'bilateral') ? 2 : 1,
        nerves: sites,
      }),
      attributes,
      evidence,
      attributeEvidence: quotes,
    };
  });
  return { procedures, findings: found };
}

/** A structure told in two passages is one, with both sides; of structures that the body has many of each counts. */
function unique(targets: readonly Target[]): Target[] {
  const kept: Target[] = [];
  for (const target of targets) {
    const twin = kept.findIndex(
      (one) => one.name === target.name && one.side !== target.side && one.name !== undefined,
    );
    const other = kept[twin];
    const sides = new Set([other?.side, target.side]);
    if (other && sides.has('left') && sides.has('right')) kept[twin] = { ...other, side: 'bilateral' };
    else kept.push(target);
  }
  return kept;
}
