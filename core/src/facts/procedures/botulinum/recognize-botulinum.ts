import type { NoteEvidence } from '../../../model/evidence.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Laterality } from '../../../model/laterality.ts';
import type { Agent, Target } from '../../../model/procedure.ts';
import { holds, quote, type ProcedureNote, type Section, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, sentencesIn } from '../head-and-body.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import { readDose, type Dose } from './toxin-dose.ts';
import { toxinFindings } from './toxin-findings.ts';
import { limbCounts } from './limb-counts.ts';
import { kindsOf, reasonsIn, type Kind } from './toxin-kinds.ts';
import { locatedBy } from './located-by.ts';
import { ELSEWHERE, INJECTED, LYTIC, TOXIN, TOXIN_GATE, TOXIN_NAMES, TOXIN_NARRATIVE } from './toxin-names.ts';
import { GROUPS } from './toxin-muscles.ts';
import { injectedIn, joined, lastSide, tellingSentences, unitsIn, type Injected } from './toxin-targets.ts';

/** Botulinum toxin to muscles and glands, told apart by the part of the body. */
export const botulinumRecognizer: Recognizer = {
  family: 'botulinum',
  gate: TOXIN_GATE,
  names: TOXIN_NAMES,
  narrative: TOXIN_NARRATIVE,
  detect,
};

const REASON_PLACES: ReadonlySet<Section['role']> = new Set<Section['role']>([
  'header',
  'title',
  'preop-diagnosis',
  'postop-diagnosis',
  'diagnosis',
  'indications',
  'assessment',
  'description',
  'other',
  'history',
]);

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  if (tools.setting.surgery || (holds(note, LYTIC) && !holds(note, TOXIN))) return NOTHING;
  const all = tools.statements.done.filter((one) => one.family === 'botulinum');
  // A trigger point injection with toxin is the other family's; the toxin is its drug.
  if (
    all.some((one) =>
      tools.statements.done.some((other) => other.family === 'trigger-point' && other.sentence === one.sentence),
    )
  )
    return NOTHING;
  const titles = all.filter((one) => one.place === 'title');
  const done = titles.length > 0 ? titles : all;
  const body = tools.bodyOf('botulinum');
  if (done.length === 0) {
    const given = tools.statements.abandoned.find((one) => one.family === 'botulinum' && one.place === 'title');
    if (given) return { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] };
    if (tools.titledOtherwise || !(body.some((one) => givesToxin(tools, one)) || sharesOut(note, tools, body)))
      return NOTHING;
  }
  if (titles.length === 0 && (tools.titledOtherwise || body.some((one) => tools.tells(one, ELSEWHERE)))) return NOTHING;
  const head = titleSpans(tools, done, 'botulinum');
  const headSentences = sentencesIn(note, head);
  const telling = tellingSentences(note, [...headSentences.filter((one) => !body.includes(one)), ...body]);
  const titleSide = joined(head.map((span) => lastSide(tools.says(span))));
  const injected = merged(injectedIn(note, telling, titleSide));
  const dose = readDose(note, [...headSentences.filter((one) => !body.includes(one)), ...body], injected);
  if (!tools.performed && dose.units === undefined && injected.every((one) => one.units === undefined)) {
    const named = titles[0];
    return named
      ? { procedures: [], findings: [say.undescribed(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  if (tools.givenUp && dose.units === undefined && injected.length === 0) {
    const named = done[0];
    return named ? { procedures: [], findings: [say.abandoned(quote(note, named.start, named.end))] } : NOTHING;
  }
  const words = note.sections
    .filter((section) => REASON_PLACES.has(section.role))
    .map((section) => note.lower.slice(section.start, section.end))
    .join('\n');
  const kinds = kindsOf(
    injected,
    reasonsIn(words),
    head.some((span) => /migrain|preempt/.test(tools.says(span))) || reasonsIn(words).migraine,
  );
  return build({ note, tools, kinds, dose, head, headSentences, body, titleSide, done, injected });
}

/** `155 units of Botox were injected`, in a note whose title names nothing. */
function givesToxin(tools: NoteTools, sentence: Sentence): boolean {
  const words = tools.says(sentence);
  return (
    TOXIN_GATE.test(words) &&
    !ELSEWHERE.test(words) &&
    INJECTED.test(words) &&
    unitsIn(words).length > 0 &&
    tools.drugs([sentence]).some((drug) => drug.name.drug.role === 'toxin') &&
    tools.asserted(sentence)
  );
}

/** A product made ready, and muscles below it each with its units: `splenius capitis 75 units in two sites`. */
function sharesOut(note: ProcedureNote, tools: NoteTools, body: readonly Sentence[]): boolean {
  const ready = tools
    .drugs(body)
    .some((drug) => drug.name.drug.role === 'toxin' && drug.quantities.length > 0 && tools.asserted(drug.sentence));
  if (!ready || !body.some((one) => tools.tells(one, INJECTED) && tools.asserted(one))) return false;
  return injectedIn(note, tellingSentences(note, body), undefined).filter((one) => one.units !== undefined).length >= 2;
}

/**
 * The same muscle told again (title and narrative, or side by side) is one, with its sides joined. A group of muscles
 * (`wrist flexors`) gives way to its members.
 */
function merged(injected: readonly Injected[]): Injected[] {
  const found = new Map<string, Injected[]>();
  for (const one of injected) found.set(one.muscle.name, [...(found.get(one.muscle.name) ?? []), one]);
  const names = new Set(found.keys());
  return [...found.values()]
    .map((told) => ({ ...told[0]!, side: joined(told.map((one) => one.side)), units: unitsOf(told) }))
    .filter((one) => !(GROUPS[one.muscle.name] ?? []).some((member) => names.has(member)));
}

/** The doses of its sides and heads added up, each told once; undefined when a part of it has none. */
function unitsOf(told: readonly Injected[]): number | undefined {
  const doses = new Map<string, number>();
  for (const one of told) {
    const key = `${one.side} ${one.words}`;
    if (one.units !== undefined && !doses.has(key)) doses.set(key, one.units);
  }
  const sides = new Set(told.filter((one) => one.units !== undefined).map((one) => one.side));
  // Told for both sides at once and again for each: the latter is the former in parts.
  if (sides.has('bilateral') && sides.size > 1)
    for (const key of doses.keys()) if (key.startsWith('bilateral')) doses.delete(key);
  return doses.size === 0 ? undefined : [...doses.values()].reduce((sum, dose) => sum + dose, 0);
}

interface Read {
  readonly note: ProcedureNote;
  readonly tools: NoteTools;
  readonly kinds: readonly Kind[];
  readonly dose: Dose;
  readonly head: readonly Span[];
  readonly headSentences: readonly Sentence[];
  readonly body: readonly Sentence[];
  readonly titleSide: Laterality | undefined;
  readonly done: Parameters<typeof evidenceOf>[1];
  readonly injected: readonly Injected[];
}

function build(read: Read): Detected {
  const { note, tools, kinds, dose, headSentences, body, done } = read;
  const evidence = evidenceOf(note, done, body, tools, INJECTED);
  const guidance = tools.guidance('botulinum', headSentences);
  const found: Finding[] = [...guidance.findings, ...toxinFindings(note, dose)];
  const product = agentOf(read, evidence);
  if (product.findings) found.push(...product.findings);
  const located = locatedBy(note, tools, [...headSentences, ...body]);
  const procedures = kinds.map((kind, index): ProcedureDraft => {
    const attributes: Record<string, FactValue> = {};
    const quotes: Record<string, readonly NoteEvidence[]> = {};
    for (const { name, at } of located) {
      attributes[name] = true;
      quotes[name] = [quote(note, at.start, at.end)];
    }
    if (kind.kind === 'toxin-limb')
      for (const { name, count, at } of limbCounts(note, tools, [...headSentences, ...body])) {
        attributes[name] = count;
        quotes[name] = [quote(note, at.start, at.end)];
      }
    if (kind.injected.length > 0) attributes['muscles'] = [...new Set(kind.injected.map((one) => one.muscle.name))];
    if (dose.vial !== undefined && index === 0) attributes['toxin.vial-units'] = dose.vial;
    return {
      family: 'botulinum',
      kind: kind.kind,
      targets: targetsOf(read, kind),
      guidance: guidance.guidance,
      // What was drawn from one vial is told once, with the first procedure.
      // A drug that nobody will be billed for is not listed.
      agents: index === 0 && kind.kind !== 'toxin-cosmetic' ? product.agents : [],
      intent: 'therapeutic',
      attributes,
      evidence,
      attributeEvidence: quotes,
    };
  });
  return { procedures, findings: found };
}

function targetsOf(read: Read, kind: Kind): Target[] {
  const { note, titleSide } = read;
  if (kind.kind === 'toxin-migraine') return [];
  const targets = kind.injected.flatMap((one): Target[] => {
    const evidence = [quote(note, one.at.start, one.at.end)];
    if (one.muscle.part === 'gland')
      return (one.side === 'bilateral' ? (['left', 'right'] as const) : [one.side]).map((side) => ({
        kind: 'site',
        name: side === undefined ? one.muscle.name : `${side}-${one.muscle.name}`,
        side,
        evidence,
      }));
    return [{ kind: 'muscle', name: one.muscle.name, side: one.side, evidence }];
  });
  if (targets.length > 0 || kind.kind === 'toxin-limb' || kind.kind === 'toxin-other') return targets;
  return [{ kind: 'site', name: undefined, side: titleSide, evidence: [] }];
}

function agentOf(read: Read, evidence: readonly NoteEvidence[]): { agents: Agent[]; findings?: Finding[] } {
  const { note, tools, dose, headSentences, body } = read;
  const told = tools
    .drugs([...body, ...headSentences.filter((one) => !body.includes(one))])
    .filter((drug) => drug.name.drug.role === 'toxin');
  const names = [...new Set(told.map((drug) => drug.name.drug.name))].filter((name) => !name.endsWith('unspecified'));
  const first = told.find((drug) => drug.name.drug.name === names[0]) ?? told[0];
  if (!first && dose.units === undefined) return { agents: [] };
  const one = names.length <= 1;
  const at = first ? [quote(note, first.start, first.end)] : evidence.slice(0, 1);
  const agent: Agent = {
    drug: one ? (names[0] ?? 'botulinum-toxin-unspecified') : 'botulinum-toxin-unspecified',
    role: 'toxin',
    ...(dose.units === undefined ? {} : { units: dose.units }),
    ...(dose.wasted === undefined ? {} : { wasted: dose.wasted }),
    ...(dose.multiDose ? { singleDose: false } : {}),
    evidence: [...at, ...dose.at.map((span) => quote(note, span.start, span.end))],
    ...(dose.derivation === undefined ? {} : { derivation: dose.derivation }),
  };
  return { agents: [agent] };
}
