import type { Finding } from '../../../model/finding.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Laterality } from '../../../model/laterality.ts';
import { joinSides } from '../../spine/sides.ts';
import { quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { readSides } from '../side-reading.ts';
import type { Statement } from '../statements.ts';
import { titleSpans } from '../title-spans.ts';
import { isOfOthers } from '../technique/told-today.ts';
import type { NoteTools } from '../tools.ts';
import { limbSides } from './limb-sides.ts';
import { siteMentions, type Lexicon, type SiteMention } from './site-name.ts';
import { allMatches } from '../../text/all-matches.ts';

/** A structure that was treated, each once, with its side and how the side is known. */
export interface TreatedSite {
  readonly site: string;
  readonly side: Laterality | undefined;
  readonly at: Span;
}

export interface SiteReading {
  readonly sites: readonly TreatedSite[];
  /** The side of the whole, for what has none of its own. */
  readonly side: Laterality | undefined;
  readonly sideDerivation: string | undefined;
  readonly sideEvidence: readonly NoteEvidence[];
  readonly contradicted: boolean;
  readonly head: readonly Span[];
  readonly body: readonly Sentence[];
  /** The sentences of the narrative that name a structure of the family. */
  readonly naming: readonly Sentence[];
  readonly findings: readonly Finding[];
  readonly evidence: readonly NoteEvidence[];
}

export const ACT =
  /\bneedles?\b|\binject\w*|\bblock\w*|\binfiltrat\w*|\bdeposit\w*|\binstill\w*|\bcannula\w*|\belectrodes?\b|\bprobes?\b|\blesion\w*|\bablat\w*|\ban(?:a)?esthetized|\badvanc\w*|\binsert\w*|\btarget\w*|\bapproached|\bidentified|\blocali[sz]ed|\bvisuali[sz]ed|\badministered|\bplaced|\bpalpat\w+|\bwas (?:\w+ )?felt\b|\brepeat\w*|\bcatheter|\blocated|\bmarked|\bprepp?ed/;
const STATED_SIDE_OF_OTHERS =
  /\b(?:affected|symptomatic|involved|painful|injured|same|diseased|effected)\s+(?:side|extremity|limb|arm|leg|shoulder|knee|hand|foot|nerve)\b/;

/**
 * Which structures of a family were treated and on which side: the title's stand; the narrative's where the title names
 * none. "The affected side" is looked up in the diagnosis.
 */
export function readSites(
  note: ProcedureNote,
  tools: NoteTools,
  family: string,
  statements: readonly Statement[],
  known: Lexicon,
): SiteReading {
  const head = titleSpans(tools, statements, family);
  const body = tools.bodyOf(family).filter((one) => one.section.role !== 'title');
  const own = segmentsOnly(statements);
  const inTitle = (own.length > 0 ? own : head).flatMap((span) => siteMentions(note, span, known));
  const told = body
    .filter((one) => tools.tells(one, ACT) && tools.asserted({ start: one.start, end: one.start + 1 }))
    .flatMap((one) => siteMentions(note, one, known).filter((mention) => tools.asserted(mention)));
  const mentions =
    inTitle.length > 0
      ? inTitle
      : told.length > 0
        ? told
        : body.flatMap((one) => siteMentions(note, one, known).filter((mention) => tools.asserted(mention)));
  const headSide =
    joinSides(inTitle.map((one) => one.side)) ??
    joinSides(head.flatMap((span) => limbSides(note, span).map((one) => one.side)));
  const sideAt = inTitle.find((one) => one.side) ?? head[0];
  const sides = readSides(note, body, headSide, sideAt);
  const elsewhere =
    sides.side === undefined && !sides.contradicted ? sideOfNarrative(note, tools, body, known) : undefined;
  const side = sides.side === 'midline' ? undefined : (sides.side ?? elsewhere?.side);
  const one = inTitle.length === 0 && new Set(mentions.map((mention) => mention.side)).size === 1;
  const merged = new Map<string, TreatedSite>();
  for (const mention of mentions) {
    const own = sides.contradicted ? undefined : one ? (side ?? mention.side) : (mention.side ?? side);
    const before = merged.get(mention.site);
    if (!before) merged.set(mention.site, { site: mention.site, side: own, at: mention });
    else merged.set(mention.site, { ...before, side: joinSides([before.side, own]) });
  }
  return {
    sites: [...merged.values()],
    side: sides.contradicted ? undefined : side,
    sideDerivation: elsewhere?.derivation,
    sideEvidence: elsewhere ? [quote(note, elsewhere.at.start, elsewhere.at.end)] : [],
    contradicted: sides.contradicted,
    head,
    body,
    naming: body.filter((sentence) => siteMentions(note, sentence, known).length > 0),
    findings: sides.findings,
    evidence: evidenceOf(note, tools, statements, body, known),
  };
}

/** Stretches of the statements themselves, each once. */
function segmentsOnly(statements: readonly Statement[]): Span[] {
  const titles = statements.filter((one) => one.place === 'title');
  const chosen = titles.length > 0 ? titles : statements;
  const spans: Span[] = [];
  for (const { segment } of chosen)
    if (!spans.some((span) => span.start === segment.start && span.end === segment.end)) spans.push(segment);
  return spans;
}

/** Sides beside the structure or its limb in the narrative, else the side that the diagnosis names when the note says "affected". */
function sideOfNarrative(
  note: ProcedureNote,
  tools: NoteTools,
  body: readonly Sentence[],
  known: Lexicon,
): { side: Laterality; at: Span; derivation: string | undefined } | undefined {
  const near: { side: Laterality; at: Span }[] = [];
  for (const sentence of body) {
    const words = tools.says(sentence);
    if (!ACT.test(words) && siteMentions(note, sentence, known).length === 0) continue;
    for (const one of limbSides(note, sentence)) if (tools.asserted(one)) near.push({ side: one.side, at: one });
  }
  const joined = joinSides(near.map((one) => one.side));
  if (joined && near[0]) return { side: joined, at: near[0].at, derivation: undefined };
  const affected = body.find((one) => tools.tells(one, STATED_SIDE_OF_OTHERS));
  if (!affected) return undefined;
  for (const roles of [
    ['postop-diagnosis', 'preop-diagnosis', 'diagnosis', 'assessment'],
    ['indications', 'history', 'header'],
  ]) {
    const found = note.sentences
      .filter((one) => roles.includes(one.section.role))
      .flatMap((one) =>
        /\b(left|right|bilateral)\b/.test(tools.says(one))
          ? sidesIn(tools.says(one)).map((side) => ({ side, at: one }))
          : [],
      );
    const side = joinSides(found.map((one) => one.side));
    if (side && found[0]) return { side, at: found[0].at, derivation: `the affected side, ${side} by the diagnosis` };
  }
  return undefined;
}

function sidesIn(words: string): Laterality[] {
  return [...allMatches(words, /\b(left|right|bilateral)\b/g)].map((found) => found[1] as Laterality);
}

function evidenceOf(
  note: ProcedureNote,
  tools: NoteTools,
  statements: readonly Statement[],
  body: readonly Sentence[],
  known: Lexicon,
): NoteEvidence[] {
  const evidence = statements.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
  const act = body.find((one) => tools.tells(one, ACT) && siteMentions(note, one, known).length > 0);
  if (act) evidence.push(quote(note, act.start, act.end));
  if (evidence.length === 0 && body[0]) evidence.push(quote(note, body[0].start, body[0].end));
  return evidence;
}

/** Sentences of the narrative that lead a needle or a drug to a structure, for notes without any name of a procedure. */
export function actsOn(
  note: ProcedureNote,
  tools: NoteTools,
  known: Lexicon,
  direct: RegExp,
): { readonly sentence: Sentence; readonly mentions: readonly SiteMention[] }[] {
  const drugs = tools.drugs(tools.body);
  if (!drugs.some((drug) => drug.name.drug.role !== 'contrast' && drug.quantities.length > 0)) return [];
  if (!tools.body.some((one) => /\bneedle|\binject/.test(tools.says(one)))) return [];
  return tools.body.flatMap((sentence) => {
    if (sentence.section.role === 'header' || !tools.tells(sentence, direct) || !tools.asserted(sentence)) return [];
    if (isOfOthers(tools.says(sentence))) return [];
    const mentions = siteMentions(note, sentence, known);
    return mentions.length > 0 ? [{ sentence, mentions }] : [];
  });
}

const FROZEN = /\bcryo-?(?:probe|needle|cannula)s?\b|\bfreez(?:e|ing)\b|\bice ball/;

const NEEDLE_TOLD = /\bneedle\b[^.]{0,24}\d\d|\b\d\d[\s-]?(?:g|ga|gauge)\b/;

/** What the common signs of a procedure do not know: freezing, and the needle among the lines of a form. */
export function performed(note: ProcedureNote, tools: NoteTools): boolean {
  if (tools.performed) return true;
  return note.sentences.some((one) => {
    const { role } = one.section;
    const onForm = (role === 'equipment' || role === 'medications') && tools.tells(one, NEEDLE_TOLD);
    return onForm || (TELLS.has(role) && tools.tells(one, FROZEN) && tools.asserted(one));
  });
}

const TELLS: ReadonlySet<string> = new Set(['title', 'description', 'findings', 'other', 'header', 'equipment']);
