import type { NoteEvidence } from '../../../model/evidence.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import { joinSides } from '../../spine/sides.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { quote, sentencesIn, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { intentOf } from '../intent.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { regionInWords } from '../regions.ts';
import { levelsGivenUp, nameOf } from '../levels-given-up.ts';
import { readSides } from '../side-reading.ts';
import type { Statement } from '../statements.ts';
import { sidesOf, titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import { contrastAgents } from '../../drugs/agents.ts';
import { catheterIndwelling } from './catheter.ts';
import { EPIDURAL_GATE, EPIDURAL_NAMES, EPIDURAL_NARRATIVE } from './epidural-names.ts';
import { compatible, foraminaOf, interspacesOf, targetOf, withSidesTold, type Place } from './epidural-targets.ts';
import { likelyRoute, routesTaken, routesTold, type Route } from './route.ts';
import { routeWithoutName } from './route-without-name.ts';
import { tellsOf } from './tells-of.ts';

const NEEDLE =
  /\bneedles?\b|tuohy|catheter|\binject\w*|\binsert\w*|\badvanc\w*|\bplaced\b|\bintroduc\w*|\bwheal|\bdirected|\bguided|\blevel|\binterspace|\bforam|\bidentified|\bentered|\bapproach(?:ed)?\b|\blocali[sz]ed|\baccessed|\btargeted|\blocated|\bcounted (?:up|down)\b|\bmarked\b|\bsame (?:to|at|on|for|in|thing|procedure|technique|steps?|was|approach|manner|fashion|way)\b|\brepeat(?:ed)?\b|\blikewise\b|\b(?:carried out|done|performed|reached|opened|brought into view|started|began|begun|cannulated)\b/;
/** The machine was turned until the place lay open: there the needle goes. */
const VIEWED =
  /\b(?:c-?arm|beam|tube|intensifier|fluoroscop\w+)\b[^.]{0,120}\b(?:seen|opened|visuali[sz]ed|displayed|in view|profiled?)\b/;
/** Procedures of which an epidural injection is a part. */
const INCLUDES =
  /\badhesiolysis|\blysis of (?:\w+ ){0,2}?adhesions|\bneuroplasty|\bblood patch|\bstimulator|\bintrathecal pump/;
/** Signs that only this route has. */
const ENTRY_OF: Readonly<Record<Route, RegExp>> = {
  'epidural-caudal': /\bsacral hiatus\b/,
  'epidural-interlaminar': /\bloss[- ]of[- ]resistance|\bligamentum flavum|\bhanging[- ]drop/,
  'epidural-transforaminal': /\b(?:neural|intervertebral|neuro-?)\s?foram(?:en|ina)\b|\bsafe triangle|\bkambin/,
};
const SELECTIVE = /selective|snr[bi]|nerve[- ]?root (?:block|inject)/;
const MAPPING = /epidurogram|mapping|myelogra/;

/** Epidural injections: interlaminar, caudal, transforaminal (with selective root blocks), with or without a catheter. */
export const epiduralRecognizer: Recognizer = {
  family: 'epidural',
  gate: EPIDURAL_GATE,
  names: EPIDURAL_NAMES,
  narrative: EPIDURAL_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  if (tools.setting.surgery || tools.setting.labor || tools.titles.some((one) => tellsOf(tools, one, INCLUDES)))
    return NOTHING;
  const done = tools.statements.done.filter((one) => one.family === 'epidural');
  const body = tools.bodyOf('epidural');
  const routes = routesTaken(tools, body, routesTold(note, tools, body));
  const frames = framesOf(note, tools, done, routes, body);
  const [told] = routes.keys();
  const [named] = frames.keys();
  const differs = frames.size === 1 && routes.size === 1 && named !== undefined && told !== named;
  const against = differs ? frames.get(named)!.find((one) => one.place === 'title' && one.kind === named) : undefined;
  // A narrative that tells one other route, and tells it by its signs, is what was done; staff is told of the title.
  if (against && told && named && ENTRY_OF[told].test(body.map((one) => tools.says(one)).join(' '))) {
    frames.set(told, frames.get(named)!);
    frames.delete(named);
  }
  if (frames.size === 0) {
    const given = tools.statements.abandoned.find((one) => one.family === 'epidural' && one.place === 'title');
    return given ? { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] } : NOTHING;
  }
  if (!tools.performed) {
    const named = done.find((one) => one.place === 'title');
    return named
      ? { procedures: [], findings: [say.undescribed(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  if (tools.givenUp && tools.drugs(body).every((drug) => drug.name.drug.role === 'contrast')) {
    const named = done[0] ?? tools.body[0]!;
    return { procedures: [], findings: [say.abandoned(quote(note, named.start, named.end))] };
  }
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [];
  for (const [route, statements] of frames) {
    const result = build(note, tools, route, statements, routes, body, frames.size);
    procedures.push(result.procedure);
    found.push(...result.findings);
  }
  return { procedures, findings: found };
}

/** One frame a route: what the title names (else the narrative), "epidural" alone resolved by the narrative. */
function framesOf(
  note: ProcedureNote,
  tools: NoteTools,
  done: readonly Statement[],
  routes: ReadonlyMap<Route, Span>,
  body: readonly Sentence[],
): Map<Route, Statement[]> {
  const frames = new Map<Route, Statement[]>();
  const titles = done.filter((one) => one.place === 'title');
  const chosen = titles.length > 0 ? titles : done;
  const general = chosen.filter((one) => one.kind === 'epidural');
  for (const one of chosen) {
    if (one.kind === 'epidural') continue;
    const list = frames.get(one.kind as Route) ?? [];
    list.push(one);
    frames.set(one.kind as Route, list);
  }
  const beside = tools.statements.done.some((one) => one.family !== 'epidural' && one.place === 'title');
  const alone = titles.length === 0 && beside ? 0 : 1;
  const rest = general.filter(
    (one) => !(isPicture(note, one) && chosen.length > alone) && !sharesSentence(one, chosen),
  );
  if (rest.length > 0) {
    const route = frames.size > 0 && titles.length === 0 ? [...frames.keys()][0]! : likelyRoute(routes);
    const own = rest.some((one) => tools.levels(one.segment).length > 0);
    // A general name beside a special one is another procedure only when it has its own levels and its own route is told.
    if (frames.size === 0 || (own && !frames.has(route) && routes.has(route))) frames.set(route, rest);
    else {
      const first = [...frames.keys()][0]!;
      frames.get(first)!.push(...rest);
    }
  }
  if (frames.size > 0 || tools.statements.done.length > 0 || tools.titledOtherwise) return frames;
  const route = routeWithoutName(note, tools, routes, body);
  if (route) frames.set(route, []);
  return frames;
}

/** An epidurogram beside an injection is its picture. */
function isPicture(note: ProcedureNote, one: Statement): boolean {
  return note.lower.slice(one.start, one.end).startsWith('epidurogram');
}

function sharesSentence(general: Statement, all: readonly Statement[]): boolean {
  return all.some((one) => one !== general && one.kind !== 'epidural' && one.sentence === general.sentence);
}

interface Built {
  readonly procedure: ProcedureDraft;
  readonly findings: readonly Finding[];
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  route: Route,
  statements: readonly Statement[],
  routes: ReadonlyMap<Route, Span>,
  body: readonly Sentence[],
  frameCount: number,
): Built {
  const head = titleSpans(tools, statements, 'epidural');
  const heads = head.flatMap((span) => sentencesIn(note, span));
  const found: Finding[] = [];
  const givenUp = levelsGivenUp(note, tools, body);
  const stays = (mention: LevelMention): LevelMention[] => {
    const levels = mention.levels.filter((level) => !givenUp.some((one) => nameOf(one) === nameOf(level)));
    return levels.length === mention.levels.length ? [mention] : levels.length > 0 ? [{ ...mention, levels }] : [];
  };
  const named = head
    .flatMap((span) => tools.levels(span))
    .filter(
      (one) => isTarget(one, route) && tools.asserted(one) && !isSpread(tools, sentencesIn(note, one)[0] ?? one, one),
    );
  const left = named.flatMap(stays);
  // A title of which nothing is left stands against the narrative; that is told as such.
  const titleMentions = left.length > 0 ? left : named;
  if (left.length > 0 || named.length === 0)
    for (const level of givenUp) found.push(say.attempted(quote(note, level.start, level.end)));
  const bodyMentions = mentionsOfBody(tools, body, route).flatMap(stays);
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue, at: Span | undefined) => {
    attributes[name] = value;
    if (at) quotes[name] = [quote(note, at.start, at.end)];
  };
  const evidence = evidenceOf(note, tools, statements, body, routes.get(route));
  const region = () => regionInWords(note.lower, [...head, ...body, ...note.sentences], (span) => tools.asserted(span));
  found.push(...routeFindings(note, statements, routes, frameCount));
  for (const mention of titleMentions) {
    for (const level of mention.levels)
      if (level.attempted) found.push(say.attempted(quote(note, level.start, level.end)));
  }

  const targets: Target[] = [];
  if (route === 'epidural-caudal') {
    targets.push({
      kind: 'site',
      name: 'sacral-hiatus',
      region: 'sacral',
      side: 'midline',
      evidence: evidence.slice(0, 1),
    });
  } else if (route === 'epidural-interlaminar') {
    const places = chosenPlaces(note, interspacesOf(titleMentions), interspacesOf(bodyMentions), found, frameCount > 1);
    for (const place of places) targets.push(targetOf(note, place, 'midline'));
    const side = joinSides(
      [...head, ...body]
        .filter((span) => /paramedian|para-?sagittal|parasagittal|interlaminar/.test(tools.says(span)))
        .flatMap((span) => tools.sides(span).map((one) => one.side)),
    );
    if (side && side !== 'midline') set('approach.side', side, undefined);
  } else {
    const title = foraminaOf(titleMentions);
    const told = foraminaOf(bodyMentions);
    const places = withSidesTold(chosenPlaces(note, title.places, told.places, found, frameCount > 1), told.places);
    const range = title.places.length > 0 ? title.range : told.range;
    if (range)
      found.push(say.rangeOpen(quote(note, range.start, range.end), places.map((place) => place.name).join(', ')));
    const headSide = joinSides(titleMentions.map((one) => one.side)) ?? joinSides(sidesOf(tools, head));
    const sides = readSides(note, body, headSide, titleMentions.find((one) => one.sideAt)?.sideAt ?? head[0]);
    found.push(...sides.findings);
    // Levels of the narrative on one side only may have been done again on the other: the joined side stands.
    const joined = title.places.length === 0 && new Set(places.map((place) => place.side)).size === 1;
    for (const place of places) {
      const side = sides.only ?? (joined ? sides.side : (place.side ?? sides.side));
      targets.push(targetOf(note, place, sides.contradicted ? undefined : side));
    }
    if (places.length === 0)
      targets.push({
        kind: 'nerve-root',
        name: undefined,
        region: region(),
        side: sides.contradicted ? undefined : sides.side,
        evidence: evidence.slice(0, 1),
      });
    const selective = [...head, ...statements].find((span) => SELECTIVE.test(tools.says(span)));
    if (selective) set('selective-root-block', true, selective);
  }
  if (route === 'epidural-interlaminar' && targets.length === 0)
    targets.push({
      kind: 'interspace',
      name: undefined,
      region: region(),
      side: 'midline',
      evidence: evidence.slice(0, 1),
    });
  if (targets.some((target) => target.name === undefined) && evidence[0]) found.push(say.levelOpen(evidence[0]));

  const guidance = tools.guidance('epidural', heads);
  found.push(...guidance.findings);
  if (guidance.reading.spread) set('contrast-spread-confirmed', true, guidance.reading.spread);
  if (guidance.reading.savedCount)
    set('images-saved-count', guidance.reading.savedCount.count, guidance.reading.savedCount.at);
  const catheter = catheterIndwelling(note, tools, body);
  if (catheter) set('catheter.indwelling', catheter.value, catheter.at);
  const open = targets.some((target) => target.name === undefined);
  const sites =
    route === 'epidural-transforaminal'
      ? open
        ? undefined
        : targets.reduce((sum, target) => sum + (target.side === 'bilateral' ? 2 : 1), 0)
      : Math.max(1, targets.length);
  const sidesCount = targets.some((target) => target.side === 'bilateral') ? 2 : 1;
  const agents = tools.agents(
    'epidural',
    { sites, levels: open ? undefined : targets.length, sides: sidesCount, nerves: undefined },
    heads,
  );
  // Mapping with contrast alone: then the contrast is what was given.
  const contrastOnly =
    agents.length === 0 &&
    guidance.guidance.contrast === true &&
    statements.some((one) => tools.tells(one.sentence, MAPPING));
  if (contrastOnly) set('contrast-only', true, statements[0]);
  set('approach', route.slice('epidural-'.length), undefined);
  const intent = intentOf(note, head);
  return {
    procedure: {
      family: 'epidural',
      kind: route,
      targets,
      guidance: guidance.guidance,
      agents: contrastOnly ? contrastAgents(note, tools.drugs(body)) : agents,
      ...(intent ? { intent: intent.intent } : {}),
      attributes,
      evidence,
      attributeEvidence: quotes,
    },
    findings: found,
  };
}

/** The title's levels stand; when the narrative names only others, the narrative stands, and both are shown. */
function chosenPlaces(
  note: ProcedureNote,
  title: readonly Place[],
  told: readonly Place[],
  found: Finding[],
  several: boolean,
): readonly Place[] {
  if (title.length === 0) return told;
  // Beside another epidural the narrative tells the places of both.
  if (several) return title;
  const stranger = told.find((place) => !title.some((one) => compatible(one, place)));
  if (stranger && !told.some((place) => title.some((one) => compatible(one, place)))) {
    found.push(
      say.level(quote(note, title[0]!.at.start, title[0]!.at.end), quote(note, stranger.at.start, stranger.at.end)),
    );
    return told;
  }
  return title;
}

function isTarget(mention: LevelMention, route: Route): boolean {
  const { noun } = mention;
  if (
    noun === 'landmark' ||
    noun === 'disc' ||
    noun === 'condition' ||
    noun === 'lateral-branch' ||
    noun === 'medial-branch' ||
    noun === 'facet'
  )
    return false;
  return route === 'epidural-transforaminal' ? true : noun !== 'root' && noun !== 'foramen';
}

function mentionsOfBody(tools: NoteTools, body: readonly Sentence[], route: Route): LevelMention[] {
  const found: LevelMention[] = [];
  for (const sentence of body) {
    const words = tools.says(sentence);
    if (sentence.section.role === 'title') continue;
    const acts = NEEDLE.test(words) || VIEWED.test(words);
    for (const mention of tools.levels(sentence)) {
      if (!acts && mention.noun !== 'epidural' && mention.noun !== 'foramen') continue;
      if (!tools.asserted(mention) || isSpread(tools, sentence, mention)) continue;
      const lamina = route === 'epidural-interlaminar' && mention.noun === 'landmark' && /\blamina\b/.test(words);
      const disc = route === 'epidural-interlaminar' && mention.noun === 'disc';
      const pedicle =
        route === 'epidural-transforaminal' && mention.noun === 'landmark' && isBelowPedicle(words, sentence, mention);
      if (isTarget(mention, route) || lamina || pedicle || (disc && /level|space/.test(words))) found.push(mention);
    }
  }
  return found;
}

/** `under the right L5 pedicle`: where the root of that name leaves. */
function isBelowPedicle(words: string, sentence: Span, { start, end }: LevelMention): boolean {
  return (
    /\b(?:under|underneath|below|beneath|inferior to|caudal to)\b[^.;,]{0,24}$/.test(
      words.slice(0, start - sentence.start),
    ) && /^\W{0,2}pedicle/.test(words.slice(end - sentence.start))
  );
}

/** Levels to which contrast ran are not levels treated. */
function isSpread(tools: NoteTools, sentence: Span, mention: LevelMention): boolean {
  return /\b(?:spread|flow|extend|reach|track|rose|opacif|uptake|outlin|delineat|fill|cephalad|caudad)\w*\b[^.;]{0,60}$/.test(
    tools.says({ start: sentence.start, end: mention.start }),
  );
}

/** A special name in the title against a narrative that tells only another route. */
function routeFindings(
  note: ProcedureNote,
  statements: readonly Statement[],
  routes: ReadonlyMap<Route, Span>,
  frameCount: number,
): Finding[] {
  const named = statements.find((one) => one.place === 'title' && one.kind !== 'epidural');
  if (!named || frameCount > 1 || routes.size === 0 || routes.has(named.kind as Route)) return [];
  const [, told] = [...routes][0]!;
  return [say.approach(quote(note, named.start, named.end), quote(note, told.start, told.end))];
}

function evidenceOf(
  note: ProcedureNote,
  tools: NoteTools,
  statements: readonly Statement[],
  body: readonly Sentence[],
  route: Span | undefined,
): NoteEvidence[] {
  const evidence = statements.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
  const act =
    route ??
    body.find(
      (one) => one.section.role !== 'title' && tools.tells(one, NEEDLE) && tools.tells(one, EPIDURAL_NARRATIVE),
    );
  if (act) evidence.push(quote(note, act.start, act.end));
  if (evidence.length === 0 && body[0]) evidence.push(quote(note, body[0].start, body[0].end));
  return evidence;
}
