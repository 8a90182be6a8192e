import type { Finding } from '../../../model/finding.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Target } from '../../../model/procedure.ts';
import { interspacesBetween, regionOfInterspace } from '../../../model/spine/interspace.ts';
import { readGuidance } from '../../guidance/read-guidance.ts';
import { assertionOf } from '../../text/assertion.ts';
import { holds, quote, type ProcedureNote, type Sentence } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { siteMentions as muscleMentions } from '../joint/site-mentions.ts';
import { bodiesOf, bodyTarget } from '../spine-other/vertebra-names.ts';
import { siteMentions } from '../named-sites/site-name.ts';
import { NERVES } from '../nerve-block/nerve-names.ts';
import type { ProcedureDraft } from '../recognizer.ts';
import type { NoteTools } from '../tools.ts';
import { MUSCLES } from '../trigger-point/muscles.ts';
import { gives } from './deeds.ts';
import { deniesActs, toldToday } from './told-today.ts';
import { WHOLE_ACTS, type WholeAct } from './whole-acts.ts';

export interface WholeActs {
  readonly procedures: readonly ProcedureDraft[];
  /** Kinds that were steps of them. */
  readonly over: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Procedures that several signs of one day tell together; steps of them that were read as procedures are given back. */
export function tellWholeActs(
  note: ProcedureNote,
  tools: () => NoteTools,
  known: readonly ProcedureDraft[],
): WholeActs {
  const near = WHOLE_ACTS.filter(
    (act) =>
      !known.some((one) => one.family === act.family && !act.over.includes(one.kind)) &&
      act.signs.every((sign) => holds(note, sign)) &&
      (act.about === undefined || holds(note, act.about)),
  );
  if (near.length === 0 || deniesActs(note)) return { procedures: [], over: new Set(), findings: [] };
  const today = toldToday(note);
  const procedures: ProcedureDraft[] = [];
  const over = new Set<string>();
  const found: Finding[] = [];
  const titles = new Set(
    tools()
      .statements.done.filter((one) => one.place === 'title')
      .map((one) => one.family),
  );
  for (const act of near) {
    // What a title names is what was done.
    if (titles.has(act.family)) continue;
    const signs = act.signs.map((sign) => today.find((one) => stands(note, one, sign)));
    if (signs.some((one) => one === undefined)) continue;
    if (act.unless && today.some((one) => stands(note, one, act.unless!))) continue;
    if (act.dry && today.some((one) => gives(note, tools(), one))) continue;
    const title = tools().statements.done.find(
      (one) => one.place === 'title' && one.family !== act.family && act.over.includes(one.kind),
    );
    if (title)
      found.push(
        say.target(
          quote(note, title.start, title.end),
          quote(note, signs.at(-1)!.start, signs.at(-1)!.end),
          act.kind.replaceAll('-', ' '),
        ),
      );
    procedures.push(build(note, tools(), act, signs as Sentence[], today));
    for (const kind of act.over) over.add(kind);
  }
  return { procedures, over, findings: found };
}

function stands(note: ProcedureNote, sentence: Sentence, sign: RegExp): boolean {
  const found = sign.exec(note.lower.slice(sentence.start, sentence.end));
  if (!found) return false;
  const start = sentence.start + found.index;
  return assertionOf(note, start, start + Math.max(1, found[0].length)) === 'asserted';
}

/** Of what goes with the act the note may speak beside an earlier day: `could not find it last time, so done by me`. */
function happens(note: ProcedureNote, sentence: Sentence, sign: RegExp): boolean {
  const found = sign.exec(note.lower.slice(sentence.start, sentence.end));
  if (!found) return false;
  const start = sentence.start + found.index;
  const stand = assertionOf(note, start, start + Math.max(1, found[0].length), ['abandoned', 'historical']);
  return stand === 'asserted';
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  act: WholeAct,
  signs: readonly Sentence[],
  today: readonly Sentence[],
): ProcedureDraft {
  const evidence = [...new Set([signs[0]!, signs.at(-1)!])].map((one) => quote(note, one.start, one.end));
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  for (const [name, value, sign] of act.attributes ?? []) {
    const at = note.sentences.find((one) => happens(note, one, sign));
    if (!at) continue;
    const before = quotes[name] ?? [];
    quotes[name] = [...before, quote(note, at.start, at.end)];
    // Told both ways: the record is asked, neither is taken.
    if (before.length > 0 && attributes[name] !== value) delete attributes[name];
    else attributes[name] = value;
  }
  const targets = targetsOf(note, tools, act, today);
  if (act.target === 'vertebrae') attributes['vertebrae.count'] = targets.filter((one) => one.name).length;
  if (act.target === 'muscles' && targets.length > 0) {
    attributes['muscles'] = targets.map((one) => one.name!);
    attributes['muscle-count'] = targets.reduce((sum, one) => sum + (one.side === 'bilateral' ? 2 : 1), 0);
  }
  return {
    family: act.family,
    kind: act.kind,
    targets,
    guidance: readGuidance(note, today).guidance,
    agents:
      act.dry || act.kind === 'epidural-blood-patch' || NO_DRUG.has(act.target)
        ? []
        : tools.agents(act.family, { sites: 1, levels: 1, sides: 1, nerves: undefined }, []),
    attributes,
    evidence,
    attributeEvidence: quotes,
  };
}

const NO_DRUG: ReadonlySet<WholeAct['target']> = new Set(['nerve', 'vertebrae', 'interspaces']);
const BONE = /\bpedic|\bcannula|\bneedle|\bcement|\bpmma|\bballoon|\btamp/;
const DISC = /\bneedle|\bdiscs?\b|\bnucle/;

/** Bodies that were entered, or discs that were; a fracture that is only named is none of them. */
function levelsOf(note: ProcedureNote, tools: NoteTools, act: WholeAct, today: readonly Sentence[]): Target[] {
  const bone = act.target === 'vertebrae';
  const mentions = today
    .filter((one) => (bone ? BONE : DISC).test(tools.says(one)))
    .flatMap((one) => tools.levels(one))
    .filter((one) => tools.asserted(one) && one.noun !== 'condition');
  if (bone) {
    const bodies = bodiesOf(mentions).map((one) => bodyTarget(note, one));
    return bodies.length > 0 ? bodies : [{ kind: 'vertebra', name: undefined, side: 'midline', evidence: [] }];
  }
  const found = new Map<string, Target>();
  for (const level of mentions.flatMap((one) => one.levels)) {
    if (level.attempted || level.shape !== 'pair') continue;
    for (const name of interspacesBetween(level.upper, level.lower))
      if (!found.has(name))
        found.set(name, {
          kind: 'interspace',
          name,
          region: regionOfInterspace(name),
          side: 'midline',
          evidence: [quote(note, level.start, level.end)],
        });
  }
  return [...found.values()];
}

/** The ganglion behind the nose, on the side of the nostril. */
function nostrils(note: ProcedureNote, tools: NoteTools, today: readonly Sentence[]): Target[] {
  const at = today.find((one) => /nostril|nares?\b|turbinate/.test(tools.says(one)))!;
  const words = tools.says(at);
  const both =
    /\b(?:both|each|either|bilateral\w*)\b/.test(words) || (/\bleft\b/.test(words) && /\bright\b/.test(words));
  const side = both ? 'bilateral' : /\bleft\b/.test(words) ? 'left' : /\bright\b/.test(words) ? 'right' : undefined;
  return [{ kind: 'site', name: 'sphenopalatine', side, evidence: [quote(note, at.start, at.end)] }];
}

const NEEDLED = /\bneedl\w*|\btaut\b|\btwitch\w*|\bpiston\w*|\bpass(?:es)?\b/;

/** Muscles that are named where the needling is told, each once. */
function musclesOf(note: ProcedureNote, tools: NoteTools, today: readonly Sentence[]): Target[] {
  const found = new Map<string, Target>();
  for (const sentence of today) {
    if (!tools.tells(sentence, NEEDLED)) continue;
    for (const one of muscleMentions(note, sentence, MUSCLES)) {
      if (assertionOf(note, one.start, one.end) !== 'asserted' || found.has(one.site.site)) continue;
      const evidence = [quote(note, one.start, one.end)];
      found.set(one.site.site, { kind: 'muscle', name: one.site.site, side: one.side, evidence });
    }
  }
  return [...found.values()];
}

/** The interspace of the needle, or the nerve of the lead; no code of these depends on it. */
function targetsOf(note: ProcedureNote, tools: NoteTools, act: WholeAct, today: readonly Sentence[]): Target[] {
  if (act.target === 'none') return [];
  if (act.target === 'muscles') return musclesOf(note, tools, today);
  if (act.target === 'nostrils') return nostrils(note, tools, today);
  if (act.target === 'vertebrae' || act.target === 'interspaces') return levelsOf(note, tools, act, today);
  for (const sentence of today) {
    if (act.target === 'nerve') {
      const [nerve] = siteMentions(note, sentence, NERVES).filter((one) => tools.asserted(one));
      if (nerve)
        return [{ kind: 'nerve', name: nerve.site, side: nerve.side, evidence: [quote(note, nerve.start, nerve.end)] }];
      continue;
    }
    if (!/needle|tuohy|space|punctur|catheter/.test(tools.says(sentence))) continue;
    for (const { levels } of tools.levels(sentence)) {
      const pair = levels.find((one) => one.shape === 'pair' && !one.attempted);
      const [name] = pair ? interspacesBetween(pair.upper, pair.lower) : [];
      if (pair && name)
        return [
          {
            kind: 'interspace',
            name,
            region: regionOfInterspace(name),
            side: 'midline',
            evidence: [quote(note, pair.start, pair.end)],
          },
        ];
    }
  }
  return act.target === 'nerve' ? [] : [{ kind: 'interspace', name: undefined, side: 'midline', evidence: [] }];
}
