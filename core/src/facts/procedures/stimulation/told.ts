import type { ProcedureNote, SectionRole, Sentence } from '../../text/note.ts';
import { narrativeOf } from '../head-and-body.ts';
import type { NoteTools } from '../tools.ts';
import { OTHER_ORGAN, SPINAL } from './stimulation-names.ts';

const GENERATOR = String.raw`(?:pulse generator|generator|ipg|battery|neurostimulator|stimulator|device)`;
const LEADS = String.raw`(?:leads?|electrodes?|arrays?|octrodes?|octads?|paddles?)`;
const IN = String.raw`(?:placed|implanted|inserted|introduced|positioned|seated|buried|advanced|threaded|passed|steered|driven|navigated|deployed|slid|manipulated|guided|fed|laid|floated|run up|brought up|led|driven up|left in)`;
const OUT = String.raw`(?:removed|explanted|extracted|withdrawn|pulled|taken out|retrieved|delivered|drawn|eased out|slid out|cut out|lifted out|brought out|dissected out|came out)`;

/** What the narrative says was done to the parts of the stimulator. */
export interface Told {
  readonly leadsIn: Sentence | undefined;
  readonly leadsOut: Sentence | undefined;
  readonly leadsMoved: Sentence | undefined;
  readonly generatorIn: Sentence | undefined;
  readonly generatorOut: Sentence | undefined;
  readonly pocketRevised: Sentence | undefined;
  readonly paddle: Sentence | undefined;
  readonly needle: Sentence | undefined;
  readonly external: Sentence | undefined;
}

const between = (one: string, other: string, gap = 90) =>
  new RegExp(String.raw`\b${one}\b[^.;]{0,${gap}}\b${other}\b|\b${other}\b[^.;]{0,60}\b${one}\b`);

const LEADS_IN = between(LEADS, IN);
const LEADS_OUT = between(LEADS, OUT);
const LEADS_MOVED = new RegExp(
  String.raw`${between(LEADS, '(?:revised|replaced|relocated|exchanged|pulled back)').source}|\b(?:repositioned|re-?anchored|re-?advanced)\b`,
);
const GENERATOR_IN = new RegExp(
  String.raw`\b${GENERATOR}\b[^.;]{0,90}\b(?:placed|implanted|inserted|seated|buried|positioned|anchored|secured|sutured|introduced)\b|\b(?:placed|implanted|inserted|seated|introduced)\b[^.;]{0,60}\b(?:pulse generator|generator|ipg|battery)\b|\b(?:connected|attached|plugged|inserted)\b[^.;]{0,60}\b(?:to|into|with) (?:the |a )?(?:\w+ ){0,4}(?:generator|ipg|battery)\b`,
);
const GENERATOR_OUT = between('(?:pulse generator|generator|ipg|battery|device|stimulator)', OUT);
const POCKET =
  /\bpocket\b[^.;]{0,60}\b(?:revised|relocated|enlarged|deepened|moved)\b|\b(?:revis|relocat)\w+ (?:of )?(?:the )?(?:\w+ ){0,2}pocket\b/;
const PADDLE = /\bpaddle\b|\bsurgical leads?\b|\blaminotom\w+|\blaminectom\w+/;
const EARLIER =
  /\b(?:history|prior|previous|post|s\/p|failed|old|earlier) ?-?(?:\w+ )?(?:laminectom|laminotom)|post-?laminectom/;
const NEEDLE =
  /\btuohy|\bepidural needle|\b1[45][- ]?g(?:a|auge)?\b|\bloss[- ]of[- ]resistance|\bpercutaneous|\bintroducer|\bcoud[eé]/;
const EXTERNAL =
  /\bexternali[sz]ed|\bexternal (?:pulse )?(?:generator|stimulator|neurostimulator|device|system|trial|box)|\btrial (?:leads?|period|stimulat|screen)|\bscreening trial|\bfor a trial\b|\b(?:secured|held|affixed|fixed) with (?:\w+ ){0,2}tape|\btemporary\b|\bsteri-?strip[^.]*\bleads?|\bleads?\b[^.]{0,60}\b(?:taped|steri|tegaderm|sutured to the skin|secured to the skin|anchored to the skin)/;

/** In telegrams a part with its place stands for the act: `2 leads, tips T8`, `IPG L flank`, `explant of IPG`. */
const LEADS_THERE = new RegExp(
  String.raw`\b${LEADS}\b[^;]{0,60}(?:\btips?\b|\b[tcl]-?\d{1,2}\b|\bs1\b|\bsecured\b|\bcoverage\b)|\b[tcls]-?\d{1,2}\b[^;]{0,30}\b${LEADS}\b|\btrial (?:at|of) (?:\w+ )?[tcls]\d`,
);
const GENERATOR_THERE =
  /\b(?:pulse generator|generator|ipg|battery)\b[^.;]{0,40}\b(?:flank|buttock|abdom\w*|pocket|axilla|gluteal|chest wall)\b/;
const GENERATOR_GONE =
  /\b(?:ex-?plant\w*|removal|remov(?:ed|ing))\b[^.;,]{0,40}\b(?:pulse generator|generator|ipg|battery|stimulator|system)\b/;
const LEADS_GONE = new RegExp(
  String.raw`\b(?:ex-?plant\w*|removal|pull)\b[^.;]{0,40}\b${LEADS}\b|\b${LEADS}\b[^.;]{0,20}\b(?:pull|removal)\b`,
);

export function toldOf(tools: NoteTools): Told {
  const told = toldInFull(tools);
  if (!tools.terse) return told;
  const first = (words: RegExp) => tools.body.find((one) => tools.tells(one, words) && stands(tools, one, words));
  const generatorOut = told.generatorOut ?? first(GENERATOR_GONE);
  const leadsOut = told.leadsOut ?? first(LEADS_GONE);
  return {
    ...told,
    generatorOut,
    leadsOut,
    leadsIn: told.leadsIn ?? (leadsOut ? undefined : first(LEADS_THERE)),
    generatorIn: told.generatorIn ?? (generatorOut ? undefined : first(GENERATOR_THERE)),
  };
}

function toldInFull(tools: NoteTools): Told {
  const body = narrativeOf(tools, tools.body);
  const first = (words: RegExp, unless?: RegExp) =>
    body.find((one) => {
      const said = tools.says(one);
      if (!words.test(said) || (unless?.test(said) ?? false)) return false;
      return stands(tools, one, words);
    });
  return {
    leadsIn: first(LEADS_IN, /\b(?:ekg|ecg|monitor|grounding|bovie|cautery|needle electrodes?)\b/),
    leadsOut: first(
      LEADS_OUT,
      /\b(?:needles?|stylet|ekg|monitor)\b[^.;]{0,30}\b(?:were|was) (?:then )?(?:removed|withdrawn)|without (?:dis|moving)/,
    ),
    leadsMoved: first(LEADS_MOVED),
    generatorIn: first(GENERATOR_IN, /\bexternal (?:pulse )?(?:generator|stimulator)/),
    generatorOut: first(GENERATOR_OUT),
    pocketRevised: first(POCKET),
    paddle: first(PADDLE, EARLIER),
    needle: first(NEEDLE),
    external: [...tools.titles, ...body].find((one) => tools.tells(one, EXTERNAL)),
  };
}

/** The words themselves stand: "no lead was placed" tells of a lead, and of none. */
function stands(tools: NoteTools, sentence: Sentence, words: RegExp): boolean {
  const found = words.exec(tools.says(sentence));
  if (!found) return false;
  const start = sentence.start + found.index;
  return tools.asserted({ start, end: start + found[0].length });
}

const ASIDE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'past-history',
  'family-history',
  'social-history',
  'medications',
  'allergies',
  'review-of-systems',
  'consent',
]);

/** The note is about a stimulator of the spine, not only about a patient who has one among other things. */
export function isSpinal(note: ProcedureNote): boolean {
  return note.sentences.some((sentence) => {
    if (ASIDE.has(sentence.section.role)) return false;
    return SPINAL.test(note.lower.slice(sentence.start, sentence.end));
  });
}

export function isOtherOrgan(words: string): boolean {
  return OTHER_ORGAN.test(words) && !SPINAL.test(words);
}
