import type { Finding } from '../../../model/finding.ts';
import { holds, quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { gaveNothing } from '../head-and-body.ts';
import { NOTHING, type Detected, type ProcedureDraft } from '../recognizer.ts';
import type { Statement } from '../statements.ts';
import { givenInOneLine } from '../given-in-one-line.ts';
import { deniesActs, toldToday } from '../technique/told-today.ts';
import type { NoteTools } from '../tools.ts';
import { buildSited } from './build-sited.ts';
import { siteMentions } from './site-mentions.ts';
import { type SitedFamily } from './sited-family.ts';

const INJECTED =
  /\binject\w*|\binfiltrat\w*|\binstill\w*|\badminister\w*|\bdeposit\w*|\b(?:was|were) (?:given|placed|delivered|introduced)/;
/** Operations: an injection in one of them belongs to it. */
const OPERATION =
  /arthroscop|arthroplast|replacement|\brelease\b|\brepair|meniscectom|\breduction\b|fixation|\borif\b|debridement|excision|osteotom|amputat|\bfusion\b|arthrodesis|manipulation|incision|drainage|biops|laminect|hardware|ligament reconstruct|transfer\b|craniot|section\b|ectomy\b|delivery/;
const PICTURE = /\barthrogra(?:ms?|phy)\b(?! (?:and|with) (?:steroid|injection))/;
const OPERATIVE = /\barthroscop|\bportals?\b|\bincision\b|\btourniquet|\btrocar\b|\bscalpel\b|\b15[- ]blade/;

/** Procedures of such a family: by their names, else by a needle led to a place and something injected. */
export function detectSited(note: ProcedureNote, tools: NoteTools, family: SitedFamily): Detected {
  if (tools.setting.surgery || tools.titles.some((one) => isOperation(tools.says(one)))) return NOTHING;
  const named = tools.statements.done.filter((one) => one.family === family.family);
  // Contrast alone makes a picture of the joint.
  // `Skin and interspinous ligament were infiltrated`: the way of the needle of something else.
  const all = named.filter(
    (one) => !PICTURE.test(tools.says(one.segment)) && (one.place === 'title' || !skin(tools, one.sentence)),
  );
  const titles = all.filter((one) => one.place === 'title');
  if (titles.length === 0 && tools.titles.some((one) => tools.tells(one, PICTURE))) return NOTHING;
  if (titles.length === 0 && (holds(note, OPERATIVE) || tools.titledOtherwise)) return NOTHING;
  const done = titles.length > 0 ? titles : all;
  const body = tools.bodyOf(family.family);
  const kinds = new Map<string, Statement[]>();
  for (const one of done) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  if (kinds.size === 0) {
    const given = tools.statements.abandoned.find((one) => one.family === family.family && one.place === 'title');
    if (given) return { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] };
    for (const kind of toldByActs(note, tools, family)) kinds.set(kind, []);
    if (kinds.size === 0) for (const kind of toldByDose(note, tools, family)) kinds.set(kind, []);
    if (kinds.size === 0) return NOTHING;
  }
  const [first] = done;
  const where = first ?? tools.body[0]!;
  if (tools.givenUp && gaveNothing(tools, body))
    return { procedures: [], findings: [say.abandoned(quote(note, where.start, where.end))] };
  if (!tools.performed)
    return first?.place === 'title'
      ? { procedures: [], findings: [say.undescribed(quote(note, first.segment.start, first.segment.end))] }
      : NOTHING;
  if (!injected(tools, body, done)) {
    const aspirated = body.find((one) => /aspirat|arthrocentes/.test(tools.says(one)) && tools.asserted(one));
    const finding = aspirated ? say.aspiratedOnly : say.undescribed;
    return { procedures: [], findings: [finding(quote(note, where.start, where.end))] };
  }
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [];
  for (const [kind, statements] of kinds) {
    const built = buildSited(note, tools, family, kind, statements, body);
    procedures.push(built.procedure);
    found.push(...built.findings);
  }
  return { procedures, findings: found };
}

function isOperation(words: string): boolean {
  return words.length < 400 && OPERATION.test(words);
}

/** The needle goes there, and not past it. */
const INTO = /\b(?:into|inside|within|enter\w*|inject\w*|access\w*|(?:plac|position|insert|introduc|advanc)\w* in)\b/;
const HOLLOW = /\b(?:joints?|bursae?|space|cavity|capsule)\b/;

/** Something was injected, or a drug given in an amount; taking fluid out alone is no injection. */
function injected(tools: NoteTools, body: readonly Sentence[], done: readonly Statement[]): boolean {
  const sentences = [...body, ...done.map((one) => one.sentence)];
  const gave = (sentence: Sentence) =>
    tools.drugs([sentence]).some((drug) => drug.name.drug.role !== 'contrast' && drug.quantities.length > 0);
  if (sentences.some(gave)) return true;
  return body.some((one) => one.section.role !== 'title' && tools.tells(one, INJECTED) && !skin(tools, one));
}

function skin(tools: NoteTools, sentence: Span): boolean {
  return /\bskin\b|subcutan|wheal|anestheti[sz]ed/.test(tools.says(sentence));
}

const GIVEN =
  /\b(?:inject|instill|infiltrat)\w*|\b(?:was|were|is|are|been) (?:\w+ )?(?:administered|deposited|delivered|given|introduced|placed)\b|\b(?:i|we) (?:then )?(?:gave|deposited|delivered|placed|put)\b/;

/** A needle led to a place and a steroid or a filler injected, in a note that names no procedure at all. */
function toldByActs(note: ProcedureNote, tools: NoteTools, family: SitedFamily): Set<string> {
  const kinds = new Set<string>();
  if (tools.statements.done.length > 0 || tools.titledOtherwise || deniesActs(note)) return kinds;
  // What was done on another day, elsewhere or by others tells nothing of this one.
  const today = new Set(toldToday(note));
  const body = tools.body.filter((one) => today.has(one));
  const given = body.some(
    (one) =>
      tools.tells(one, GIVEN) &&
      tools.asserted(one) &&
      tools.drugs([one]).some((drug) => drug.name.drug.role === 'steroid' || drug.name.drug.role === 'other'),
  );
  if (!given) return kinds;
  // Where a nerve is the target, the joint beside it is a landmark.
  if (
    tools.body.some((one) =>
      /\bneuroma|\bnerves? (?:block|was blocked)|\bperineural|\bganglion cyst/.test(tools.says(one)),
    )
  )
    return kinds;
  for (const sentence of body) {
    const words = tools.says(sentence);
    if (!/\bneedles?\b|\binject\w*|\bgauge\b/.test(words) || !tools.asserted(sentence)) continue;
    for (const mention of siteMentions(note, sentence, family.sites)) {
      const before = note.lower.slice(Math.max(sentence.start, mention.start - 60), mention.start);
      const place = note.lower.slice(mention.start, Math.min(sentence.end, mention.end + 24));
      if (INTO.test(before) && (family.family !== 'joint' || HOLLOW.test(place)))
        kinds.add(family.kindOf(mention.site));
    }
  }
  return kinds;
}

/** `R knee 40 mg kenalog`: a line without any name of a procedure. */
function toldByDose(note: ProcedureNote, tools: NoteTools, family: SitedFamily): Set<string> {
  const given = givenInOneLine(note, tools);
  return new Set(
    given.flatMap((one) => siteMentions(note, one, family.sites).map((mention) => family.kindOf(mention.site))),
  );
}
