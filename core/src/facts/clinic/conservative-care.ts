import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { careIn, type CareWord } from './care-types.ts';
import { ASIDE_OR_PLAN, evidenceOf, statementsWith, type Chart, type Statement } from './chart.ts';
import { clauseEnd, clauseStart, isAside, isDenied } from './clause.ts';
import { durationsIn } from './duration-words.ts';
import { isOurs } from './pain-words.ts';
import { fact, Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...ASIDE_OR_PLAN,
  'description',
  'anesthesia',
  'injectate',
  'guidance',
  'complications',
  'exam',
  'review-of-systems',
]);
const CUE =
  /\b(?:conservativ\w+|non-?operativ\w+|non-?surgical\w*|non-?invasive\w*|non-?interventional|therap(?:y|ies)|physiotherapy|pt|hep|exercis\w+|stretching|chiropract\w+|nsaids?|non-?steroidals?|anti-?inflammator\w+|ibuprofen|naproxen|meloxicam|mobic|celebrex|celecoxib|diclofenac|tylenol|acetaminophen|gabapentin|neurontin|pregabalin|lyrica|duloxetine|cymbalta|muscle relax\w+|cyclobenzaprine|flexeril|tizanidine|methocarbamol|opioids?|narcotics?|tramadol|hydrocodone|oxycodone|medications?|meds|analgesics?|prednisone|medrol|steroids?|acupuncture|massage|tens|brac(?:e|ing)|traction|rest|biofeedback|modification)\b/g;

const FAILED =
  /\b(?:(?<!heart |cardiac |renal |kidney |liver |hepatic |respiratory )fail(?:ed|s|ing|ure)(?! to (?!respond|improve|provide|relieve|help|give|control|alleviate|resolve|benefit))(?: (?:of|to (?:respond|improve)))?|(?:not|n't|never|un|poorly|minimally|incompletely) ?(?:been )?respon(?:d|ded|sive|ding)|unresponsive|refractory|recalcitrant|resistant|(?:no|not|without|little|minimal|limited|inadequate|insufficient|incomplete|lack of|only|temporary|transient|partial|short-?lived|brief|suboptimal|poor|never)(?: (?:any|much|significant|substantial|sustained|lasting|long-?term|long-?lasting|adequate|appreciable|meaningful|real|short-?term|temporary|mild|minimal|partial|transient|brief|sufficient|durable|complete|obtained?|obtaining|gotten|get|provid\w+|given?|much|of|in))* (?:relief|reliev\w+|improve\w*|benefit\w*|help\w*|success\w*|respon\w+|effect\w*|resolution|results?|controlled|gain)|ineffective\w*|unsuccessful\w*|despite|in spite of|exhausted|did (?:not|n't) help|(?:has|have|had|was|were|is|are) not (?:been )?(?:\w+ )?(?:helped|helpful|effective|beneficial|successful|relieved|controlled|worked|improved)|(?:does|do|did)(?: not|n't) (?:help|relieve|improve|work|provide|control)|persist(?:s|ed|ent|ing)?(?: pain)? (?:despite|in spite)|made (?:it|the pain|(?:his|her) pain|symptoms) worse|worsened (?:with|by)(?= (?:physical|pt\b|therapy|chiropract|exercise)))(?![a-z])/g;
const HELPED =
  /\b(?:(?:good|excellent|great|significant|substantial|complete|adequate) (?:relief|response|results?|improvement|benefit|control)|is helping|has helped|helps|(?:was|were|is|are|been|found) (?:very |quite )?(?:helpful|effective|beneficial)|well controlled|responding well|improv(?:ed|ing) with)\b/;
const NOT_TRIED =
  /\b(?:(?:has|have|had|having)(?: not|n't) (?:yet )?(?:tried|exhausted|failed|had|completed|undergone|attempted|done|received|started)|(?:did|does)(?: not|n't) (?:try|have|undergo|start)|never (?:tried|had|done)|no (?:prior|previous|recent|formal|trial of)|not (?:yet )?(?:tried|exhausted|completed|started|undergone|been tried)|declin\w+|refus\w+|naive)\b[^.;]{0,40}$/;
const FUTURE =
  /\b(?:will|would|shall|may|might|should|plan(?:s|ned)? (?:to|for|is)|recommend\w*|consider\w*|advis\w+|order(?:ed|ing)?|refer(?:red|ral)|schedule[ds]?|begin|start(?:ed|ing)?(?= (?:on|in|with|formal|physical|pt|home|a))|encourage[ds]?|offered|options? (?:include|are|including|such as)|discussed|if|unless|until|instructed|prescribed|candidate)\b/;
const CANNOT =
  /\b(?:(?:could|can|did|does|do|is|was|were|has|have|had)(?: not|n't)(?: been)? (?:able to )?(?:tolerate|participate in|take part in|complete|perform|continue(?: with)?|attend|engage in|take|do)|cannot (?:tolerate|participate in|complete|perform|attend|take|do)|unable to (?:tolerate|participate in|complete|perform|continue|attend|engage in|take|do)|intoleran(?:t|ce)(?: (?:of|to|for))?|too painful (?:to (?:continue|do|perform|participate in))?|not tolerat(?:ed?|ing)|poorly tolerated|(?:stopped|discontinued)\b[^.;]{0,50}?\b(?:because of|due to|secondary to)\b[^.;]{0,20}\b(?:pain|side effects|intolerance)|contraindicated)\b/g;

/** `care.conservative-failed`, `-weeks`, `-intolerant`, `care.types`: what was tried before, for how long, with which result. */
export function readConservativeCare(chart: Chart): Fact[] {
  const failed = new Tally('care.conservative-failed');
  const intolerant = new Tally('care.conservative-intolerant');
  const weeks: { value: number | undefined; evidence: NoteEvidence }[] = [];
  const types = new Map<string, NoteEvidence>();
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    const care = careIn(text).filter((one) => isOurs(text, one.start, one.end, chart.wanted) && !isOther(text, one));
    if (care.length === 0) continue;
    const tried = care.filter((one) => !isPlanned(text, one.start) && !NOT_TRIED.test(text.slice(0, one.start)));
    readOutcome(chart, statement, care, tried, failed);
    readIntolerance(chart, statement, care, intolerant);
    readWeeks(chart, statement, tried, weeks);
    readTypes(chart, statement, tried, types);
  }
  const facts = [...failed.facts(), ...intolerant.facts()];
  const known = weeks.filter((one) => one.value !== undefined);
  if (known.length > 0) {
    const longest = known.reduce((one, other) => (other.value! > one.value! ? other : one));
    facts.push(fact('care.conservative-weeks', longest.value, longest.evidence));
  } else if (weeks[0]) facts.push(fact('care.conservative-weeks', undefined, ...weeks.map((one) => one.evidence)));
  if (types.size > 0) facts.push({ name: 'care.types', value: [...types.keys()], evidence: [...types.values()] });
  return facts;
}

/** The sentence uses the word for something else: a tool of the procedure, a drug that was injected, a plan of care. */
function isOther(text: string, care: CareWord): boolean {
  const around = text.slice(Math.max(0, care.start - 30), care.end + 34);
  return /\b(?:inject\w+|infus\w+|premedicat\w+|iv |intravenous|antibiotic|blood pressure|antihypertensive|diabet\w+|insulin|anticoag\w+|blood thin\w+|chemo\w*|radiation therapy|hormone|allerg\w+|reconcil\w+|medication list|side effects|radiofrequency|pacemaker|oxygen)\b/.test(
    around,
  );
}

function isPlanned(text: string, at: number): boolean {
  return FUTURE.test(text.slice(Math.max(clauseStart(text, at), at - 70), at));
}

function readOutcome(
  chart: Chart,
  statement: Statement,
  care: readonly CareWord[],
  tried: readonly CareWord[],
  failed: Tally,
): void {
  const { text } = statement;
  FAILED.lastIndex = 0;
  for (let hit = FAILED.exec(text); hit; hit = FAILED.exec(text)) {
    const end = hit.index + hit[0].length;
    const near = nearest(tried, hit.index, end, text);
    if (!near || isConditional(text, Math.min(hit.index, near.start))) continue;
    // `not failed`, `has not exhausted`: the failing itself is denied.
    if (/^(?:fail|exhaust|refract|resist|recalc)/.test(hit[0]) && isDenied(text, hit.index, 24)) {
      failed.say(false, evidenceOf(chart, statement, Math.min(hit.index, near.start), Math.max(end, near.end)));
      continue;
    }
    failed.say(true, evidenceOf(chart, statement, Math.min(hit.index, near.start), Math.max(end, near.end)));
    return;
  }
  const good = HELPED.exec(text);
  if (
    good &&
    tried.length > 0 &&
    nearest(tried, good.index, good.index + good[0].length, text) &&
    !isDenied(text, good.index, 24) &&
    !isConditional(text, good.index)
  ) {
    const whole = nearest(tried, good.index, good.index + good[0].length, text)!;
    const quote = evidenceOf(
      chart,
      statement,
      Math.min(good.index, whole.start),
      Math.max(good.index + good[0].length, whole.end),
    );
    // One drug that helps is no success of care as a whole.
    if (whole.type === undefined || whole.type === 'physical-therapy' || whole.type === 'home-exercise')
      failed.say(false, quote);
    return;
  }
  for (const one of care) {
    if (
      one.type === undefined &&
      /\b(?:has|have|had)(?: not|n't) (?:yet )?(?:exhausted|failed|tried|completed|undergone)\b[^.;]{0,24}$/.test(
        text.slice(0, one.start),
      )
    )
      failed.say(false, evidenceOf(chart, statement, Math.max(0, one.start - 30), one.end));
  }
}

function isConditional(text: string, at: number): boolean {
  const before = text.slice(clauseStart(text, at), at);
  return (
    /\b(?:if|unless|until|should|when|once|may|might|will|would|could)\b/.test(before) ||
    /\bif\b[^.;]*$/.test(text.slice(0, at))
  );
}

/** The care word that an outcome speaks of: in the same sentence, not behind a word of procedures. */
function nearest(care: readonly CareWord[], start: number, end: number, text: string): CareWord | undefined {
  let best: CareWord | undefined;
  let distance = 170;
  for (const one of care) {
    const gap = one.start >= end ? one.start - end : start >= one.end ? start - one.end : 0;
    const between = one.start >= end ? text.slice(end, one.start) : text.slice(one.end, start);
    if (
      gap < distance &&
      !/[;]|\b(?:injections?|epidurals?|surger(?:y|ies)|blocks?|fusion|now|today)\b[^,]*$|\bbut\b/.test(between)
    )
      [best, distance] = [one, gap];
  }
  return best;
}

function readIntolerance(chart: Chart, statement: Statement, care: readonly CareWord[], intolerant: Tally): void {
  const { text } = statement;
  CANNOT.lastIndex = 0;
  for (let hit = CANNOT.exec(text); hit; hit = CANNOT.exec(text)) {
    const end = hit.index + hit[0].length;
    const one = nearest(care, hit.index, end, text.slice(0));
    if (!one || isConditional(text, Math.min(hit.index, one.start))) continue;
    const gap = one.start >= end ? one.start - end : hit.index - one.end;
    if (gap > 60) continue;
    const quote = evidenceOf(chart, statement, Math.min(hit.index, one.start), Math.max(end, one.end));
    // To stand no tablets is not to stand no care: only exercise, therapy or care as a whole decide.
    const decides =
      one.type === undefined ||
      one.type === 'physical-therapy' ||
      one.type === 'home-exercise' ||
      one.type === 'aquatic-therapy' ||
      one.type === 'chiropractic';
    if (decides) intolerant.say(true, quote);
    else intolerant.hint(quote);
  }
}

/** `physical therapy for 8 weeks`, `a 6-week course of therapy`, `12 weeks of home exercises`, `PT x 6 weeks`. */
function readWeeks(
  chart: Chart,
  statement: Statement,
  tried: readonly CareWord[],
  weeks: { value: number | undefined; evidence: NoteEvidence }[],
): void {
  const { text } = statement;
  for (const duration of durationsIn(text)) {
    const after = text.slice(duration.end, duration.end + 16);
    if (/^\s*(?:ago|prior|earlier|before|after|later)\b/.test(after)) continue;
    const one = tried.find((care) => joins(text, care, duration.start, duration.end, tried));
    if (!one) continue;
    const from = Math.min(one.start, duration.start);
    if (
      isDenied(text, from, 40) &&
      !/\b(?:without|no)\b/.test(text.slice(Math.max(0, from - 12), from)) &&
      NOT_TRIED.test(text.slice(0, from))
    )
      continue;
    weeks.push({
      value: duration.weeks,
      evidence: evidenceOf(chart, statement, from, Math.max(one.end, duration.end)),
    });
  }
}

function joins(text: string, care: CareWord, start: number, end: number, all: readonly CareWord[]): boolean {
  if (care.start >= end) {
    // `6 weeks of (supervised) physical therapy`, `6-week course of therapy`.
    return /^[\s-]*(?:(?:of|trial|course|program|period|formal|supervised|structured|directed|dedicated|physician-directed|continuous|consecutive|active|regular|intensive|at least|with|in|the|a|and|duration|attempts? at|prior|prescribed|documented|total|worth|oral|daily|provider-directed|outpatient|failed|home|recent|completed|unsuccessful|full|additional|non-?invasive)[\s,]*){1,7}$/.test(
      text.slice(end, care.start),
    );
  }
  if (care.end > start) return false;
  // `physical therapy (and NSAIDs) for the past 6 weeks`; other care may stand between.
  let between = text.slice(care.end, start);
  for (const other of all)
    if (other.start >= care.end && other.end <= start)
      between = between.replace(text.slice(other.start, other.end), ' ');
  return /^(?:\s|,|\(|:|;|\band\b|\bor\b|\bincluding\b|\bconsisting of\b|\bsuch as\b|\bwith\b|\bprogram\b|\bcourse\b|\bsessions?\b|\btreatments?\b|\bcare\b|\bexercises?\b|\btherapy\b|\bmanagement\b|\bhas been (?:tried|done)\b|\bwas (?:tried|done|performed)\b|\bwere tried\b|\b(?:once|twice|\d|two|three|one) (?:x|times?)? ?(?:a|per|\/)? ?(?:week|wk)(?:ly)?\b|\bweekly\b|\bdaily\b)*\s*(?:\b(?:for|x|times|over|during|lasting|totaling|of|since)\b|[x:(-])\s*(?:(?:the|a|at|least|more|than|over|past|last|about|approximately|nearly|almost|total|of|duration|period|greater|>|~|≥|well)\s*)*$/.test(
    between,
  );
}

function readTypes(
  chart: Chart,
  statement: Statement,
  tried: readonly CareWord[],
  types: Map<string, NoteEvidence>,
): void {
  const { text } = statement;
  if (
    !/\b(?:tried|trial|fail\w*|includ\w+|complet\w+|underwent|undergone|treat\w+|relief|despite|taken|takes|taking|uses?|using|used|respon\w+|reliev\w+|improv\w+|help\w*|had|has|have|received|done|did|doing|participat\w+|conservative|weeks|months|intoleran\w+|tolerate)\b/.test(
      text,
    )
  )
    return;
  for (const one of tried) {
    if (one.type === undefined || types.has(one.type)) continue;
    if (
      isDenied(text, one.start, 30) &&
      !/\b(?:relief|respon\w+|improve\w*|benefit|help\w*|success|effect\w*)\b/.test(
        text.slice(clauseStart(text, one.start), clauseEnd(text, one.end)),
      )
    )
      continue;
    types.set(one.type, evidenceOf(chart, statement, one.start, one.end));
  }
}
