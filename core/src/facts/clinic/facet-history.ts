import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied, isFuture } from './clause.ts';
import { interspacesIn, levelsIn } from './level-words.ts';
import { fact, Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'medications',
  'allergies',
  'equipment',
  'title',
  'complications',
]);
const RFA =
  '(?:rfas?|rftc|rfn|radiofrequency(?: \\w+){0,2}|ablations?|rhizotom(?:y|ies)|neurotom(?:y|ies)|denervations?)';
const NOT_POSSIBLE = new RegExp(
  `\\b${RFA}\\b[^.;]{0,50}?\\b(?:is |was |are )?(?:not (?:possible|an option|feasible|appropriate|advisable|indicated|recommended|a candidate|considered|safe)|contraindicated|cannot be|can't be|precluded)|\\b(?:not (?:a |an )?(?:suitable |appropriate |good )?candidate for|cannot (?:undergo|have|be treated with|receive)|unable to (?:undergo|have)|contraindication(?:s)? (?:to|for)|declin\\w+|refus\\w+|does not (?:want|wish)(?: to (?:have|undergo))?|precludes?|ineligible for)\\s+(?:\\w+\\s+){0,3}?${RFA}`,
  'g',
);
const REASONS: readonly (readonly [reason: string, words: RegExp])[] = [
  [
    'implanted-electrical-device',
    /\b(?:pacemaker|defibrillator|aicd|\bicd\b|implant\w* (?:electrical |electronic |cardiac )?device|stimulator|deep brain|cochlear)\b/,
  ],
  ['pseudarthrosis', /\b(?:pseud(?:o)?arthrosis|non-?union)\b/],
  ['pregnancy', /\bpregnan\w+\b/],
  ['anticoagulation', /\b(?:anticoagula\w+|blood thinner\w*|warfarin|coumadin|eliquis|xarelto|plavix|bleeding)\b/],
  ['prior-fusion', /\b(?:fusion|fused|hardware|instrumentation|pedicle screws?)\b/],
  ['allergy', /\ballerg\w+\b/],
  ['patient-declines', /\b(?:declin\w+|refus\w+|does not (?:want|wish)|prefers? not)\b/],
];

const ABLATION = ['rf', 'ablat', 'rhizotom', 'neurotom', 'denervat'];
const OPERATED = ['fus', 'lif', 'acdf', 'arthrodes', 'instrument', 'screw', 'surger', 'operation'];
const FUSION =
  /\b(?:fus(?:ion|ions|ed)|acdf|alif|plif|tlif|xlif|olif|arthrodesis|instrumented|instrumentation|pedicle screws?)\b/g;
const ANTERIOR =
  /\b(?:alif|anterior lumbar (?:interbody )?fusion|anterior (?:approach )?(?:interbody )?fusion|anterior[- ]posterior fusion)\b/;
const NO_SURGERY =
  /\b(?:no (?:prior|previous|history of) (?:\w+ ){0,3}?(?:spine|spinal|back|neck|lumbar|cervical)(?: \w+){0,1} ?(?:surger(?:y|ies)|operations?|fusions?)|denies (?:\w+ ){0,4}?(?:spine|spinal|back|neck|lumbar|cervical) surger(?:y|ies)|never had (?:\w+ ){0,3}?(?:spine|spinal|back|neck) surgery)\b/g;
const ABLATED = new RegExp(`\\b${RFA}\\b`, 'g');
const EARLIER =
  /\b(?:last|previous(?:ly)?|prior|past|earlier|underwent|undergone|received|had|s\/p|status post|history of|ago|(?:in |on )?(?:\d{1,2}\/)+\d{2,4}|in (?:19|20)\d\d|successful)\b/;
const SURGERY_CUE = /\b(?:surger(?:y|ies)|operations?|fusions?)\b/g;

/** `facet.*`: why ablation is not possible, and what was done before at the levels treated. */
export function readFacetHistory(chart: Chart): Fact[] {
  const levels = new Set(
    chart.procedures
      .flatMap((one) => one.targets.map((target) => target.name ?? ''))
      .filter((name) => name.includes('-')),
  );
  return [...notPossible(chart), ...fusion(chart, levels), ...ablation(chart, levels)];
}

function notPossible(chart: Chart): Fact[] {
  const tally = new Tally('facet.rfa-not-possible-reason');
  if (!mentions(chart, ...ABLATION)) return [];
  for (const statement of statementsWith(chart, ABLATED, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, NOT_POSSIBLE)) {
      if (/\bif\b[^.;]*$/.test(text.slice(0, hit.index)) || /\bnot contraindicated\b|\bno contraindication/.test(text))
        continue;
      const reason = REASONS.find(([, words]) => words.test(text));
      const quote = evidenceOf(chart, statement);
      if (reason) tally.say(reason[0], quote);
      else if (/\b(?:because|due to|since|as|given|secondary to|owing to)\b/.test(text.slice(hit.index)))
        tally.say('other', quote);
      else tally.hint(quote);
    }
  }
  return tally.facts();
}

/** The levels of a statement that are treated today: some, none of those named, or no level named. */
function overlap(statement: Statement, at: number, levels: ReadonlySet<string>): 'some' | 'none' | 'unnamed' {
  const near = statement.text.slice(Math.max(0, at - 70), at + 90);
  const named = new Set(interspacesIn(near));
  if (named.size === 0) {
    const vertebrae = levelsIn(near).flatMap((level) => level.vertebra ?? []);
    for (let index = 0; index + 1 < vertebrae.length; index++) named.add(`${vertebrae[index]}-${vertebrae[index + 1]}`);
  }
  if (named.size === 0) return 'unnamed';
  return [...named].some((level) => levels.has(level)) ? 'some' : 'none';
}

function fusion(chart: Chart, levels: ReadonlySet<string>): Fact[] {
  const fused = new Tally('facet.prior-fusion-at-level');
  const anterior = new Tally('facet.prior-anterior-fusion-at-level');
  const elsewhere: NoteEvidence[] = [];
  if (!mentions(chart, ...OPERATED)) return [];
  for (const statement of statementsWith(chart, FUSION, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, FUSION)) {
      if (
        isFuture(text, hit.index) ||
        /\b(?:candidate|image|si joint|sacroiliac|ankle|wrist)\b[^.;]{0,20}$/.test(text.slice(0, hit.index)) ||
        /^[- ]?(?:guided|imaging)/.test(text.slice(hit.index + hit[0].length))
      )
        continue;
      const quote = evidenceOf(
        chart,
        statement,
        Math.max(0, hit.index - 30),
        Math.min(text.length, hit.index + hit[0].length + 24),
      );
      if (isDenied(text, hit.index)) fused.say(false, quote);
      else if (overlap(statement, hit.index, levels) === 'some') {
        fused.say(true, quote);
        if (ANTERIOR.test(text)) anterior.say(true, quote);
      } else elsewhere.push(quote);
    }
  }
  for (const statement of statementsWith(chart, SURGERY_CUE, SKIP)) {
    for (const hit of matches(statement, NO_SURGERY)) {
      const quote = evidenceOf(chart, statement, hit.index, hit.index + hit[0].length);
      fused.say(false, quote);
      anterior.say(false, quote);
    }
  }
  // A fusion at another level, or at none that is named, does not say that the treated level is free.
  if (fused.isSilent && elsewhere.length > 0) return [fact('facet.prior-fusion-at-level', undefined, ...elsewhere)];
  return [...fused.facts(), ...anterior.facts()];
}

function ablation(chart: Chart, levels: ReadonlySet<string>): Fact[] {
  const tally = new Tally('facet.prior-ablation-at-level');
  if (!mentions(chart, ...ABLATION)) return [];
  for (const statement of statementsWith(chart, ABLATED, SKIP)) {
    const { text, section } = statement;
    if (isAside(chart.note, statement.start, statement.end, text) || section.role === 'description') continue;
    for (const hit of matches(statement, ABLATED)) {
      const quote = evidenceOf(
        chart,
        statement,
        Math.max(0, hit.index - 24),
        Math.min(text.length, hit.index + hit[0].length + 24),
      );
      if (
        /\b(?:no (?:prior|previous|history of)|never (?:had|undergone)|has not had|denies)\s+(?:\w+\s+){0,3}$/.test(
          text.slice(0, hit.index),
        )
      ) {
        tally.say(false, quote);
        continue;
      }
      if (isFuture(text, hit.index) || isDenied(text, hit.index) || !EARLIER.test(text)) continue;
      if (overlap(statement, hit.index, levels) === 'some') tally.say(true, quote);
      else tally.hint(quote);
    }
  }
  return tally.facts();
}
