import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { datesIn } from './date-words.ts';
import { numberOf } from './duration-words.ts';
import { isOurs } from './pain-words.ts';
import { kindTold, proceduresToldIn, toldKindsOf, type Told, type ToldProcedure } from './prior-words.ts';
import { reliefDurationsIn, reliefsIn } from './relief-words.ts';
import { scoresIn } from './score-words.ts';
import { fact, Tally } from './tally.ts';
import { countsTold } from './told/told-counts.ts';
import { NO_HISTORY } from './told/no-history.ts';
import { allMatches } from '../text/all-matches.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([...NO_HISTORY, 'medications']);
const CUE =
  /\b(?:relie[fv]\w*|improv\w+|benefit\w*|better|help(?:ed|ful|s)?|respon\w+|reduc\w+|decreas\w+|effective|failed|pain[- ]free|resolved|gone|injections?|epidurals?|esis?|tfesis?|blocks?|mbbs?|rfas?|ablations?|radiofrequency|rhizotomy)\b/g;
const EARLIER =
  /\b(?:last|previous(?:ly)?|prior|past|earlier|first|second|third|initial|recent(?:ly)?|most recent|another|underwent|undergone|received|responded|had (?:an?|two|three|one|her|his|good|excellent|\d|the|some|significant|no|great|prior|previous|bilateral|left|right|multiple|several|diagnostic|dual|complete|near|about|approximately|at least|greater|more|over|a good|temporary|minimal|lumbar|cervical|epidural|esis?|mbbs?|medial|facet|tfesi|relief)|has had|have had|s\/p|status post|following (?:her|his|the) (?:last|first|second|previous|prior)|ago|(?:19|20)\d\d|\d{1,2}\/\d{1,2}|both (?:diagnostic |medial |mbb|blocks)|each (?:block|injection|procedure|mbb)|two (?:diagnostic|sets|successful|positive|prior|medial|mbb)|dual|(?:injection|esi|tfesi|epidural|block|mbb|rfa|ablation|procedure)s? (?:#?\d )?(?:gave|provided|helped|did|has|have|had|lasted|resulted|afforded|produced|offered|yielded|was (?:very |quite )?(?:helpful|effective|beneficial|successful)|were)|after (?:her|his|the) (?:last|first|second|third|previous|prior)|returns?|follow-?up)\b/;
/** In a section that tells of today, only these words lead back to an earlier day. */
const LONG_AGO =
  /\b(?:last|previous(?:ly)?|prior (?!to)|in the past|past (?:injection|epidural|esi|block|rfa|mbb|ablation)|earlier|most recent|ago|s\/p|status post|(?:19|20)\d\d|months?|years?|has had|have had|(?:has|have) (?:undergone|received)|returns?)\b/;
const TO_COME =
  /\b(?:will|would|shall|may|might|if|unless|should|expect\w*|goal|hop(?:e|ing)|anticipat\w+|candidate for|in order to|required?|requires?|criteria|threshold|must|plan(?:s|ned)? to|to (?:obtain|achieve|provide)|schedul\w+ for)\b/;
const NOW =
  /\b(?:immediately (?:after|following|post)|in (?:the )?recovery|recovery room|at discharge|upon discharge|before discharge|prior to discharge|at the end of|post-?\s?(?:procedure|injection|block|op\w*)|following (?:the |today's |this )?(?:procedure|injection|block)|after (?:the |today's |this )?(?:procedure|injection|block)|minutes|today)\b/;
const NOTHING =
  /\b(?:no(?: (?:any|significant|lasting|sustained|meaningful|appreciable|real|substantial|pain|further|long-?term|long|term|prolonged|durable|adequate)){0,3} (?:relief|benefit|improvement|help|response)|without(?: (?:any|significant|lasting|sustained|meaningful|much|substantial|pain|adequate)){0,3} (?:relief|benefit|improvement)|did(?: not|n't) (?:\w+ )?(?:help|work|relieve|respond|provide|improve|benefit)|not (?:helpful|effective|beneficial|respond\w*)|(?:minimal|little|negligible)(?: \w+){0,2} (?:relief|benefit|improvement|response)|failed(?= (?:\w+ ){0,4}?(?:injections?|epidurals?|esis?|tfesis?|blocks?|rfas?|ablations?))|(?:was|were) (?:unsuccessful|ineffective))\b/;
const WELL =
  /\b(?:(?:good|great|excellent|significant|substantial|marked|considerable|near[- ]complete|tremendous|moderate|some) (?:\w+ ){0,2}?(?:relief|benefit|improvement|response)|(?:helped|helpful|worked well|responded well|beneficial|effective|successful))\b/;

interface Telling {
  readonly statement: Statement;
  readonly told: readonly ToldProcedure[];
  readonly kind: Told;
  readonly isNow: boolean;
}

/** `response.immediate-relief-percent` and `prior.*`: relief on the day, and what the note tells of earlier procedures. */
export function readPriorResponse(chart: Chart): Fact[] {
  const facts: Fact[] = [];
  const tellings: Telling[] = [];
  let before: Telling | undefined;
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const telling = tell(chart, statement, before);
    before = telling ?? (before && statement.index - before.statement.index <= 1 ? before : undefined);
    if (telling) tellings.push(telling);
  }
  facts.push(
    ...immediate(
      chart,
      tellings.filter((one) => one.isNow),
    ),
  );
  const earlier = tellings.filter((one) => !one.isNow);
  const own = toldKindsOf(chart.procedures);
  const mine = earlier.filter((one) => own.size === 0 || one.kind === 'any' || own.has('any') || own.has(one.kind));
  facts.push(...relief('prior', mine, chart));
  facts.push(
    ...relief(
      'prior.ablation',
      earlier.filter((one) => one.kind === 'ablation'),
      chart,
    ).filter((one) => /ablation-relief/.test(one.name)),
  );
  facts.push(
    ...diagnostic(
      chart,
      earlier.filter(
        (one) => one.kind === 'facet-diagnostic' || (one.kind === 'si-joint' && /diagnostic/.test(one.statement.text)),
      ),
    ),
  );
  return facts;
}

/** What a statement tells of: a procedure of today or an earlier one; undefined when it tells of none. */
function tell(chart: Chart, statement: Statement, before: Telling | undefined): Telling | undefined {
  const { text, section } = statement;
  if (isAside(chart.note, statement.start, statement.end, text)) return undefined;
  let [said, named]: [boolean | undefined, readonly ToldProcedure[] | undefined] = [undefined, undefined];
  const speaks = () => (said ??= saysResponse(text));
  const told = () => (named ??= proceduresToldIn(text));
  const place =
    section.role === 'description' ||
    section.role === 'findings' ||
    section.role === 'plan' ||
    section.role === 'title' ||
    section.role === 'other' ||
    section.role === 'header' ||
    section.role === 'equipment';
  const earlier = EARLIER.test(text) && (!place || LONG_AGO.test(text));
  if (place && !earlier) {
    if (TO_COME.test(text) || !speaks()) return undefined;
    return /\b(?:physical therapy|medications?|nsaids?)\b/.test(text) && told().length === 0
      ? undefined
      : { statement, told: told(), kind: 'any', isNow: true };
  }
  if (
    !place &&
    NOW.test(text) &&
    !/\b(?:last|previous|prior|first|second|ago|months?|weeks?)\b/.test(text) &&
    speaks() &&
    /\b(?:procedure|injection|block|recovery|discharge|minutes)\b/.test(text)
  )
    return { statement, told: told(), kind: 'any', isNow: true };
  // A plain `procedure` may be any operation; only with its result is it one of ours.
  if (earlier && told().length > 0 && (told().some((one) => !text.startsWith('procedure', one.start)) || speaks()))
    return { statement, told: told(), kind: kindTold(told()), isNow: false };
  // `She had two epidurals last year. She had 80% relief for four months.`
  if (
    before &&
    !before.isNow &&
    statement.index === before.statement.index + 1 &&
    before.statement.section === section &&
    told().length === 0 &&
    speaks() &&
    !/\b(?:physical therapy|medications?|nsaids?|gabapentin|chiropract\w+)\b/.test(text)
  )
    return { statement, told: [], kind: before.kind, isNow: false };
  return undefined;
}

/** True when the text tells how much better, for how long, or that it was not. */
function saysResponse(text: string): boolean {
  return (
    reliefsIn(text).length > 0 ||
    reliefDurationsIn(text).length > 0 ||
    NOTHING.test(text) ||
    WELL.test(text) ||
    scoresIn(text).length > 0
  );
}

function immediate(chart: Chart, tellings: readonly Telling[]): Fact[] {
  const tally = new Tally('response.immediate-relief-percent');
  for (const { statement } of tellings) {
    const { text } = statement;
    const reliefs = reliefsIn(text).filter((one) => one.of === 'pain' && !isDenied(text, one.start, 30));
    if (!/\b(?:pain|relief|symptoms?|discomfort|ache|sciatica|gone|radicul\w+)\b/.test(text)) continue;
    for (const one of reliefs) tally.say(one.percent, evidenceOf(chart, statement, one.start, one.end));
    if (reliefs.length > 0) continue;
    const well = WELL.exec(text);
    if (NOTHING.test(text) && /\brelief\b/.test(text)) tally.say(0, evidenceOf(chart, statement));
    else if (well && /relief|improvement/.test(well[0]))
      tally.hint(evidenceOf(chart, statement, well.index, well.index + well[0].length));
  }
  return tally.facts();
}

function relief(prefix: 'prior' | 'prior.ablation', tellings: readonly Telling[], chart: Chart): Fact[] {
  const dash = prefix === 'prior' ? 'prior.' : 'prior.ablation-';
  const percent = new Tally(`${dash}relief-percent`);
  const gain = new Tally('prior.function-gain-percent');
  const failed = new Tally('prior.failed');
  const ongoing = new Tally('prior.relief-ongoing');
  const sameScale = new Tally('prior.same-scale');
  const weeks: { weeks: number | undefined; evidence: NoteEvidence }[] = [];
  const facts: Fact[] = [];
  const dates: { day: string; evidence: NoteEvidence }[] = [];
  for (const { statement, told } of tellings) {
    const { text } = statement;
    const at = told[0]?.start ?? 0;
    if (!isOurs(text, Math.min(at, text.length), Math.min(at, text.length), chart.wanted)) continue;
    const isTold = (start: number) => !isConditional(text, start);
    for (const one of reliefsIn(text)) {
      if (!isTold(one.start) || belongsToCare(text, one.start)) continue;
      const quote = evidenceOf(chart, statement, one.start, one.end);
      (one.of === 'pain' ? percent : gain).say(one.percent, quote);
      if (one.of === 'pain') failed.say(false, quote);
    }
    for (const one of reliefDurationsIn(text)) {
      if (isTold(one.start) && !belongsToCare(text, one.start))
        weeks.push({ weeks: one.weeks, evidence: evidenceOf(chart, statement, one.start, one.end) });
    }
    fromScores(chart, statement, percent, sameScale);
    const nothing = NOTHING.exec(text);
    const well = WELL.exec(text);
    if (nothing && isTold(nothing.index) && !belongsToCare(text, nothing.index))
      failed.say(true, evidenceOf(chart, statement, nothing.index, nothing.index + nothing[0].length));
    else if (well && isTold(well.index) && !belongsToCare(text, well.index) && !isDenied(text, well.index, 30)) {
      const quote = evidenceOf(chart, statement, well.index, well.index + well[0].length);
      percent.hint(quote);
      if (!/^(?:some|moderate)/.test(well[0])) failed.say(false, quote);
    }
    const still =
      /\b(?:still|continues? to (?:have|enjoy|experience|get|do)|ongoing|persistent|sustained|maintains?)\b[^.;]{0,40}\b(?:relief|improvement|benefit|better)\b/.exec(
        text,
      );
    if (still && isTold(still.index) && !/\bwithout\b|\bno\b/.test(text))
      ongoing.say(true, evidenceOf(chart, statement, still.index, still.index + still[0].length));
    const same = /\bsame (?:pain |functional? )?scale\b/.exec(text);
    if (same) sameScale.say(true, evidenceOf(chart, statement, same.index, same.index + same[0].length));
    for (const date of datesIn(text, chart.dateOfService)) {
      if (date.day && chart.dateOfService && date.day < chart.dateOfService)
        dates.push({ day: date.day, evidence: evidenceOf(chart, statement, date.start, date.end) });
    }
  }
  const close = (one: unknown, other: unknown) => Math.abs(Number(one) - Number(other)) <= 5;
  facts.push(...percent.facts(close));
  const stated = weeks.filter((one) => one.weeks !== undefined);
  const distinct = new Set(stated.map((one) => one.weeks));
  if (distinct.size === 1)
    facts.push(fact(`${dash}relief-weeks`, stated[0]!.weeks, ...stated.map((one) => one.evidence)));
  else if (distinct.size > 1)
    facts.push({
      name: `${dash}relief-weeks`,
      value: undefined,
      evidence: stated.map((one) => one.evidence),
      conflict: stated.map((one) => one.evidence),
    });
  else if (weeks[0]) facts.push(fact(`${dash}relief-weeks`, undefined, ...weeks.map((one) => one.evidence)));
  if (prefix !== 'prior') return facts;
  facts.push(...gain.facts(close), ...failed.facts(), ...ongoing.facts(), ...sameScale.facts());
  const latest = dates.sort((one, other) => (one.day < other.day ? 1 : -1))[0];
  if (latest) facts.push(fact('prior.last-date', latest.day, latest.evidence));
  facts.push(...count(chart, tellings));
  return facts;
}

/** `pain went from 8 to 2 after the last injection`: one scale, relief computed from it. */
function fromScores(chart: Chart, statement: Statement, percent: Tally, sameScale: Tally): void {
  const scores = scoresIn(statement.text);
  const [pre, post] = [scores.find((one) => one.moment === 'before'), scores.find((one) => one.moment === 'after')];
  if (!pre || !post || pre.start !== post.start || pre.value === 0) return;
  const quote = evidenceOf(chart, statement, pre.start, pre.end);
  sameScale.say(true, quote);
  if (reliefsIn(statement.text).length === 0)
    percent.say(Math.floor(((pre.value - post.value) / pre.value) * 100), quote);
}

/** How many earlier procedures the note tells of. `never had` and `her first` tell of 0. */
function count(chart: Chart, tellings: readonly Telling[]): Fact[] {
  const tally = new Tally('prior.count-narrative');
  const narrative = new Tally('prior.narrative');
  const own = toldKindsOf(chart.procedures);
  for (const { statement, told } of tellings) {
    const quote = evidenceOf(chart, statement, told[0]?.start ?? 0, told[0]?.end ?? statement.text.length);
    narrative.say(true, quote);
    const many =
      /\b(one|two|three|four|five|six|\d)\s+(?:(?:prior|previous|earlier|past|lumbar|cervical|thoracic|diagnostic|successful|left|right|bilateral|transforaminal|interlaminar|caudal|steroid|l\d-?[ls]?\d)\s+){0,5}(?:epidurals?|esis|tfesis|injections|blocks|mbbs|rfas|ablations|medial branch blocks)\b/.exec(
        statement.text,
      );
    if (many && !isDenied(statement.text, many.index, 20))
      tally.say(numberOf(many[1]!), evidenceOf(chart, statement, many.index, many.index + many[0].length));
  }
  for (const told of countsTold(chart)) {
    if (own.size > 0 && !own.has(told.kind)) continue;
    tally.say(told.before, told.evidence);
    narrative.say(true, told.evidence);
  }
  return [...tally.facts(), ...narrative.facts()];
}

function diagnostic(chart: Chart, tellings: readonly Telling[]): Fact[] {
  const percents: { percent: number; evidence: NoteEvidence }[] = [];
  const counts: { count: number; evidence: NoteEvidence }[] = [];
  const technique = new Tally('prior.diagnostic-technique');
  const consistent = new Tally('prior.relief-consistent-with-agent');
  for (const { statement } of tellings) {
    const { text } = statement;
    for (const hit of allMatches(text, /(\d{1,3})(?:\s*-\s*\d{1,3})?\s*(?:%|percent)/g)) {
      if (
        Number(hit[1]) > 100 ||
        !/relie|improv|reduc|better|decreas|response/.test(text) ||
        isConditional(text, hit.index) ||
        belongsToCare(text, hit.index)
      )
        continue;
      if (
        /\b(?:lidocaine|bupivacaine|marcaine|ropivacaine)\b/.test(text.slice(hit.index, hit.index + hit[0].length + 14))
      )
        continue;
      percents.push({
        percent: Number(hit[1]),
        evidence: evidenceOf(chart, statement, hit.index, hit.index + hit[0].length + 8),
      });
    }
    const many =
      /\b(two|dual|double|both|2|three|3|one|1|first and second|a single|single)\s+(?:(?:prior|previous|successful|positive|separate|sets of|diagnostic|comparative|lumbar|cervical|bilateral|left|right|of|the|confirmatory)\s+){0,5}(?:mbbs?|medial branch|diagnostic|facet|blocks|si joint|sacroiliac)/.exec(
        text,
      );
    if (many && !isConditional(text, many.index))
      counts.push({
        count: /^(?:two|dual|double|both|2|first)/.test(many[1]!) ? 2 : /^(?:three|3)/.test(many[1]!) ? 3 : 1,
        evidence: evidenceOf(chart, statement, many.index, many.index + many[0].length),
      });
    const branch = /\b(?:mbbs?|medial branch)\b/.exec(text);
    const joint = /\bintra-?articular\b/.exec(text);
    if (branch && !joint)
      technique.say('medial-branch', evidenceOf(chart, statement, branch.index, branch.index + branch[0].length));
    if (joint && !branch)
      technique.say('intra-articular', evidenceOf(chart, statement, joint.index, joint.index + joint[0].length));
    const fits =
      /\b(?:consistent with|concordant with|appropriate for|corresponding to|for the duration of|expected (?:for|duration)) (?:the )?(?:\w+ ){0,5}?(?:anesthetic|lidocaine|bupivacaine|agents?|marcaine)\b/.exec(
        text,
      );
    if (fits)
      consistent.say(
        !isDenied(text, fits.index, 16),
        evidenceOf(chart, statement, fits.index, fits.index + fits[0].length),
      );
  }
  const facts: Fact[] = [];
  if (percents.length > 0)
    facts.push(
      fact(
        'prior.diagnostic-relief-percent',
        Math.min(...percents.map((one) => one.percent)),
        ...percents.map((one) => one.evidence),
      ),
    );
  if (counts.length > 0)
    facts.push(
      fact('prior.diagnostic-count', Math.max(...counts.map((one) => one.count)), ...counts.map((one) => one.evidence)),
    );
  return [...facts, ...technique.facts(), ...consistent.facts()];
}

function isConditional(text: string, at: number): boolean {
  return (
    TO_COME.test(text.slice(Math.max(0, at - 80), at)) ||
    /\b(?:before (?:repeating|considering|another)|is (?:required|needed))\b/.test(text.slice(at, at + 60))
  );
}

/** `50% relief with physical therapy`: that was the care, not the procedure. */
function belongsToCare(text: string, at: number): boolean {
  return /\b(?:with|from|after|by) (?:\w+ ){0,2}?(?:physical therapy|pt|medications?|nsaids?|gabapentin|opioids?|chiropract\w+|rest|ice|heat|tens)\b/.test(
    text.slice(at, at + 70).split(/,|\band\b|;/)[0]!,
  );
}
