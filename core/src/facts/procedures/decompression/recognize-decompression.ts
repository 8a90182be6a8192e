import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Laterality } from '../../../model/laterality.ts';
import type { Target } from '../../../model/procedure.ts';
import { regionOfInterspace } from '../../../model/spine/interspace.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { joinSides } from '../../spine/sides.ts';
import { holds, quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, narrativeOf, sentencesIn } from '../head-and-body.ts';
import { NOTHING, type Detected, type Recognizer } from '../recognizer.ts';
import { regionInWords } from '../regions.ts';
import { readSides } from '../side-reading.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import {
  DECOMPRESSION,
  DECOMPRESSION_GATE,
  DECOMPRESSION_NAMES,
  DECOMPRESSION_NARRATIVE,
} from './decompression-names.ts';

const FAMILY = 'mild';
const NAMED = DECOMPRESSION_NAMES.map(({ words }) => new RegExp(words.source));
/** Instruments and acts that only the needle route has. */
const PORTAL =
  /tissue sculpt|bone sculpt|\btrocar|\bportal\b|\bmild\s?(?:®|\(r\))|epidurogram|cannula|\b(?:5\.1|6)[- ]?(?:mm|g)|percutaneous/;
/** What takes tissue away. */
const TAKES =
  /\b(?:decompress|debulk|resect|remov|sculpt|excis|trim|thinn|shav|bit(?:e|es)\b|rongeur)\w*[^.]{0,120}(?:ligament|flavum|lamina|tissue|bone|level|interspace|l\d)|(?:ligament|flavum|lamina|tissue|bone)\w*[^.]{0,120}\b(?:decompress|debulk|resect|remov|sculpt|excis|trim|thinn)\w*|decompression (?:was|were) (?:then )?(?:performed|carried out|achieved|completed|accomplished)/;
/** Open operations at the same place. */
const OPEN =
  /\b(?:laminectom\w+|facetectom\w+|foraminotom\w+|dis[ck]ectom\w+|pedicle screws?|interbody|subperiosteal|kerrison|high[- ]speed (?:drill|bur)|microscope|tubular (?:retractor|dilator)|endoscop\w+)\b/;

/** Percutaneous image-guided decompression: ligament and bone taken away through a portal. */
export const decompressionRecognizer: Recognizer = {
  family: FAMILY,
  gate: DECOMPRESSION_GATE,
  names: DECOMPRESSION_NAMES,
  narrative: DECOMPRESSION_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const done = tools.statements.done.filter((one) => one.family === FAMILY);
  if (done.length === 0 && !isDictated(note, tools)) {
    const given = tools.statements.abandoned.find((one) => one.family === FAMILY && one.place === 'title');
    return given ? { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] } : NOTHING;
  }
  const body = narrativeOf(tools, tools.bodyOf(FAMILY));
  const told = body.filter((one) => tools.tells(one, TAKES) && tools.asserted(one));
  const portal = body.some((one) => tools.tells(one, PORTAL) && tools.asserted(one));
  const named = done[0] ?? told[0] ?? tools.body[0]!;
  if (tools.givenUp && told.length === 0)
    return { procedures: [], findings: [say.abandoned(quote(note, named.start, named.end))] };
  if (told.length === 0 || !portal) {
    const title = done.find((one) => one.place === 'title');
    return title && !isOpen(note, tools)
      ? { procedures: [], findings: [say.undescribed(quote(note, title.segment.start, title.segment.end))] }
      : NOTHING;
  }
  if (isOpen(note, tools) && !holds(note, /\bmild\s?(?:®|\(r\)|procedure)|\bpild\b|percutaneous/)) return NOTHING;
  return build(note, tools, body);
}

/** No title and no sentence that says "was performed", but the narrative names it where it takes the ligament away. */
function isDictated(note: ProcedureNote, tools: NoteTools): boolean {
  if (tools.titledOtherwise || tools.statements.done.length > 0) return false;
  const named = tools.body.some((one) => {
    const words = tools.says(one);
    return (
      tools.asserted(one) &&
      NAMED.some((pattern) => pattern.test(words)) &&
      !/\b(?:history|candidate|discuss\w*|options?)\b/.test(words)
    );
  });
  return named && holds(note, /tissue sculpt|bone sculpt|\btrocar|\bportal\b/);
}

/** The narrative tells an open operation: two of its signs. */
function isOpen(note: ProcedureNote, tools: NoteTools): boolean {
  const seen = new Set<string>();
  for (const sentence of tools.body) {
    const found = OPEN.exec(tools.says(sentence));
    if (found && tools.asserted(sentence)) seen.add(found[0]);
  }
  return seen.size >= 2 || (seen.size === 1 && tools.setting.surgery && !holds(note, /trocar|portal|sculpt/));
}

function build(note: ProcedureNote, tools: NoteTools, body: readonly Sentence[]): Detected {
  const done = tools.statements.done.filter((one) => one.family === FAMILY);
  const head = titleSpans(tools, done, FAMILY);
  const heads = sentencesIn(note, head);
  const found: Finding[] = [];
  const evidence = evidenceOf(note, done, body, tools, TAKES);
  const title = places(
    head.flatMap((span) => tools.levels(span)),
    true,
  );
  const narrated = places(
    body
      .filter((one) => tools.tells(one, DECOMPRESSION_NARRATIVE) || /\blevels?\b|interspace/.test(tools.says(one)))
      .filter((one) => tools.asserted(one))
      .flatMap((one) => tools.levels(one)),
  );
  const chosen = title.size > 0 ? title : narrated;
  const headSides = head.flatMap((span) => tools.sides(span));
  const headSide = joinSides(headSides.map((one) => one.side));
  const sides = readSides(note, body, headSide, headSides[0] ?? head[0]);
  found.push(...sides.findings);
  const one = sides.contradicted ? undefined : sides.side;
  const targets: Target[] = [...chosen].map(([name, place]) => ({
    kind: 'interspace',
    name,
    region: regionOfInterspace(name),
    side: known(place.side ?? narrated.get(name)?.side ?? one),
    evidence: [quote(note, place.at.start, place.at.end)],
  }));
  if (targets.length === 0) {
    const region = regionInWords(note.lower, [...head, ...body]) ?? 'lumbar';
    targets.push({ kind: 'interspace', name: undefined, region, side: known(one), evidence: [evidence[0]] });
    found.push(say.levelOpen(evidence[0]));
  }
  const guidance = tools.guidance(FAMILY, heads);
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, at: Span | undefined) => {
    if (!at) return;
    attributes[name] = true;
    quotes[name] = [quote(note, at.start, at.end)];
  };
  const saying = (words: RegExp) => body.find((sentence) => tools.tells(sentence, words) && tools.asserted(sentence));
  set('epidurogram', saying(/epidurogram|epidurograph/));
  set('specimen', saying(/\bspecimen|\bpatholog(?:y|ic)|tissue (?:was|were) (?:sent|collected|removed)/));
  set(
    'study.blinded',
    [...heads, ...note.sentences].find(
      (sentence) =>
        /\b(?:sham|placebo|blinded)\b/.test(tools.says(sentence)) &&
        /\b(?:study|trial|arm|random\w*|protocol)\b/.test(tools.says(sentence)) &&
        tools.asserted(sentence),
    ),
  );
  return {
    procedures: [
      {
        family: FAMILY,
        kind: DECOMPRESSION,
        targets,
        guidance: guidance.guidance,
        agents: [],
        attributes,
        evidence,
        attributeEvidence: quotes,
      },
    ],
    findings: [...found, ...guidance.findings],
  };
}

interface Place {
  readonly side: Laterality | undefined;
  readonly at: Span;
}

/** Interspaces named, each once with its sides joined; a single vertebra is a landmark. */
function places(mentions: readonly LevelMention[], named = false): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const mention of mentions) {
    // In the name of the procedure the decompression is no condition.
    if ((mention.noun === 'condition' && !named) || mention.noun === 'root') continue;
    for (const level of mention.levels) {
      if (level.attempted || level.upper === level.lower) continue;
      for (const name of interspaces(level.upper, level.lower)) {
        const before = found.get(name);
        const side = joinSides([before?.side, mention.side]);
        found.set(name, { side, at: before?.at ?? level });
      }
    }
  }
  return found;
}

/** `L3` to `L5` are two interspaces. */
function interspaces(upper: string, lower: string): string[] {
  const column = ['L1', 'L2', 'L3', 'L4', 'L5', 'S1'];
  const [from, to] = [column.indexOf(upper), column.indexOf(lower)];
  if (from < 0 || to < 0) return [`${upper}-${lower}`];
  return column.slice(from, to).map((name, at) => `${name}-${column[from + at + 1]}`);
}

function known(side: Laterality | undefined): Laterality | undefined {
  return side === 'midline' ? undefined : side;
}
