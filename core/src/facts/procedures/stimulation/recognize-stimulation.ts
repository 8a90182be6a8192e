import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import { quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, narrativeOf } from '../head-and-body.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { regionInWords } from '../regions.ts';
import type { NoteTools } from '../tools.ts';
import { actsOf, isTrial, joinActs, type Act } from './acts.ts';
import { kindsOf, type Done } from './kinds.ts';
import { countLeads, tipsOf } from './leads.ts';
import { STIMULATION_GATE, STIMULATION_NAMES, STIMULATION_NARRATIVE } from './stimulation-names.ts';
import { isOtherOrgan, isSpinal, toldOf, type Told } from './told.ts';

const FAMILY = 'spinal-cord-stimulation';
const PART = /\b(?:leads?|electrodes?|generators?|ipg|batter(?:y|ies)|paddles?|arrays?|octrode|pocket)\b/;
const ACT = /\b(?:leads?|electrodes?|generator|ipg|battery|paddle)\b/;

/** Trials, implants, revisions and removals of spinal stimulators. */
export const stimulationRecognizer: Recognizer = {
  family: FAMILY,
  gate: STIMULATION_GATE,
  names: STIMULATION_NAMES,
  narrative: STIMULATION_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  if (!isSpinal(note)) return NOTHING;
  const done = tools.statements.done.filter((one) => one.family === FAMILY && !isOtherOrgan(tools.says(one.segment)));
  const heads = headsOf(tools, done);
  const told = toldOf(tools);
  const acts =
    heads.length > 0 ? joinActs(heads.flatMap((span) => actsOf(tools.says(span)))) : actsTold(tools, told, done);
  if (acts.length === 0) {
    const given = tools.statements.abandoned.find((one) => one.family === FAMILY && one.place === 'title');
    return given ? { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] } : NOTHING;
  }
  const words = heads.map((span) => tools.says(span)).join('\n');
  if (tools.givenUp && !told.leadsIn && !told.generatorIn && !told.leadsOut && !told.generatorOut) {
    const at = heads[0] ?? tools.body[0]!;
    return { procedures: [], findings: [say.abandoned(quote(note, at.start, at.end))] };
  }
  const { kinds, undescribed } = kindsOf({
    acts,
    words,
    told,
    trial: heads.some((span) => isTrial(tools.says(span))),
    lower: note.lower,
  });
  const found: Finding[] = [];
  if (undescribed && heads[0]) found.push(say.undescribed(quote(note, heads[0].start, heads[0].end)));
  const procedures = kinds.map((kind) => build(note, tools, kind, heads, told, done));
  return { procedures, findings: found };
}

/** Title stretches of this family, and title lines beside them that name parts of a stimulator and nothing else. */
function headsOf(tools: NoteTools, done: readonly { place: string; segment: Span; sentence: Sentence }[]): Span[] {
  const titles = done.filter((one) => one.place === 'title');
  const spans: Span[] = [];
  const add = (span: Span) => {
    if (!spans.some((one) => one.start <= span.start && span.end <= one.end)) spans.push(span);
  };
  for (const one of titles) add(one.segment);
  if (titles.length === 0) return [];
  for (const sentence of tools.titles) {
    const words = tools.says(sentence);
    const other = tools.statements.done.some((one) => one.sentence === sentence && one.family !== FAMILY);
    if (!other && PART.test(words) && !isOtherOrgan(words) && sentence.end - sentence.start < 300) add(sentence);
  }
  return spans.toSorted((one, other) => one.start - other.start);
}

/** Without a title: what statements of the narrative name; then leads led into the epidural space. */
function actsTold(tools: NoteTools, told: Told, done: readonly { segment: Span }[]): Act[] {
  if (tools.titledOtherwise) return [];
  const named = joinActs(done.flatMap((one) => actsOf(tools.says(one.segment))));
  if (named.length > 0) return named;
  const others = tools.statements.done.some((one) => one.family !== FAMILY);
  if (others || !told.leadsIn || !told.needle || !tools.performed) return [];
  return /epidural/.test(tools.body.map((one) => tools.says(one)).join(' '))
    ? [{ verb: told.external ? 'trial' : 'place', part: 'leads' }]
    : [];
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  done: Done,
  heads: readonly Span[],
  told: Told,
  statements: readonly { start: number; end: number }[],
): ProcedureDraft {
  const body = narrativeOf(tools, tools.body);
  const own = tools.statements.done.filter((one) => statements.includes(one));
  const evidence = evidenceOf(note, own, body, tools, ACT);
  if (done.at) evidence.push(quote(note, done.at.start, done.at.end));
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue, at: Span | undefined) => {
    attributes[name] = value;
    quotes[name] = at ? [quote(note, at.start, at.end)] : evidence.slice(0, 1);
  };
  const placed = done.kind === 'scs-trial' || done.kind === 'scs-leads';
  if (placed) {
    const { count, at } = countLeads(tools, heads, body);
    if (count !== undefined) set('leads.count', count, at);
    const contacts = contactsOf(tools, [...heads, ...body]);
    if (contacts) set('contacts.each', contacts.count, contacts.at);
  }
  if (done.leadKind) set('lead.kind', done.leadKind, told.paddle ?? told.needle);
  if (done.replaced !== undefined) set('generator.replaced', done.replaced, told.generatorOut);
  const spans: readonly Span[] = [...heads, ...body];
  const ganglion = spans.find((span) => /dorsal root ganglion|\bdrg\b/.test(tools.says(span)));
  set('stimulation.target', ganglion ? 'dorsal-root-ganglion' : 'spinal-cord', ganglion);
  const wave = waveformOf(tools, spans);
  if (wave) set('stimulation.waveform', wave.word, wave.at);
  const leads = /lead|trial|paddle|integrated/.test(done.kind);
  const tips = leads && done.kind !== 'scs-lead-removal' ? tipsOf(tools, body) : [];
  const targets: Target[] = tips.map((tip) => ({
    kind: 'vertebra',
    name: tip.name,
    region: tip.region,
    side: tip.side,
    evidence: [quote(note, tip.at.start, tip.at.end)],
  }));
  if (leads && targets.length === 0) {
    const region = regionInWords(note.lower, [...heads, ...body]);
    if (region)
      targets.push({ kind: 'site', name: undefined, region, side: undefined, evidence: evidence.slice(0, 1) });
  }
  const guidance = tools.guidance(FAMILY, []);
  return {
    family: FAMILY,
    kind: done.kind,
    targets,
    guidance: guidance.guidance,
    agents: [],
    attributes,
    evidence,
    attributeEvidence: quotes,
  };
}

const CONTACTS: Readonly<Record<string, number>> = {
  four: 4,
  eight: 8,
  sixteen: 16,
  octapolar: 8,
  octrode: 8,
  octad: 8,
  quadripolar: 4,
  quad: 4,
};

function contactsOf(tools: NoteTools, spans: readonly Span[]): { count: number; at: Span } | undefined {
  for (const span of spans) {
    const found =
      /\b(4|8|16|four|eight|sixteen)[- ](?:contacts?|electrodes?|polar)\b|\b(octapolar|octrode|octad|quadripolar)\b/.exec(
        tools.says(span),
      );
    const word = found?.[1] ?? found?.[2];
    if (word) return { count: CONTACTS[word] ?? Number(word), at: span };
  }
  return undefined;
}

const WAVES: readonly (readonly [string, RegExp])[] = [
  ['high-frequency', /\bhigh[- ]frequency\b|\bhf-?10\b|\b10 ?khz\b|\b10,000 ?hz\b/],
  ['burst', /\bburst(?:dr)?\b/],
  ['closed-loop', /\bclosed[- ]loop\b|\becap\b/],
];

function waveformOf(tools: NoteTools, spans: readonly Span[]): { word: string; at: Span } | undefined {
  for (const span of spans)
    for (const [word, pattern] of WAVES) if (pattern.test(tools.says(span))) return { word, at: span };
  return undefined;
}
