import type { Finding } from '../../../model/finding.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import { joinSides } from '../../spine/sides.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { assertionOf } from '../../text/assertion.ts';
import { holds, quote, sentencesIn, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { intentOf } from '../intent.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { regionInWords } from '../regions.ts';
import { levelsGivenUp, nameOf } from '../levels-given-up.ts';
import { readSides } from '../side-reading.ts';
import type { Statement } from '../statements.ts';
import { sidesOf, titleSpans } from '../title-spans.ts';
import { heats, type NoteTools } from '../tools.ts';
import { readAblation, saysLesion } from './ablation.ts';
import { FACET_GATE, FACET_NAMES, FACET_NARRATIVE } from './facet-names.ts';
import { crossingNerves } from './crossing-nerves.ts';
import { kindWithoutName, SACROILIAC } from './kind-without-name.ts';
import { levelFindings, targetsFrom } from './facet-targets.ts';
import { readJoints, type JointReading } from './nerve-joints.ts';

const NEEDLE = /\b(?:needles?|cannulae?s?|electrodes?|probes?|inject\w*|block\w*|lesion\w*|ablat\w*)\b/;
const NERVES =
  /medial branch|median branch|dorsal ram|mbb|mbnb|facet (?:joint )?nerves?|third occipital|articular pillar|denervat|rhizotom|neurotom/;
/** A needle that passes the pillar on its way into the joint is for the joint. */
const INTO_JOINT = /\b(?:into|inside|within) (?:the |each |that )?(?:[ct]\d[-/]\d )?(?:facet )?joint\b/;

/** `PROCEDURE NOTE: RADIOFREQUENCY`: which nerves, the note itself tells. */
const HEAT_ONLY =
  /^\W*(?:(?:thermal|conventional|cooled|pulsed|lumbar|cervical|thoracic) )*(?:radio-?\s?frequency|rfa?|rf)(?: (?:ablations?|neurotom(?:y|ies)|lesioning|lesions?|procedure|denervations?|neurolys[ie]s|rhizotom(?:y|ies)))*\W*$/;

const LESION_MADE = /\blesions?\b[^.]{0,30}\b(?:was|were) (?:\w+ )?(?:made|created|performed|produced)\b|\blesioned\b/;

/** Facet joint injections, medial branch blocks, ablation of medial branches and rupture of facet cysts. */
export const facetRecognizer: Recognizer = {
  family: 'facet',
  gate: FACET_GATE,
  names: FACET_NAMES,
  narrative: FACET_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const done = tools.statements.done.filter((one) => one.family === 'facet');
  if (tools.setting.surgery) return NOTHING;
  const lesioned = lesionedUnderOtherName(note, tools, done);
  const named = lesioned ? ['facet-ablation'] : kindsOf(note, tools, done);
  // `Facet joint injection with cyst rupture`: one needle, one procedure.
  const burst = named.includes('facet-cyst-rupture') && withCyst(done);
  const kinds = burst ? named.filter((kind) => kind !== 'facet-injection') : named;
  if (kinds.length === 0) return abandonedOnly(note, tools);
  if (tools.givenUp && tools.drugs(tools.bodyOf('facet')).every((drug) => drug.name.drug.role === 'contrast')) {
    const named = done[0] ?? tools.body[0]!;
    return { procedures: [], findings: [say.abandoned(quote(note, named.start, named.end))] };
  }
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = lesioned ? [say.approach(lesioned.titled, lesioned.told)] : [];
  for (const kind of kinds) {
    const statements = done.filter(
      (one) => one.kind === kind || ((burst || lesioned !== undefined) && one.kind === 'facet-injection'),
    );
    if (!tools.performed) {
      const named = statements[0];
      if (named?.place === 'title') found.push(say.undescribed(quote(note, named.segment.start, named.segment.end)));
      continue;
    }
    const result = build(note, tools, kind, statements);
    if (!result) continue;
    procedures.push(result.procedure);
    found.push(...result.findings);
  }
  return { procedures, findings: found };
}

/** A title that says block over a narrative that made lesions of so many degrees and seconds: the lesions were done. */
function lesionedUnderOtherName(
  note: ProcedureNote,
  tools: NoteTools,
  done: readonly Statement[],
): { readonly titled: NoteEvidence; readonly told: NoteEvidence } | undefined {
  const titles = done.filter((one) => one.place === 'title');
  const [titled] = titles;
  if (!titled || titles.some((one) => one.kind !== 'facet-injection')) return undefined;
  const told = tools.body.find((one) => tools.tells(one, LESION_MADE) && heats(tools.says(one)) && tools.asserted(one));
  return told && saysLesion(note, [told])
    ? { titled: quote(note, titled.start, titled.end), told: quote(note, told.start, told.end) }
    : undefined;
}

function withCyst(done: readonly Statement[]): boolean {
  return done.some(
    (one) =>
      one.kind === 'facet-cyst-rupture' &&
      done.some((other) => other.kind === 'facet-injection' && other.sentence === one.sentence),
  );
}

function abandonedOnly(note: ProcedureNote, tools: NoteTools): Detected {
  const given = tools.statements.abandoned.find((one) => one.family === 'facet' && one.place === 'title');
  return given ? { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] } : NOTHING;
}

/** Kinds done: those of the title, else those of the narrative; a block told beside an ablation is part of it. */
function kindsOf(note: ProcedureNote, tools: NoteTools, done: readonly Statement[]): string[] {
  const titles = new Set(done.filter((one) => one.place === 'title').map((one) => one.kind));
  if (titles.size > 0) return [...titles];
  const told = new Set(done.map((one) => one.kind));
  if (told.has('facet-ablation'))
    return saysLesion(note, tools.body) ? ['facet-ablation'] : [...told].filter((kind) => kind !== 'facet-ablation');
  if (told.size > 0) return [...told];
  const heatOnly = tools.titles.some((one) => tools.tells(one, HEAT_ONLY));
  if (tools.statements.done.length > 0 || (tools.titledOtherwise && !heatOnly)) return [];
  const kind = kindWithoutName(note, tools);
  return kind ? [kind] : [];
}

interface Built {
  readonly procedure: ProcedureDraft;
  readonly findings: readonly Finding[];
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  kind: string,
  statements: readonly Statement[],
): Built | undefined {
  const body = tools.bodyOf('facet');
  const head = titleSpans(tools, statements, 'facet');
  const titleWords = head.map((span) => tools.says(span)).join(' ');
  const bodyWords = body.map((one) => tools.says(one)).join(' ');
  const onNerves =
    kind === 'facet-ablation' ||
    NERVES.test(titleWords) ||
    (!/intra-?articular|arthrogram|facet joint inj|facet inj/.test(titleWords) &&
      NERVES.test(bodyWords) &&
      !INTO_JOINT.test(bodyWords));
  const givenUp = levelsGivenUp(note, tools, body);
  const stays = (mention: LevelMention): LevelMention[] => {
    const levels = mention.levels.filter((level) => !givenUp.some((one) => nameOf(one) === nameOf(level)));
    return levels.length === mention.levels.length ? [mention] : levels.length > 0 ? [{ ...mention, levels }] : [];
  };
  const titleMentions = head
    .flatMap((span) => tools.levels(span))
    .filter(isTarget)
    .flatMap(stays);
  // The fields of a form that names no procedure tell nerves and side.
  const fields =
    statements.length === 0
      ? tools.titles.filter((one) => assertionOf(note, one.start, one.start + 1) !== 'historical')
      : [];
  const bodyMentions = mentionsOfBody(tools, [...fields, ...body]).flatMap(stays);
  const fromTitle = readJoints(titleMentions, onNerves);
  const titleHas = fromTitle.joints.length > 0 || fromTitle.nerves.length > 0;
  const fromBody = readJoints(bodyMentions, onNerves);
  // Where nothing names joint or nerve, the bone on which the needles lay tells the nerves.
  const unnamed = bodyMentions.every((one) => one.noun === undefined);
  const crossed =
    !titleHas && onNerves && unnamed ? readJoints([...crossingNerves(tools, body), ...bodyMentions], true) : undefined;
  const more = crossed !== undefined && crossed.joints.length > fromBody.joints.length;
  const reading = titleHas ? fromTitle : more ? crossed : fromBody;
  // `Facet rhizotomy L5, S1, S2, S3`: the nerves of the sacroiliac joint under another name.
  const sacral = tools.statements.done.some(
    (one) =>
      one.family === 'si-joint' &&
      statements.some((own) => own.sentence === one.sentence && own.kind === 'facet-ablation'),
  );
  if (sacral && reading.joints.length === 0) return undefined;
  if (sacroiliacOnly(note, titleWords, bodyWords, titleHas ? titleMentions : bodyMentions)) return undefined;

  const found: Finding[] = givenUp.map((level) => say.attempted(quote(note, level.start, level.end)));
  const titleSide = titleHas ? joinSides(titleMentions.map((one) => one.side)) : undefined;
  const headSide = titleSide ?? joinSides(sidesOf(tools, [...head, ...fields]));
  const sideAt = titleMentions.find((one) => one.sideAt)?.sideAt ?? head[0];
  const sides = readSides(note, body, headSide, sideAt);
  found.push(...sides.findings);
  const evidence = evidenceOf(note, statements, body, tools);
  const region = () => regionInWords(note.lower, [...head, ...body, ...note.sentences], (span) => tools.asserted(span));
  // Joints of the narrative on one side only may have been done again on the other: the joined side stands.
  const joined = !titleHas && new Set(reading.joints.map((joint) => joint.side)).size === 1;
  const targets = targetsFrom(
    note,
    joined || sides.only
      ? { ...reading, joints: reading.joints.map((joint) => ({ ...joint, side: undefined })) }
      : reading,
    sides.contradicted ? undefined : sides.side,
    sides.contradicted,
    region,
    evidence[0]!,
  );
  found.push(...levelFindings(note, reading, fromTitle, fromBody, titleHas, evidence[0]!));

  const open = targets.some((target) => target.name === undefined);
  const sited = targets.reduce((sum, target) => sum + (target.side === 'bilateral' ? 2 : 1), 0);
  // The title counts joints, the narrative often the nerves that were reached.
  const nerves = reading.nerves.length > 0 ? reading.nerves : fromBody.nerves;
  const nerveCount =
    nerves.length === 0 ? undefined : countNerves(nerves, headSide === 'bilateral' || sides.side === 'bilateral');
  const places = {
    sites: open ? undefined : sited,
    levels: open ? undefined : targets.length,
    sides: targets.some((target) => target.side === 'bilateral') ? 2 : 1,
    nerves: onNerves && !open ? (nerveCount ?? undefined) : undefined,
  };
  const guidance = tools.guidance(
    'facet',
    head.flatMap((span) => sentencesIn(note, span)),
  );
  found.push(...guidance.findings);
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue | undefined, at: Span | undefined) => {
    if (value === undefined) return;
    attributes[name] = value;
    if (at) quotes[name] = [quote(note, at.start, at.end)];
  };
  if (kind === 'facet-injection')
    set(
      'facet-technique',
      onNerves
        ? 'medial-branch'
        : /facet|intra-?articular|joint|zyga/.test(titleWords + bodyWords)
          ? 'intra-articular'
          : undefined,
      statements[0],
    );
  if (kind === 'facet-ablation') set('facet-technique', 'ablation', statements[0]);
  if (kind === 'facet-cyst-rupture') set('facet-technique', 'cyst-aspiration', statements[0]);
  if (kind === 'facet-ablation')
    for (const one of readAblation(note, [...head.flatMap((span) => sentencesIn(note, span)), ...body]))
      set(one.name, one.value, one.at);
  if (guidance.reading.spread) set('contrast-spread-confirmed', true, guidance.reading.spread);
  if (guidance.reading.savedCount)
    set('images-saved-count', guidance.reading.savedCount.count, guidance.reading.savedCount.at);
  const intent = kind === 'facet-injection' ? intentOf(note, head) : undefined;
  return {
    procedure: {
      family: 'facet',
      kind,
      targets,
      guidance: guidance.guidance,
      agents: tools.agents(
        'facet',
        places,
        head.flatMap((span) => sentencesIn(note, span)),
      ),
      ...(intent ? { intent: intent.intent } : {}),
      attributes,
      evidence: intent ? [...evidence, quote(note, intent.at.start, intent.at.end)] : evidence,
      attributeEvidence: quotes,
    },
    findings: found,
  };
}

/** Nerves on their sides: a name without a side of its own is on both when the procedure is. */
function countNerves(nerves: JointReading['nerves'], both: boolean): number {
  const sides = new Map<string, Set<string>>();
  for (const { name, side } of nerves) {
    const own = sides.get(name) ?? new Set();
    if (side === 'bilateral' || (side === undefined && both)) own.add('left').add('right');
    else own.add(side ?? 'one');
    sides.set(name, own);
  }
  return [...sides.values()].reduce((sum, own) => sum + (own.has('one') && own.size > 1 ? own.size - 1 : own.size), 0);
}

function isTarget(mention: LevelMention): boolean {
  return (
    mention.noun !== 'landmark' &&
    mention.noun !== 'disc' &&
    mention.noun !== 'condition' &&
    mention.noun !== 'lateral-branch' &&
    (mention.noun !== 'root' || mention.levels.every((level) => level.shape === 'pair')) &&
    mention.noun !== 'foramen'
  );
}

const ACTS =
  /target|position|identified|repeat|performed|treated|entered|joint line|level|\bview\b|located|locali[sz]ed|\bto see\b|\b(?:seen|viewed|visuali[sz]ed|opened|profiled|done|carried out|reached|approached)\b|\bsame\b|\blikewise\b|\bidentical|\b(?:placed|set|brought|seated|passed|directed|guided|steered|dropped|visited|recogni[sz]ed|treat)\b|\bgot (?:into|the tip|in)\b/;
/** `at L4, for the L3 nerve`: the needle lies on one vertebra for the nerve of another. */
const FOR_NERVE = /\bfor the (?:ramus of )?[ctl]\d{1,2} (?:nerves?|branch\w*|medial branch\w*)\b/;
const FOR = /\b(?:for|onto) (?:the )?(?:ramus of |dorsal ramus of )?$/;

/** In a sentence of needles on bone for nerves, a level is a nerve where it stands behind "for", else a landmark. */
function named(tools: NoteTools, mention: LevelMention): LevelMention {
  const ahead = tools.says({ start: Math.max(0, mention.start - 24), end: mention.start });
  return { ...mention, noun: FOR.test(ahead) ? 'medial-branch' : 'landmark' };
}

const JOINT = /\bjoints?\b|\btips?\b/;
/** One place told by another: `the same procedure carried out at L4-5`. */
const AGAIN =
  /\b(?:same|identical|similar) (?:thing|procedure|technique|steps?|manner|fashion|way|approach)\b|\brepeat(?:ed)?\b|\blikewise\b|\bsame,? (?:at |on |for |to )?(?:the )?(?:right |left |[rl] )?[ctls]\d/;

/** Levels that the narrative names where a needle or an injection goes to joint or nerve. */
function mentionsOfBody(tools: NoteTools, body: readonly Sentence[]): LevelMention[] {
  const found: LevelMention[] = [];
  for (const sentence of body) {
    const words = tools.says(sentence);
    const acts = NEEDLE.test(words) || isTelegram(sentence, words) || ACTS.test(words);
    if (!acts) continue;
    const about = FACET_NARRATIVE.test(words);
    const nervesOnly = FOR_NERVE.test(words);
    for (const mention of tools.levels(sentence).map((one) => (nervesOnly ? named(tools, one) : one))) {
      if (!isTarget(mention) || !tools.asserted(mention)) continue;
      if (
        mention.noun === 'facet' ||
        mention.noun === 'medial-branch' ||
        (mention.noun === undefined &&
          (about || JOINT.test(words) || NEEDLE.test(words) || AGAIN.test(words) || /level/.test(words)))
      )
        found.push(mention);
    }
  }
  return found;
}

/** `R L4/5 + L5/S1 facets (L3, L4 MB, L5 DR).`: places without a verb in a note of telegrams, not findings or complaints. */
function isTelegram(sentence: Sentence, words: string): boolean {
  return (
    words.length < 120 &&
    sentence.section.role !== 'findings' &&
    FACET_NARRATIVE.test(words) &&
    !/\b(?:was|were|is|are|has|have|had|shows?|mri|ct|x-?rays?|pain|tender\w*|loading|arthropath\w*|arthritis|hypertroph\w*|degenerat\w*|disease|history|hx|prior|previous|s\/p|plan|consider|if|dx|diagnos\w*)\b/.test(
      words,
    )
  );
}

function sacroiliacOnly(
  note: ProcedureNote,
  titleWords: string,
  bodyWords: string,
  mentions: readonly LevelMention[],
): boolean {
  const sacral = mentions.some((mention) => mention.levels.some((level) => /^S[2-5]$/.test(level.lower)));
  if (sacral) return true;
  if (/facet|medial branch|zyga|mbb/.test(titleWords)) return false;
  return SACROILIAC.test(titleWords) || (holds(note, SACROILIAC) && !/facet|medial branch/.test(bodyWords));
}

function evidenceOf(
  note: ProcedureNote,
  statements: readonly Statement[],
  body: readonly Sentence[],
  tools: NoteTools,
): NoteEvidence[] {
  const evidence = statements.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
  const act = body.find(
    (one) => one.section.role !== 'title' && tools.tells(one, NEEDLE) && tools.tells(one, FACET_NARRATIVE),
  );
  if (act) evidence.push(quote(note, act.start, act.end));
  if (evidence.length > 0) return evidence;
  const [first] = body;
  const told = body.find((one) => FACET_NARRATIVE.test(tools.says(one))) ?? first;
  return told ? [quote(note, told.start, told.end)] : [];
}
