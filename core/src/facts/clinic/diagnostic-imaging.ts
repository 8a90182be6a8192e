import type { Laterality } from '../../model/laterality.ts';
import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { Target } from '../../model/procedure.ts';
import { may } from '../text/note.ts';
import { evidenceOf, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied, isDeniedAfter } from './clause.ts';
import { datesIn } from './date-words.ts';
import { CAUSES, COMPRESSIVE, FINDINGS, MODALITIES, OTHER_CAUSES } from './imaging-words.ts';
import { levelsIn, sideIn } from './level-words.ts';
import { bodyPartsIn } from './body-part.ts';
import { fact, Tally } from './tally.ts';
import { allMatches } from '../text/all-matches.ts';

/** What one part of a report says: findings at a place. */
interface Item {
  readonly findings: readonly string[];
  readonly levels: readonly string[];
  readonly side: 'left' | 'right' | 'bilateral' | undefined;
  readonly evidence: NoteEvidence;
}

const STUDY =
  /\b(?:mri'?s?|magnetic resonance|mr imaging|ct|cat scan|computed tomograph\w+|myelogra\w+|disco?gra(?:m|phy)|diskogra\w+|bone scan|emg|nerve conduction|electrodiagnostic|x-?\s?rays?|radiograph(?:s|ic)?|plain films?|imaging|scan|films?)\b/g;
const TO_COME =
  /\b(?:(?:will|would|should|shall|may|might|could|to|recommend\w*|consider\w*|order(?:ed|ing)?|obtain|schedul\w+|request\w*|refer\w*|pending|await\w*|need\w*|await|needs|send (?:him|her)?|candidate for|repeat|approval for|authorization for|if)\s+(?:\w+\s+){0,5}?)(?:mri|ct|myelogra\w+|x-?rays?|imaging|scan|emg)\b/;
const GUIDING =
  /\b(?:under|using|with|via|by)\s+(?:\w+\s+){0,2}?(?:ct|fluoroscop\w+|x-?ray|imaging)\b|\b(?:ct|x-?ray|fluoroscop\w+|mri|imaging)[ -]?(?:guid\w+|compatible|conditional|safe|localization)\b|\bspot films?\b|\bno (?:recent |prior |new |outside |available )?(?:mri|imaging|ct|x-?rays?)\b|\b(?:mri|imaging|ct)\b[^.;]{0,24}\b(?:not|none|unavailable|contraindicated|unable|declin\w+)\b/;
const FOLLOWS =
  /^(?:\W*)(?:it|this|there|these|the (?:study|scan|report|images?|films?)|also|in addition|additionally|at|[ctls]\d|impression|findings?|\d[.)])\b/;

/** `imaging.*`: which study, when, what it shows where, and whether that agrees with the place treated. */
export function readDiagnosticImaging(chart: Chart): Fact[] {
  const reported = reports(chart);
  if (reported.length === 0) return [];
  const findable = FINDINGS.filter(([, words]) => may(chart.note, words));
  const items: Item[] = [];
  const facts: Fact[] = [];
  const modalities = new Map<string, NoteEvidence>();
  const dates = new Map<string, NoteEvidence>();
  const other = new Tally('imaging.other-cause');
  const cyst = new Tally('imaging.facet-cyst-compressing-root');
  const severe = new Tally('imaging.severe-degeneration');
  for (const [statement, study] of reported) {
    if (study) header(chart, statement, modalities, dates);
    readItems(chart, statement, findable, items, other, cyst, severe);
  }
  const shown = [...items].filter((item) => item.findings.length > 0);
  const named = shown.length > 0 || dates.size > 0 ? [...modalities] : [];
  if (named[0])
    facts.push(fact('imaging.modality', best(named.map(([name]) => name)), ...named.map(([, evidence]) => evidence)));
  if (dates.size > 0) {
    const latest = [...dates.keys()].sort().at(-1)!;
    facts.push(fact('imaging.date', latest, dates.get(latest)!));
  }
  if (shown.length > 0) {
    const evidence = shown.map((item) => item.evidence);
    const findings = [...new Set(shown.flatMap((item) => item.findings))];
    const levels = [...new Set(shown.flatMap((item) => item.levels))];
    const sides = new Set(shown.flatMap((item) => item.side ?? []));
    facts.push({ name: 'imaging.finding', value: findings, evidence });
    if (levels.length > 0) facts.push({ name: 'imaging.levels', value: levels, evidence });
    if (sides.size > 0)
      facts.push({ name: 'imaging.side', value: sides.size === 1 ? [...sides][0]! : 'bilateral', evidence });
    const causes = findings.filter((one) => CAUSES.has(one));
    if (causes.length > 0 && findings.some((one) => one.includes('stenosis')))
      facts.push({ name: 'imaging.stenosis-cause', value: causes, evidence });
  }
  facts.push(...concordance(chart, shown), ...other.facts(), ...cyst.facts(), ...severe.facts());
  return facts;
}

/** The sentences that report a study: those that name one, and those that go on from them. */
function reports(chart: Chart): [Statement, boolean][] {
  const named = statementsWith(chart, STUDY).filter((statement) => isReport(chart, statement));
  const found: [Statement, boolean][] = [];
  const seen = new Set<number>();
  for (const statement of named) {
    if (!seen.has(statement.index)) found.push([statement, true]);
    seen.add(statement.index);
    for (
      let next = chart.statements[statement.index + 1];
      next && next.section === statement.section;
      next = chart.statements[next.index + 1]
    ) {
      if (seen.has(next.index) || (next.section.role !== 'imaging' && !FOLLOWS.test(next.text)) || !isTold(chart, next))
        break;
      found.push([next, false]);
      seen.add(next.index);
    }
  }
  for (const statement of chart.statements) {
    if (statement.section.role === 'imaging' && !seen.has(statement.index) && isTold(chart, statement))
      found.push([statement, false]);
  }
  return found;
}

const SKIP: ReadonlySet<string> = new Set([
  'family-history',
  'social-history',
  'consent',
  'description',
  'guidance',
  'equipment',
  'complications',
  'title',
  'findings',
  'allergies',
  'medications',
  'anesthesia',
  'injectate',
  'header',
]);

function isReport(chart: Chart, statement: Statement): boolean {
  const { text, section } = statement;
  if (SKIP.has(section.role) || TO_COME.test(text) || GUIDING.test(text)) return false;
  if (section.role === 'plan' && !/\b(?:show\w*|reveal\w*|demonstrat\w*)\b/.test(text)) return false;
  if (
    /\b(?:knees?|shoulders?|hips?|brain|head|abdom\w+|chest|ankles?|wrists?|foot|elbows?|renal|pelvi[cs]) (?:mri|ct|x-?rays?)|(?:mri|ct(?: scan)?|x-?rays?)(?: of)?(?: the| his| her| both)?(?: left| right)? (?:knees?|shoulders?|hips?|brain|head|abdom\w+|chest|ankles?|wrists?|foot|elbows?|pelvi[cs])\b/.test(
      text,
    )
  )
    return false;
  return isTold(chart, statement);
}

function isTold(chart: Chart, statement: Statement): boolean {
  return !isAside(chart.note, statement.start, statement.end, statement.text) && !TO_COME.test(statement.text);
}

function header(
  chart: Chart,
  statement: Statement,
  modalities: Map<string, NoteEvidence>,
  dates: Map<string, NoteEvidence>,
): void {
  const { text } = statement;
  const wanted = chart.wanted;
  const parts = bodyPartsIn(text.slice(0, 140));
  if (wanted && parts.size > 0 && ![...parts].some((part) => wanted.has(part)) && levelsIn(text).length === 0) return;
  for (const [name, words] of MODALITIES) {
    const hit = words.exec(text);
    if (
      !hit ||
      (name === 'ct' && modalities.has('ct-myelogram')) ||
      (name === 'myelogram' && modalities.has('ct-myelogram'))
    )
      continue;
    if (!modalities.has(name)) modalities.set(name, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    for (const date of datesIn(text.slice(hit.index, hit.index + 90), chart.dateOfService)) {
      if (date.day && (!chart.dateOfService || date.day <= chart.dateOfService)) {
        if (!dates.has(date.day))
          dates.set(date.day, evidenceOf(chart, statement, hit.index + date.start, hit.index + date.end));
        break;
      }
    }
    const lead = datesIn(text.slice(0, hit.index), chart.dateOfService).at(-1);
    if (
      lead?.day &&
      hit.index - lead.end < 24 &&
      !dates.has(lead.day) &&
      (!chart.dateOfService || lead.day <= chart.dateOfService)
    )
      dates.set(lead.day, evidenceOf(chart, statement, lead.start, lead.end));
  }
}

/** Cuts a report at its levels: `L4-5: protrusion, left foraminal stenosis; L5-S1: bulge`. */
function readItems(
  chart: Chart,
  statement: Statement,
  findable: typeof FINDINGS,
  items: Item[],
  other: Tally,
  cyst: Tally,
  severe: Tally,
): void {
  const { text } = statement;
  const found: { finding: string; start: number; end: number }[] = [];
  for (const [finding, words] of findable) {
    words.lastIndex = 0;
    for (let hit = words.exec(text); hit; hit = words.exec(text)) {
      const end = hit.index + hit[0].length;
      if (finding === 'normal' && !/\b(?:lumbar|cervical|thoracic|spine|sacr\w+)\b/.test(text)) continue;
      if (
        finding === 'fracture' &&
        found.some((one) => one.finding === 'compression-fracture' && one.start <= hit.index && one.end >= end)
      )
        continue;
      const denied = finding !== 'normal' && (isDenied(text, hit.index) || isDeniedAfter(text, end));
      const quote = evidenceOf(chart, statement, denied ? Math.max(0, hit.index - 40) : hit.index, end);
      if (OTHER_CAUSES.has(finding)) {
        if (
          /\b(?:old|healed|remote|prior|history of|chronic|rib|hip|wrist|ankle)\s+(?:\w+\s+){0,2}$/.test(
            text.slice(0, hit.index),
          )
        )
          continue;
        if (/^mass/.test(hit[0]) && !denied) continue;
        other.say(!denied, quote);
      }
      if (!denied) found.push({ finding, start: hit.index, end });
    }
  }
  if (found.length === 0) return;
  found.sort((one, next) => one.start - next.start);
  const levels = levelsIn(text).filter((level) => level.interspaces.length > 0);
  const breaks = [
    0,
    ...[
      ...allMatches(
        text,
        /;|\.\s|,\s+(?:and\s+)?(?=(?:at\s+)?[ctls]\d|with (?:a )?[\w -]{0,40}at [ctls]\d)|\band\b(?=[^,;]{0,50}\bat (?:the )?[ctls]\d)/g,
      ),
    ].map((hit) => hit.index),
    text.length,
  ];
  let before: readonly string[] = [];
  for (let index = 0; index + 1 < breaks.length; index++) {
    const [from, to] = [breaks[index]!, breaks[index + 1]!];
    const here = found.filter((one) => one.start >= from && one.start < to);
    const named = levels
      .filter((level) => level.start >= from && level.start < to)
      .flatMap((level) => level.interspaces);
    const places: readonly string[] = named.length > 0 ? [...new Set(named)] : before;
    if (named.length > 0) before = places;
    if (here.length === 0) continue;
    if (!isInRegion(chart, places)) continue;
    const words = text.slice(from, to);
    items.push({
      findings: [...new Set(here.map((one) => one.finding))],
      levels: places,
      side: sideIn(words),
      evidence: evidenceOf(chart, statement, from === 0 ? 0 : from + 1, to),
    });
    const quote = items.at(-1)!.evidence;
    if (
      here.some((one) => one.finding === 'facet-cyst') &&
      here.some((one) => one.finding === 'nerve-root-compression')
    )
      cyst.say(true, quote);
    if (
      here.some((one) => one.finding === 'disc-degeneration') &&
      /\b(?:severe|advanced|marked)\b[^,;.]{0,40}\b(?:degenerat|disc|disk|ddd)/.test(words) &&
      here.some((one) => one.finding.includes('stenosis'))
    )
      severe.say(true, quote);
  }
}

/** Levels of another region than that of the procedures belong to another complaint. */
function isInRegion(chart: Chart, levels: readonly string[]): boolean {
  if (!chart.wanted || levels.length === 0) return true;
  const wanted = chart.wanted;
  return levels.some((level) =>
    wanted.has(level.startsWith('C') ? 'neck' : level.startsWith('T') ? 'upper-back' : 'low-back'),
  );
}

function best(names: readonly string[]): string {
  return MODALITIES.map(([name]) => name).find((name) => names.includes(name)) ?? names[0]!;
}

/** True only when every target has a compressive finding at its own level, and on its side where the finding has one. Never false: silence of a report is no contradiction. */
function concordance(chart: Chart, items: readonly Item[]): Fact[] {
  const targets = chart.procedures.filter((one) => one.family === 'epidural').flatMap((one) => one.targets);
  if (targets.length === 0 || items.length === 0) return [];
  const proofs = targets.map((target) => items.find((item) => agrees(target, item)));
  if (proofs.every((one) => one !== undefined))
    return [fact('imaging.concordant', true, ...new Set(proofs.map((one) => one.evidence)))];
  return [fact('imaging.concordant', undefined, ...items.map((item) => item.evidence))];
}

function agrees(target: Target, item: Item): boolean {
  if (!target.name || !item.findings.some((one) => COMPRESSIVE.has(one))) return false;
  const spaces = spacesOf(target);
  if (!item.levels.some((level) => spaces.includes(level))) return false;
  const side: Laterality | undefined = target.side;
  if (side === undefined || side === 'midline') return true;
  if (item.side === 'bilateral' || item.side === side) return true;
  // A finding in the middle has no side; one beside it must name it.
  return item.side === undefined && item.findings.includes('central-stenosis');
}

/** Interspaces at which a target can be squeezed: a root leaves below its vertebra and passes the disc above. */
function spacesOf(target: Target): readonly string[] {
  const name = target.name!;
  if (name.includes('-')) return [name];
  const hit = /^([CTLS])(\d{1,2})$/.exec(name);
  if (!hit) return [];
  const [letter, number] = [hit[1]!, Number(hit[2])];
  const vertebra = (offset: number): string => {
    const order = [
      ...Array.from({ length: 7 }, (_, i) => `C${i + 1}`),
      ...Array.from({ length: 12 }, (_, i) => `T${i + 1}`),
      ...Array.from({ length: 5 }, (_, i) => `L${i + 1}`),
      'S1',
    ];
    return order[order.indexOf(`${letter}${number}`) + offset] ?? '';
  };
  const above = `${vertebra(-1)}-${name}`;
  // Cervical roots leave above their vertebra; all others below it.
  return letter === 'C' ? [above] : [above, `${name}-${vertebra(1)}`];
}
