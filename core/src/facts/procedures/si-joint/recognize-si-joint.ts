import type { FactValue } from '../../../model/fact.ts';
import type { Finding } from '../../../model/finding.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import { joinSides } from '../../spine/sides.ts';
import { quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { readAblation, saysLesion } from '../facet/ablation.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, gaveNothing, sentencesIn } from '../head-and-body.ts';
import { intentOf } from '../intent.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { readSides } from '../side-reading.ts';
import type { Statement } from '../statements.ts';
import { givenInOneLine } from '../given-in-one-line.ts';
import { gives } from '../technique/deeds.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import { SI_JOINT_GATE, SI_JOINT_NAMES, SI_JOINT_NARRATIVE } from './si-joint-names.ts';
import { allMatches } from '../../text/all-matches.ts';

const FAMILY = 'si-joint';
const ACT = /\b(?:needles?|cannulae?s?|electrodes?|probes?|inject\w*|block\w*|lesion\w*|ablat\w*)\b/;
/** The narrative leads needles to the nerves of the joint. */
const TO_NERVES =
  /lateral branch|\bs1\b[^.]{0,24}\bs[23]\b[^.]{0,60}(?:foram|nerve|branch)|(?:foram|nerve|branch)[^.]{0,60}\bs1\b[^.]{0,24}\bs[23]\b/;
/** The narrative enters the joint itself. */
const INTO_JOINT =
  /\b(?:into|within|inside|enter\w*|access\w*|to|toward|towards|of|in)\b[^.]{0,60}(?:sacro-?\s?iliac|\bs\.?i\.?|\bsij)\b(?: joints?\b)?|\bintra-?articular|\barthrogram|\bjoint (?:space|was entered|cavity|line)/;

const NEEDLE = /\bneedles?\b|\b\d\d\s?(?:g|ga|gauge)\b/;
const JOINT = /sacro-?\s?iliac joint|\bsi joint|\bsij\b/;
/** Signs of the joint, where it was named some sentences before the needle. */
const ENTRY =
  /\binferior (?:pole|third|margin|end|aspect|part|recess)\b|\binf(?:erior)? third\b|\b(?:joint|jt)\b|\bs1\b[^.]{0,40}\bforam/;
const NEAR = 4;
/** The needle goes beside the foramina of the sacrum, where the nerves of the joint leave. */
const AT_NERVES = /\bs1\b[^.]{0,40}\bforam|\blateral branch/;

/** Injections of the sacroiliac joint, blocks and ablations of its nerves. */
export const siJointRecognizer: Recognizer = {
  family: FAMILY,
  gate: SI_JOINT_GATE,
  names: SI_JOINT_NAMES,
  narrative: SI_JOINT_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  if (tools.setting.surgery) return NOTHING;
  const done = tools.statements.done.filter((one) => one.family === FAMILY);
  const kinds = kindsOf(tools, note, done);
  if (kinds.length === 0) {
    const given = tools.statements.abandoned.find((one) => one.family === FAMILY && one.place === 'title');
    return given ? { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] } : NOTHING;
  }
  const body = tools.bodyOf(FAMILY);
  if (tools.givenUp && gaveNothing(tools, body)) {
    const named = done[0] ?? tools.body[0]!;
    return { procedures: [], findings: [say.abandoned(quote(note, named.start, named.end))] };
  }
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [];
  for (const kind of kinds) {
    const statements = done.filter((one) => one.kind === kind);
    if (!tools.performed) {
      const named = statements.find((one) => one.place === 'title');
      if (named) found.push(say.undescribed(quote(note, named.segment.start, named.segment.end)));
      continue;
    }
    const built = build(note, tools, kind, statements, body, kinds.length > 1);
    procedures.push(built.procedure);
    found.push(...built.findings);
  }
  return { procedures, findings: found };
}

/** Kinds that the title names, else the narrative; a joint or its nerves on one side, so a block beside an ablation is its anesthesia. */
function kindsOf(tools: NoteTools, note: ProcedureNote, done: readonly Statement[]): string[] {
  const titles = new Set(done.filter((one) => one.place === 'title').map((one) => one.kind));
  if (titles.size > 0) return [...titles];
  const told = new Set(done.map((one) => one.kind));
  if (told.has('sacral-lateral-branch-ablation')) {
    if (saysLesion(note, tools.body)) return ['sacral-lateral-branch-ablation'];
    told.delete('sacral-lateral-branch-ablation');
  }
  if (told.size > 0) return tools.titledOtherwise && tools.titles.length > 0 ? [] : [...told];
  if (tools.statements.done.length > 0 || tools.titledOtherwise) return [];
  // No name at all: a needle led to the joint or its nerves, and something injected.
  const says = tools.body.map((one) => tools.says(one));
  const led = tools.body.some((one, index) => {
    const words = says[index]!;
    if (!NEEDLE.test(words) || !tools.asserted(one)) return false;
    if (JOINT.test(words)) return true;
    const near = says.slice(Math.max(0, index - NEAR), index + 1).join(' ');
    return JOINT.test(near) && ENTRY.test([words, says[index + 1]].join(' '));
  });
  const injected = tools.body.some(
    (one) =>
      (/\binject\w*/.test(tools.says(one)) && tools.drugs([one]).some((drug) => drug.name.drug.role !== 'contrast')) ||
      gives(note, tools, one),
  );
  const short = givenInOneLine(note, tools).some((one) => tools.tells(one, SI_JOINT_NARRATIVE));
  const nerves = tools.body.some(
    (one, index) => NEEDLE.test(says[index]!) && AT_NERVES.test(says[index]!) && tools.asserted(one),
  );
  return led && injected && nerves
    ? ['sacral-lateral-branch-block']
    : (led && injected) || short
      ? ['si-joint-injection']
      : [];
}

interface Built {
  readonly procedure: ProcedureDraft;
  readonly findings: readonly Finding[];
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  named: string,
  statements: readonly Statement[],
  body: readonly Sentence[],
  beside: boolean,
): Built {
  const head = titleSpans(tools, statements, FAMILY);
  const headSentences = sentencesIn(note, head);
  const found: Finding[] = [];
  const nerves = nervesTold(tools, body);
  const onNerves = named === 'si-joint-injection' && nerves !== undefined;
  const kind = onNerves ? 'sacral-lateral-branch-block' : named;
  const title = statements.find((one) => one.place === 'title');
  if (onNerves && title)
    found.push(
      say.target(
        quote(note, title.start, title.end),
        quote(note, nerves.start, nerves.end),
        'a block of the nerves of the joint',
      ),
    );
  const inSegments = head.flatMap((span) => tools.sides(span));
  // `Left L5 dorsal ramus and S1-S3 lateral branch block`: the side stands before the part that names these nerves.
  const headSides = inSegments.length > 0 ? inSegments : headSentences.flatMap((one) => tools.sides(one));
  const headSide = joinSides(headSides.map((one) => one.side));
  // Beside another procedure on this joint the narrative's sides are not told apart: the title's stand.
  const sides =
    beside && headSide
      ? { side: headSide, contradicted: false, findings: [] }
      : readSides(note, body, headSide, headSides[0] ?? head[0]);
  found.push(...sides.findings);
  // A line that tells place and dose alone says the side beside the place.
  const short =
    statements.length === 0 ? joinSides(body.flatMap((one) => tools.sides(one).map((at) => at.side))) : undefined;
  const side = sides.contradicted ? undefined : (sides.side ?? short);
  const evidence = evidenceOf(note, statements, body, tools, ACT);
  const guidance = tools.guidance(FAMILY, headSentences);
  found.push(...guidance.findings);

  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue, at: Span) => {
    attributes[name] = value;
    quotes[name] = [quote(note, at.start, at.end)];
  };
  if (kind === 'sacral-lateral-branch-ablation')
    for (const one of readAblation(note, [...headSentences, ...body])) set(one.name, one.value, one.at);
  if (guidance.reading.spread) set('contrast-spread-confirmed', true, guidance.reading.spread);
  if (guidance.reading.savedCount)
    set('images-saved-count', guidance.reading.savedCount.count, guidance.reading.savedCount.at);
  const intent = kind === 'sacral-lateral-branch-ablation' ? undefined : intentOf(note, head);
  const count = side === 'bilateral' ? 2 : 1;
  return {
    procedure: {
      family: FAMILY,
      kind,
      targets: [
        { kind: 'joint', name: 'sacroiliac', side: side === 'midline' ? undefined : side, evidence: [evidence[0]] },
      ],
      guidance: guidance.guidance,
      agents: tools.agents(
        FAMILY,
        {
          sites: count,
          levels: undefined,
          sides: count,
          nerves: kind === 'si-joint-injection' ? undefined : nerveCount(tools, body, head, count),
        },
        headSentences,
      ),
      ...(intent ? { intent: intent.intent } : {}),
      attributes,
      evidence: intent ? [...evidence, quote(note, intent.at.start, intent.at.end)] : evidence,
      attributeEvidence: quotes,
    },
    findings: found,
  };
}

/** Where the narrative injects the nerves, when it never enters the joint. */
function nervesTold(tools: NoteTools, body: readonly Sentence[]): Span | undefined {
  let nerves: Span | undefined;
  for (const sentence of body) {
    const words = tools.says(sentence);
    if (sentence.section.role === 'title' || !ACT.test(words) || !tools.asserted(sentence)) continue;
    if (TO_NERVES.test(words)) nerves ??= sentence;
    else if (INTO_JOINT.test(words)) return undefined;
  }
  return nerves;
}

/** The nerves named: the dorsal ramus of L5 (and L4) and the branches from S1 to the last one. */
function nerveCount(
  tools: NoteTools,
  body: readonly Sentence[],
  head: readonly Span[],
  sides: number,
): number | undefined {
  const words = [...head, ...body].map((span) => tools.says(span)).join(' ');
  const names = new Set<string>();
  if (/\bl5\b[^.]{0,20}dorsal|dorsal ram\w+[^.]{0,20}\bl5\b|\bl5\b/.test(words)) names.add('l5');
  if (/\bl4\b[^.]{0,30}dorsal ram/.test(words)) names.add('l4');
  const range = /\bs1 ?(?:-|–|to|through|thru) ?s?([234])\b/.exec(words);
  if (range) for (let at = 1; at <= Number(range[1]); at++) names.add(`s${at}`);
  for (const one of allMatches(words, /\bs([1-4])\b/g)) names.add(one[0]);
  return names.size === 0 ? undefined : names.size * sides;
}
