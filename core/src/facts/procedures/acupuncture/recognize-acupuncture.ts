import type { NoteEvidence } from '../../../model/evidence.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { Target } from '../../../model/procedure.ts';
import { holds, quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, sentencesIn } from '../head-and-body.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import type { Statement } from '../statements.ts';
import { LONGEST_TELEGRAM } from '../telegram.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import { ACUPUNCTURE_GATE, ACUPUNCTURE_NAMES, ACUPUNCTURE_NARRATIVE } from './acupuncture-names.ts';
import { personalMinutes } from './needle-time.ts';
import { readNeedleSets } from './needle-sets.ts';

/** Acupuncture: needles, personal minutes, sets put in again, electrical stimulation. */
export const acupunctureRecognizer: Recognizer = {
  family: 'acupuncture',
  gate: ACUPUNCTURE_GATE,
  names: ACUPUNCTURE_NAMES,
  narrative: ACUPUNCTURE_NARRATIVE,
  detect,
};

const NEEDLED =
  /\bneedles?\b[^.;\n]{0,100}\b(?:insert|plac|retain|remov|withdr|left in|used|put|stimulat|appl)\w*|\b(?:insert|plac|appl|retain|remov)\w*[^.;\n]{0,60}\bneedles?\b|\bde ?qi\b|\bpoints? (?:needled|used|treated|stimulated)\b|\b(?:acupuncture|needled) points?\s*:|\bneedles? (?:out|in|counted)\b|\bset\b[^.;\n]{0,40}\b(?:bl|ub|gb|lv|lr|li|lu|st|sp|ht|ki|kd|pc|gv|du|cv)\s?\d/;
const DONE =
  /\bacupunct\w*\b[^.;\n]{0,60}\b(?:was|were) (?:\w+ )?(?:performed|done|given|provided|administered|completed)\b|\b(?:performed|provided|received|administered|completed)\b[^.;\n]{0,40}\bacupunct\w*\b[^.;\n]{0,40}\btoday\b/;
const MINUTES = /\b\d{2} ?min/;
const POINT = /\b(?:BL|UB|GB|LV|LR|LI|LU|ST|SP|HT|SI|KI|KD|PC|TE|SJ|TW|GV|DU|CV|REN|YT)[ -]?\d{1,2}\b/g;

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  if (tools.setting.surgery) return NOTHING;
  const all = tools.statements.done.filter((one) => one.family === 'acupuncture');
  const titles = all.filter((one) => one.place === 'title');
  const done = titles.length > 0 ? titles : all;
  const body = tools.bodyOf('acupuncture');
  const needled = body.filter((one) => tools.tells(one, NEEDLED) && tools.asserted(one));
  const acts = needled.length > 0 || titles.length === 0 ? needled : body.filter((one) => inShort(note, tools, one));
  if (done.length === 0) {
    const given = tools.statements.abandoned.find((one) => one.family === 'acupuncture' && one.place === 'title');
    if (given) return { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] };
    if (tools.titledOtherwise || tools.statements.done.length > 0) return NOTHING;
    const told = body.some((one) => tools.tells(one, DONE) && tools.asserted(one));
    if (acts.length === 0 || !(told || acts.some((one) => tools.tells(one, ACUPUNCTURE_GATE)))) return NOTHING;
  } else if (acts.length === 0) {
    const named = titles[0];
    return named
      ? { procedures: [], findings: [say.undescribed(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  if (tools.givenUp && acts.length === 0) return NOTHING;
  return { procedures: [build(note, tools, done, body)], findings: [] };
}

/** `Acupuncture, 15 min face to face, LI4, ST36`: minutes in person with points or needles are a session in one line. */
function inShort(note: ProcedureNote, tools: NoteTools, sentence: Sentence): boolean {
  if (note.text.length > LONGEST_TELEGRAM || !tools.asserted(sentence) || !tools.tells(sentence, MINUTES)) return false;
  POINT.lastIndex = 0;
  return holds(note, /\bneedles?\b|\bface[- ]to[- ]face\b/) || POINT.test(note.text);
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  done: readonly Statement[],
  body: readonly Sentence[],
): ProcedureDraft {
  const head = sentencesIn(note, titleSpans(tools, done, 'acupuncture'));
  const sentences = [...head.filter((one) => !body.includes(one)), ...body];
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue, ...at: readonly Span[]) => {
    attributes[name] = value;
    quotes[name] = at.map((span) => quote(note, span.start, span.end));
  };
  const minutes = personalMinutes(tools, sentences);
  if (minutes) set('needling.minutes', minutes.minutes, ...minutes.at);
  const sets = readNeedleSets(note, tools, sentences);
  if (sets.reinsertions) set('needling.reinsertions', sets.reinsertions.count, sets.reinsertions.at);
  if (sets.electrical) set('needling.electrical', sets.electrical.on, sets.electrical.at);
  if (sets.electricalSets && sets.electrical)
    set('needling.electrical-sets', [...sets.electricalSets], sets.electrical.at);
  return {
    family: 'acupuncture',
    kind: 'acupuncture',
    targets: pointsOf(note, body),
    guidance: { modality: undefined, contrast: undefined, imagesSaved: undefined, evidence: [] },
    agents: [],
    intent: 'therapeutic',
    attributes,
    evidence: evidenceOf(note, done, body, tools, NEEDLED),
    attributeEvidence: quotes,
  };
}

/** The points by their names on the meridians; each once. */
function pointsOf(note: ProcedureNote, body: readonly Sentence[]): Target[] {
  const found = new Map<string, Target>();
  for (const sentence of body) {
    const words = note.text.slice(sentence.start, sentence.end);
    POINT.lastIndex = 0;
    for (let hit = POINT.exec(words); hit; hit = POINT.exec(words)) {
      const name = hit[0].replace(/[ -]/g, '').toLowerCase();
      const start = sentence.start + hit.index;
      if (!found.has(name))
        found.set(name, { kind: 'site', name, side: undefined, evidence: [quote(note, start, start + hit[0].length)] });
    }
  }
  return [...found.values()];
}
