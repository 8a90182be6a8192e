import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { ASIDE, evidenceOf, matches, mentions, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied, isDeniedAfter, isFuture } from './clause.ts';
import { reliefsIn } from './relief-words.ts';
import { fact, Tally } from './tally.ts';
import { ONE_TO_TEN } from '../text/number-words.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([...ASIDE].filter((role) => role !== 'social-history'));
const NOT_YET: ReadonlySet<SectionRole> = new Set<SectionRole>([...SKIP, 'plan']);
const STIMULATION = /\b(?:stimulat\w+|neurostimulat\w+|scs|dcs|drg)\b/;
const TRIAL = /\btrials?\b/g;
const MEDICATION =
  /\b(?:opioids?|narcotics?|analgesics?|pain medications?|medications?|oxycodone|hydrocodone|norco|percocet|morphine|tramadol|gabapentin)\b/;
const LESS = /\b(?:reduc\w+|decreas\w+|cut|less|weaned|lower(?:ed)?)\b/;
const PERCENT = /(\d{1,3})\s?(?:%|percent)/;

const PSYCHOLOGY =
  /\b(?:psycholog\w+|psychiatr\w+|psychosocial|behaviou?ral(?: health| medicine)?|psych)\b(?: (?:\w+ ){0,3}?)?(?:evaluation|eval|clearance|screening|assessment|testing|consult\w*)\b|\b(?:evaluated|cleared|seen|assessed) by (?:a |the |our )?(?:\w+ ){0,2}(?:psycholog\w+|psychiatr\w+)|\bpsychologically cleared\b/g;
const TEAM =
  /\bmulti-?disciplinary (?:team|evaluation|screening|assessment|review|conference|approach|program)\b|\binter-?disciplinary (?:team|evaluation|screening|assessment|conference)\b/g;
const SUBSTANCE =
  /\b(?:active|current|ongoing|untreated|untreated active) (?:\w+ )?(?:substance|drug|alcohol|opioid|iv drug)[ -]?(?:and alcohol )?(?:use disorder|abuse|misuse|addiction|dependence|use)\b|\b(?:substance|drug|alcohol|opioid)[ -]?(?:use disorder|abuse|misuse|addiction)\b/g;
const TREATED =
  /\b(?:history of|h\/o|remote|past|prior|former|in (?:full |sustained )?remission|sober|recovery|treated|quit|years ago)\b/;
const RESORT =
  /\b(?:last resort|exhausted|failed (?:all|multiple|extensive|numerous|other|conservative|medical)|refractory to|despite (?:extensive|multiple|maximal|numerous)|has failed)\b[^.]{0,140}/g;
const EDUCATED =
  /\b(?:risks?|benefits?)\b[^.]{0,80}\b(?:stimulat\w+|scs|trial)\b|\b(?:stimulat\w+|scs|trial)\b[^.]{0,120}\b(?:risks?|benefits?|educat\w+|dvd|video|booklet)\b/g;
const PACER = /\b(?:pacemaker|defibrillator|aicd|icd)\b(?!-?\s?(?:9|10))/g;
const DAYS =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)[- ](day|week|hour)s?(?: long)?[- ](?:\w+ ){0,4}trial\b|\btrial\b[^.]{0,60}\b(?:lasted|for|over|of|x)\s+(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)[- ](day|week|hour)s?\b/g;
const NUMBER: Readonly<Record<string, number>> = {
  ...ONE_TO_TEN,
  fourteen: 14,
};
const SUBSTANCE_CUE = /\b(?:substance|drug|alcohol|opioid|addiction|illicit)\b/g;

/** `stimulation.*`: what was considered, examined and found before a spinal stimulator and during its trial. */
export function readStimulationCourse(chart: Chart): Fact[] {
  if (!mentions(chart, 'stimulat', 'scs', 'drg')) return [];
  return [
    ...trial(chart),
    ...simple(chart, 'stimulation.psychological-evaluation', PSYCHOLOGY),
    ...simple(chart, 'stimulation.multidisciplinary-evaluation', TEAM),
    ...substance(chart),
    ...resort(chart),
    ...simple(chart, 'stimulation.education-documented', EDUCATED),
    ...simple(chart, 'stimulation.pacemaker', PACER),
    ...indications(chart),
    ...done(chart),
  ];
}

const PHASES: readonly (readonly [kind: RegExp, phase: string])[] = [
  [/^scs-trial$/, 'trial'],
  [/^scs-(?:leads|paddle|integrated)$/, 'permanent'],
  [/^scs-generator$/, 'permanent'],
  [/^scs-(?:lead|generator|integrated)-revision$/, 'revision'],
  [/removal$/, 'removal'],
];

/** The phase and the leads as the procedures of the day have them; a request asks for both. */
function done(chart: Chart): Fact[] {
  const own = chart.procedures.filter((one) => one.family === 'spinal-cord-stimulation');
  const [first] = own;
  if (!first) return [];
  const quotes = (one: (typeof own)[number]) => one.evidence.filter((quote) => quote.source === 'note');
  const swap = own.length === 1 && first.attributes['generator.replaced'] === true;
  const phase = swap ? 'replacement' : PHASES.find(([kind]) => own.some((one) => kind.test(one.kind)))?.[1];
  const leads = own.find((one) => typeof one.attributes['leads.count'] === 'number');
  return [
    ...(phase === undefined ? [] : [fact('stimulation.phase', phase, ...quotes(first))]),
    ...(leads ? [fact('stimulation.lead-count', leads.attributes['leads.count'], ...quotes(leads))] : []),
  ];
}

/** Sentences that tell of a trial of stimulation that has taken place, and the one behind each. */
function trialSentences(chart: Chart): Statement[] {
  const found = new Set<Statement>();
  for (const statement of statementsWith(chart, TRIAL, NOT_YET)) {
    const { text } = statement;
    const before = chart.statements[statement.index - 1]?.text ?? '';
    if (!STIMULATION.test(text) && !STIMULATION.test(before)) continue;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    const at = text.search(/\btrials?\b/);
    if (isFuture(text, at) || isDenied(text, at) || /\btrial of (?!(?:spinal|scs|stimul|dorsal|the stim))/.test(text))
      continue;
    found.add(statement);
    const next = chart.statements[statement.index + 1];
    if (next && next.section === statement.section) found.add(next);
  }
  return [...found].toSorted((one, other) => one.index - other.index);
}

function trial(chart: Chart): Fact[] {
  const relief = new Tally('stimulation.trial-relief-percent');
  const medication = new Tally('stimulation.trial-medication-reduction-percent');
  const better = new Tally('stimulation.trial-function-improved');
  const days = new Tally('stimulation.trial-days');
  for (const statement of trialSentences(chart)) {
    const { text } = statement;
    if (/\b(?:needs?|requires?|must|criteri\w+|threshold|goal)\b/.test(text)) continue;
    for (const one of reliefsIn(text)) {
      const around = text.slice(Math.max(0, one.start - 50), Math.min(text.length, one.end + 50));
      const quote = evidenceOf(chart, statement, one.start, one.end);
      if (
        MEDICATION.test(around) &&
        LESS.test(around) &&
        !/\bpain relief|relief of pain/.test(text.slice(one.start, one.end))
      )
        medication.say(one.percent, quote);
      else if (one.of === 'function' && !/\brelie/.test(text.slice(one.start, one.end)))
        better.say(one.percent > 0, quote);
      else relief.say(one.percent, quote);
    }
    if (relief.isSilent) {
      const none =
        /\b(?:no|without|little|minimal|did not (?:get|have|obtain|provide)(?: any| much)?) (?:significant |meaningful |any |pain )*(?:relief|benefit|improvement)\b/.exec(
          text,
        );
      if (none) relief.hint(evidenceOf(chart, statement, none.index, none.index + none[0].length));
    }
    if (medication.isSilent && MEDICATION.test(text) && LESS.test(text)) {
      const found = PERCENT.exec(text);
      const near = found && text.slice(Math.max(0, found.index - 60), found.index + 60);
      if (found && near && MEDICATION.test(near) && LESS.test(near) && Number(found[1]) <= 100)
        medication.say(Number(found[1]), evidenceOf(chart, statement, found.index, found.index + found[0].length));
    }
    functionTold(chart, statement, better);
    for (const hit of matches(statement, DAYS)) {
      const [number, unit] = hit[1] === undefined ? [hit[3]!, hit[4]!] : [hit[1], hit[2]!];
      const count = NUMBER[number] ?? Number(number);
      if (unit !== 'hour')
        days.say(
          unit === 'week' ? count * 7 : count,
          evidenceOf(chart, statement, hit.index, hit.index + hit[0].length),
        );
    }
  }
  return [...relief.facts(), ...medication.facts(), ...better.facts(), ...days.facts()];
}

const FUNCTION_BETTER =
  /\b(?:improv\w+|increas\w+|better|gain\w*|restor\w+)\b[^.;]{0,60}\b(?:function\w*|activit\w+|adls?|mobility|sleep|walking|standing|ambulat\w+)\b|\b(?:function\w*|activit\w+|adls?|mobility|walking|standing|ambulation|sleep)\b[^.;]{0,50}\b(?:improved|increased|better)\b|\b(?:able to|could) (?:now )?(?:walk|stand|sit|sleep|exercise|work|do)\b[^.;]{0,50}\b(?:longer|farther|further|more|again|without|better)\b/;

function functionTold(chart: Chart, statement: Statement, better: Tally): void {
  const { text } = statement;
  const none =
    /\b(?:no|without|did not|didn't)\b[^.;]{0,40}\b(?:function\w*|activit\w+)\b|\bfunction\w*\b[^.;]{0,30}\b(?:unchanged|did not|not improve)/.exec(
      text,
    );
  if (none) return better.say(false, evidenceOf(chart, statement, none.index, none.index + none[0].length));
  const found = FUNCTION_BETTER.exec(text);
  if (found && !isDenied(text, found.index))
    better.say(true, evidenceOf(chart, statement, found.index, found.index + found[0].length));
}

/** Said as done is true, denied is false, planned is nothing. */
function simple(chart: Chart, name: string, words: RegExp): Fact[] {
  const tally = new Tally(name);
  for (const statement of statementsWith(chart, words, SKIP)) {
    const { text } = statement;
    const education = name.endsWith('education-documented');
    if (!education && isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, words)) {
      const end = hit.index + hit[0].length;
      const quote = evidenceOf(chart, statement, hit.index, end);
      const behind = text.slice(end, end + 60);
      if (
        /\b(?:pending|needed|required|scheduled|to be|will be|not yet|awaiting|prior to|before (?:the|a|any))\b/.test(
          behind.slice(0, 40),
        ) ||
        /\b(?:after|pending|awaiting|needs?|requires?|before|once|for)\s+(?:a |an |the |his |her )?(?:\w+ )?$/.test(
          text.slice(0, hit.index),
        )
      )
        continue;
      if (isDenied(text, hit.index) || isDeniedAfter(text, end)) tally.say(false, quote);
      else if (education || !isFuture(text, hit.index)) tally.say(true, quote);
    }
  }
  return tally.facts();
}

function substance(chart: Chart): Fact[] {
  const tally = new Tally('stimulation.substance-use-untreated');
  const denied =
    /\b(?:no|denies|denied|without|negative for)\b[^.;]{0,60}\b(?:substance|drug|alcohol|illicit)[^.;]{0,20}\b(?:use|abuse|misuse|disorder|addiction)\b|\bno (?:active |current |untreated )?(?:substance|drug|addiction) (?:\w+ )?(?:issues?|problems?|concerns?)\b/g;
  for (const statement of statementsWith(chart, SUBSTANCE_CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    let none = false;
    for (const hit of matches(statement, denied)) {
      none = true;
      tally.say(false, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
    if (none || TREATED.test(text)) continue;
    for (const hit of matches(statement, SUBSTANCE)) {
      const end = hit.index + hit[0].length;
      if (isFuture(text, hit.index) || /\b(?:risk|screen\w*|tool|agreement)\b/.test(text)) continue;
      const no = isDenied(text, hit.index) || isDeniedAfter(text, end);
      if (no || /\b(?:active|current|ongoing|untreated)\b/.test(hit[0]))
        tally.say(!no, evidenceOf(chart, statement, hit.index, end));
      else tally.hint(evidenceOf(chart, statement, hit.index, end));
    }
  }
  return tally.facts();
}

function resort(chart: Chart): Fact[] {
  const tally = new Tally('stimulation.last-resort');
  for (const statement of statementsWith(chart, RESORT, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, RESORT)) {
      if (isDenied(text, hit.index) || isFuture(text, hit.index)) continue;
      const kinds = [
        'medicat|opioid|nsaid|gabapentin|drug',
        'therap|exercise|chiropract|rehab',
        'injection|block|epidural|ablation',
        'surg|fusion|laminectomy',
        'psycholog|cognitive',
      ].filter((one) => new RegExp(one).test(text));
      const whole = /last resort|exhausted|all (?:conservative|other)|conservative/.test(hit[0]);
      if (whole || kinds.length >= 2)
        tally.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  return tally.facts();
}

const INDICATIONS: readonly (readonly [string, RegExp])[] = [
  [
    'failed-back-surgery',
    /\b(?:failed back(?: surgery)?(?: syndrome)?|fbss|post-?laminectomy(?: pain)?(?: syndrome)?|persistent spinal pain syndrome|psps)\b/g,
  ],
  ['crps', /\b(?:complex regional pain(?: syndrome)?|crps|reflex sympathetic dystrophy|rsd|causalgia)\b/g],
  [
    'diabetic-neuropathy',
    /\b(?:painful diabetic (?:\w+ )?neuropathy|diabetic (?:peripheral |poly)?\s?neuropathy|pdn)\b/g,
  ],
  ['ischaemia', /\b(?:critical limb isch(?:a)?emia|inoperable (?:\w+ )?isch(?:a)?emia)\b/g],
  ['angina', /\brefractory angina|\bintractable angina/g],
];

/** What the stimulation is for; asked only where a stimulator is told. */
function indications(chart: Chart): Fact[] {
  const found: string[] = [];
  const quotes = [];
  for (const [word, pattern] of INDICATIONS)
    for (const statement of statementsWith(chart, pattern, SKIP)) {
      const [hit] = matches(statement, pattern);
      if (!hit || isAside(chart.note, statement.start, statement.end, statement.text)) continue;
      if (isDenied(statement.text, hit.index) || found.includes(word)) continue;
      found.push(word);
      quotes.push(evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  return found.length > 0 ? [fact('stimulation.indication', found, ...quotes)] : [];
}
