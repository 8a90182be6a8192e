import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isDeniedAfter, isFuture } from './clause.ts';
import { fact, Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'plan',
  'complications',
  'description',
  'equipment',
]);
const PAST =
  /\b(?:history of|h\/o|prior|previous|past|old|remote|treated|resolved|status post|s\/p|in (?:19|20)\d\d)\s+(?:\w+\s+){0,3}$/;
const RISK =
  /\b(?:risks?|bleeding|complications?|prophyla\w+|monitor|watch|signs? of infection (?:such|including|like)|call|report|redness|warning|precautions?|prevent\w*|avoid|rate)\b/;

const INFECTION_NONE =
  /\b(?:no(?: \w+){0,4} (?:infections?|sepsis)|(?:denies|without|absence of|negative for)(?: \w+){0,5} infections?|infection: (?:none|no|denied|denies))\b/g;
const INFECTION =
  /\b(?:(?:active|current|ongoing|acute|systemic|local|untreated|skin|wound|urinary tract|respiratory) (?:\w+ )?infection|cellulitis|sepsis|septic|bacteremia|osteomyelitis|discitis|(?:epidural|paraspinal|psoas|skin) abscess)\b/g;
const CORD =
  /\b(?:cauda equina(?: syndrome| compression)|(?:spinal )?cord (?:compression|impingement|signal)|conus (?:compression|medullaris syndrome)|(?:cervical |thoracic )?myelopathy|saddle an(?:a)?esthesia)\b/g;
const CANCER =
  /\b(?:metasta\w+|malignan(?:cy|t)|neoplasm\w*|tumou?rs?|cancer|myeloma|lymphoma|unexplained weight loss)\b/g;

const DRUG =
  '(?:warfarin|coumadin|rivaroxaban|xarelto|apixaban|eliquis|dabigatran|pradaxa|edoxaban|savaysa|clopidogrel|plavix|prasugrel|effient|ticagrelor|brilinta|enoxaparin|lovenox|heparin(?!i| lock| flush| was| is| saline)|anti-?coagula\\w+|anti-?platelets?(?: \\w+)?|blood[- ]?thinn\\w+)';
const DRUGS = new RegExp(`\\b${DRUG}`, 'g');
const HELD = new RegExp(
  `\\b(?:held|holding|stopped|discontinued|off|withheld|bridged|last dose|last took|paused|suspended|been holding|cessation|hold)\\b`,
);
const CORD_CUE = /\b(?:cauda|cord|conus|myelopathy|saddle)\b/g;
const INFECTION_CUE = /\b(?:infections?|cellulitis|sepsis|septic|bacteremia|osteomyelitis|discitis|abscess)\b/g;

/** `safety.*`: what would speak against the procedure. A denial is `false`; silence is silence. */
export function readSafety(chart: Chart): Fact[] {
  return [
    ...infection(chart),
    ...simple(chart, 'safety.cord-compression', CORD, CORD_CUE),
    ...cancer(chart),
    ...anticoagulants(chart),
  ];
}

function infection(chart: Chart): Fact[] {
  const tally = new Tally('safety.infection');
  for (const statement of statementsWith(chart, INFECTION_CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, INFECTION_NONE))
      tally.say(false, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    if (RISK.test(text)) continue;
    for (const hit of matches(statement, INFECTION)) {
      const end = hit.index + hit[0].length;
      if (
        isDenied(text, hit.index) ||
        isDeniedAfter(text, end) ||
        isFuture(text, hit.index) ||
        PAST.test(text.slice(0, hit.index))
      )
        continue;
      tally.say(true, evidenceOf(chart, statement, hit.index, end));
    }
  }
  return tally.facts();
}

function simple(chart: Chart, name: string, words: RegExp, cue: RegExp): Fact[] {
  const tally = new Tally(name);
  for (const statement of statementsWith(chart, cue, SKIP)) {
    const { text } = statement;
    if (
      isAside(chart.note, statement.start, statement.end, text) ||
      /\b(?:risks?|call|report|return|emergency|educat\w+|warning|red flags? (?:such|including))\b/.test(text)
    )
      continue;
    for (const hit of matches(statement, words)) {
      const end = hit.index + hit[0].length;
      if (PAST.test(text.slice(0, hit.index)) || isFuture(text, hit.index)) continue;
      const denied = isDenied(text, hit.index) || isDeniedAfter(text, end);
      if (/^(?:saddle|cord signal)/.test(hit[0]) && denied) continue;
      tally.say(!denied, evidenceOf(chart, statement, denied ? Math.max(0, hit.index - 24) : hit.index, end));
    }
  }
  return tally.facts();
}

/** A cancer of long ago says nothing about today's pain: its mention alone is kept as unknown. */
function cancer(chart: Chart): Fact[] {
  const tally = new Tally('safety.malignancy-suspected');
  for (const statement of statementsWith(chart, CANCER, SKIP)) {
    const { text, section } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, CANCER)) {
      const end = hit.index + hit[0].length;
      const before = text.slice(Math.max(0, hit.index - 50), hit.index);
      const quote = evidenceOf(chart, statement, Math.max(0, hit.index - 20), end);
      if (isDenied(text, hit.index) || isDeniedAfter(text, end)) tally.say(false, quote);
      else if (
        /\b(?:suspicious for|suspect\w*|concern\w* for|possible|likely|consistent with|evidence of|shows?|reveals?|known|active)\s+(?:\w+\s+){0,3}$/.test(
          before,
        ) ||
        (/^metasta/.test(hit[0]) && section.role !== 'past-history')
      )
        tally.say(true, quote);
      else tally.hint(quote);
    }
  }
  return tally.facts();
}

/** Stopped is stopped, whatever the list of medicines says; the list alone does not say what held on the day. */
function anticoagulants(chart: Chart): Fact[] {
  const name = 'safety.anticoagulated';
  const held: NoteEvidence[] = [];
  const taken: NoteEvidence[] = [];
  const listed: NoteEvidence[] = [];
  const skip: ReadonlySet<SectionRole> = new Set<SectionRole>([
    'family-history',
    'social-history',
    'consent',
    'allergies',
  ]);
  for (const statement of statementsWith(chart, DRUGS, skip)) {
    const { text, section } = statement;
    if (isAside(chart.note, statement.start, statement.end, text) || /\b(?:risks?|if you|instructed)\b/.test(text))
      continue;
    for (const hit of matches(statement, DRUGS)) {
      const end = hit.index + hit[0].length;
      const quote = evidenceOf(chart, statement, Math.max(0, hit.index - 24), Math.min(text.length, end + 24));
      if (
        isDenied(text, hit.index) ||
        isDeniedAfter(text, end) ||
        HELD.test(text.slice(Math.max(0, hit.index - 50), end + 70))
      ) {
        if (!isFuture(text, hit.index) || /\b(?:held|stopped|discontinued)\b/.test(text)) held.push(quote);
        else listed.push(quote);
      } else if (section.role === 'medications' || section.role === 'past-history' || isFuture(text, hit.index))
        listed.push(quote);
      else if (
        /\b(?:on|takes?|taking|continues?|continued|uses|maintained on|chronic|remains on|therapeutic|anticoagulated)\s+(?:\w+\s+){0,3}$/.test(
          text.slice(0, hit.index),
        )
      )
        taken.push(quote);
      else listed.push(quote);
    }
  }
  if (held.length > 0) return [fact(name, false, ...held)];
  if (taken.length > 0) return [fact(name, true, ...taken)];
  return listed.length > 0 ? [fact(name, undefined, ...listed)] : [];
}
