import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isDeniedAfter, isFuture } from './clause.ts';
import { fact } from './tally.ts';

type Kind = 'none' | 'local-only' | 'minimal' | 'moderate' | 'deep' | 'monitored-anesthesia-care' | 'general';
/** From light to deep; the deepest that is stated counts. */
const DEPTH: readonly Kind[] = [
  'none',
  'local-only',
  'minimal',
  'moderate',
  'deep',
  'monitored-anesthesia-care',
  'general',
];

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'medications',
  'allergies',
  'past-history',
  'plan',
  'review-of-systems',
  'imaging',
]);
const CUE =
  /\b(?:sedat\w+|an(?:a)?esthe\w+|mac|versed|midazolam|fentanyl|propofol|diprivan|ketamine|valium|diazepam|xanax|alprazolam|ativan|lorazepam|anxiolysis|anxiolytic\w*|geta|local|awake)\b/g;

const GIVEN: readonly (readonly [Kind, RegExp])[] = [
  ['general', /\b(?:general (?:endotracheal )?an(?:a)?esthe\w+|geta|an(?:a)?esthesia(?: type)?\s*[:-]?\s*general)\b/g],
  ['monitored-anesthesia-care', /\b(?:monitored an(?:a)?esthe\w+(?: care)?|mac(?: an(?:a)?esthesia| sedation)?)\b/g],
  ['deep', /\b(?:deep sedation|propofol|diprivan)\b/g],
  [
    'minimal',
    /\b(?:(?:minimal|light|mild|oral|po) (?:\w+ )?sedation|anxiolysis|(?:valium|diazepam|xanax|alprazolam|ativan|lorazepam)\b[^.;]{0,24}\b(?:po|orally|by mouth|given|administered|was|prior|before))\b/g,
  ],
  [
    'moderate',
    /\b(?:(?:conscious|moderate|iv|i\.v\.|intravenous|light iv|procedural) (?:conscious |moderate )?sedation|sedation (?:with|using|was (?:provided|achieved|performed|obtained|given|administered) (?:with|using|by)) (?:iv |intravenous )?(?:\d+(?:\.\d+)? ?(?:mg|mcg) (?:of )?)?(?:versed|midazolam|fentanyl)|(?:versed|midazolam)\b|fentanyl\b(?= ?(?:\d|iv|and|\/|,|intraven|was|for sed)))/g,
  ],
];
const PATCH = /\b(?:patch|mcg\/h|lozenge|epidural(?:ly)?|intrathecal(?:ly)?|pump|infusate|allerg\w+)\b/;
const NONE =
  /\b(?:(?:no|without|w\/o)(?: (?:iv|intravenous|conscious|moderate|any|additional|procedural|oral))* sedat\w+|sedation\s*[:-]?\s*(?:none|no\b|n\/a|not (?:used|given|required|needed|administered|utilized))|sedation (?:was|is) (?:not (?:used|given|required|needed|administered|utilized|necessary|provided)|declined|deferred|offered (?:but|and) (?:declined|refused))|(?:declin\w+|refus\w+) (?:\w+ ){0,2}?sedation|an(?:a)?esthesia(?: type)?\s*[:-]\s*none)\b/g;
const LOCAL =
  /\b(?:an(?:a)?esthesia(?: type)?\s*[:-]\s*(?:\d[\d.%]* )?(?:lidocaine |xylocaine )?local(?:\s*(?:only|an(?:a)?esthe\w+|infiltration|with [\w %.-]*lidocaine))*|local(?: an(?:a)?esthe\w+)? only|(?:only|under|using) local(?: an(?:a)?esthe\w+)?|local an(?:a)?esthe\w+ (?:alone|was used without))\b/g;
const REASON =
  /\b(?:because of|due to|secondary to|given (?:the patient's|his|her|the)|owing to|as (?:he|she|the patient)|in view of|for (?:severe |extreme |significant |the patient's |his |her )*(?:anxiety|phobia|claustrophobia|fear))\b|\b(?:severe|extreme|significant|marked) anxiety\b|\b(?:needle[- ]?phob\w+|phobia|claustrophob\w+|vasovagal|unable to (?:lie|remain|hold|stay|cooperate|tolerate)|cannot (?:lie|remain|hold|stay|cooperate)|inability to (?:lie|remain|hold|stay|cooperate)|movement disorder|tremor|spasms?|dementia|ptsd|developmental|cognitive)\b/;

/** `sedation.kind`, `sedation.justified`, `sedation.justification`: what was given, and the reason of this patient. */
export function readSedation(chart: Chart): Fact[] {
  const said: { kind: Kind; evidence: NoteEvidence }[] = [];
  const vague: NoteEvidence[] = [];
  const reasons: NoteEvidence[] = [];
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    let sedated = false;
    const denials = matches(statement, NONE);
    for (const hit of denials)
      said.push({ kind: 'none', evidence: evidenceOf(chart, statement, hit.index, hit.index + hit[0].length) });
    for (const [kind, words] of GIVEN) {
      for (const hit of matches(statement, words)) {
        const end = hit.index + hit[0].length;
        if (
          denials.some((one) => one.index <= hit.index && one.index + one[0].length >= end) ||
          isDenied(text, hit.index, 40) ||
          isDeniedAfter(text, end)
        )
          continue;
        if (isFuture(text, hit.index, 60) || PATCH.test(text.slice(Math.max(0, hit.index - 20), end + 36))) continue;
        if (
          /^mac\b/.test(hit[0]) &&
          statement.section.role !== 'anesthesia' &&
          !/an(?:a)?esth|sedat|under mac/.test(text)
        )
          continue;
        if (
          /\b(?:available|if needed|as needed|prn|history of|tolerat\w+ (?:prior|previous))\b/.test(
            text.slice(Math.max(0, hit.index - 40), end + 30),
          )
        )
          continue;
        sedated = true;
        said.push({ kind, evidence: evidenceOf(chart, statement, hit.index, end) });
      }
    }
    for (const hit of matches(statement, LOCAL)) {
      if (!sedated && !/\bsedation\b/.test(text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 20)))
        said.push({ kind: 'local-only', evidence: evidenceOf(chart, statement, hit.index, hit.index + hit[0].length) });
    }
    const plain = /\bsedat(?:ion|ed|ives?)\b/.exec(text);
    if (
      plain &&
      !sedated &&
      denials.length === 0 &&
      !isDenied(text, plain.index) &&
      !isFuture(text, plain.index) &&
      !/\b(?:history|risk|avoid|oversedat|side effect|drows)\w*/.test(text)
    )
      vague.push(evidenceOf(chart, statement, plain.index, plain.index + plain[0].length));
    const reason = REASON.exec(text);
    if (plain || sedated) {
      if (
        reason &&
        !/\b(?:patient )?comfort\b/.test(text.slice(reason.index, reason.index + 40)) &&
        denials.length === 0
      )
        reasons.push(evidenceOf(chart, statement));
    }
  }
  return [
    ...kindOf(said, vague),
    ...reasons
      .slice(0, 1)
      .flatMap((quote) => [
        fact('sedation.justified', true, quote),
        fact('sedation.justification', quote.quote, quote),
      ]),
  ];
}

function kindOf(said: readonly { kind: Kind; evidence: NoteEvidence }[], vague: readonly NoteEvidence[]): Fact[] {
  const name = 'sedation.kind';
  const given = said.filter((one) => one.kind !== 'none' && one.kind !== 'local-only');
  const refused = said.filter((one) => one.kind === 'none');
  if (given.length > 0 && refused.length > 0) {
    const evidence = [...given, ...refused].map((one) => one.evidence);
    return [{ name, value: undefined, evidence, conflict: evidence }];
  }
  // Sedation without a depth beside `local`: which one it was is not said.
  if (given.length === 0 && vague.length > 0 && refused.length === 0) return [fact(name, undefined, ...vague)];
  const ranked = (given.length > 0 ? given : said).toSorted(
    (one, other) => DEPTH.indexOf(other.kind) - DEPTH.indexOf(one.kind),
  );
  const deepest = ranked[0];
  return deepest
    ? [fact(name, deepest.kind, ...ranked.filter((one) => one.kind === deepest.kind).map((one) => one.evidence))]
    : [];
}
