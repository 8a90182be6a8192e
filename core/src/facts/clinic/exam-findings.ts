import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied, isFuture } from './clause.ts';
import { fact, Tally } from './tally.ts';
import { allMatches } from '../text/all-matches.ts';

const OTHER_MATTERS: ReadonlySet<SectionRole> = new Set<SectionRole>([...ASIDE_OR_PLAN, 'guidance', 'injectate']);
const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([...OTHER_MATTERS, 'description', 'title']);
const TESTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['faber', /\b(?:faber(?:e|'s|s)?|patrick(?:'s|s)?)\b/g],
  ['gaenslen', /\bgae?nslen(?:'s|s)?\b/g],
  ['thigh-thrust', /\b(?:thigh thrust|posterior shear|p4|femoral shear)\b/g],
  ['compression', /\b(?:(?:si(?: joint)?|sacroiliac(?: joint)?|pelvic|lateral|iliac) compression|compression test)\b/g],
  ['distraction', /\b(?:(?:si(?: joint)?|sacroiliac(?: joint)?|pelvic|iliac)? ?distraction(?: test)?)\b/g],
  ['yeoman', /\byeoman(?:'s|s)?\b/g],
  ['sacral-thrust', /\bsacral thrust\b/g],
  ['fortin', /\bfortin(?:'s|s)?\b/g],
];
/** The six that policies count; pointing with one finger is not among them. */
const COUNTED: ReadonlySet<string> = new Set([
  'faber',
  'gaenslen',
  'thigh-thrust',
  'compression',
  'distraction',
  'yeoman',
]);

const SIGNS: readonly (readonly [fact: string, words: RegExp])[] = [
  [
    'exam.radicular-signs',
    /\b(?:(?:straight[- ]leg[- ]rais\w*|slr|spurling(?:'s|s)?|slump|femoral (?:nerve )?stretch|crossed straight[- ]leg|lasegue(?:'s)?|root tension signs?|neural tension)(?: (?:test|sign|maneuver))?)\b/g,
  ],
  [
    'exam.facet-signs',
    /\b(?:(?:lumbar |cervical )?facet loading(?: (?:test|maneuver|sign))?|kemp(?:'s|s)?(?: (?:test|sign))?|(?:pain|tender\w*) (?:\w+ ){0,3}?(?:with|on|upon|in|over) (?:\w+ ){0,2}?(?:extension|extension and rotation|facets?|facet joints?|rotation|hyperextension|extension\/rotation)|facet (?:joint )?tenderness|tender\w* (?:\w+ ){0,4}?facets?(?: joints?)?)\b/g,
  ],
  [
    'exam.taut-band',
    /\b(?:taut (?:muscle )?bands?|palpable (?:nodules?|bands?|knots?)|(?:muscle |tender )nodules?)\b/g,
  ],
  [
    'exam.hyperirritable-spot',
    /\b(?:hyper-?irritable|local twitch|twitch response|jump sign|exquisite(?:ly)? tender\w*|trigger points? (?:\w+ ){0,4}?(?:palpated|identified|noted|found|present|elicited|located))\b/g,
  ],
  ['exam.referred-pain', /\b(?:refer(?:red|ral)(?: of)? pain(?: pattern)?|pain referral|refers? pain)\b/g],
];
const CUE =
  /\b(?:faber\w*|patrick\w*|gae?nslen\w*|thrust|posterior shear|p4|compression|distraction|yeoman\w*|fortin\w*|straight|slr|spurling\w*|slump|stretch|crossed|lasegue\w*|tension|facets?|kemp\w*|extension|hyperextension|rotation|taut|palpable|nodules?|hyper-?irritable|twitch|jump|exquisite\w*|trigger|referred|referral|refers?)\b/g;

/** What an examination of a painful region speaks of; vital signs alone are none. */
const REGION =
  /\b(?:tender\w*|range of motion|rom|straight leg|motor|strength|reflex\w*|sensation|sensory|palpat\w+|extension|flexion|gait|spurling\w*|facets?|lumbar|cervical|paraspin\w+|spine|neurolog\w+|musculoskeletal|joint)\b/;

/** `exam.*`: signs that the examination found or did not find. */
export function readExamFindings(chart: Chart): Fact[] {
  const tallies = new Map(SIGNS.map(([name]) => [name, new Tally(name)] as const));
  const positive = new Map<string, NoteEvidence>();
  const negative = new Map<string, NoteEvidence>();
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const [name, words] of SIGNS) {
      for (const hit of matches(statement, words)) {
        const end = hit.index + hit[0].length;
        const result = outcome(text, hit.index, end, name !== 'exam.radicular-signs');
        if (result === undefined || isFuture(text, hit.index, 40)) continue;
        tallies.get(name)!.say(result, evidenceOf(chart, statement, hit.index, Math.min(text.length, end + 14)));
      }
    }
    for (const [name, words] of TESTS) {
      for (const hit of matches(statement, words)) {
        if (
          name === 'distraction' &&
          !/\b(?:si|sacroiliac|pelvic|iliac|gaenslen|faber|thrust|provoc|yeoman)\b/.test(text)
        )
          continue;
        if (name === 'compression' && /\b(?:root|nerve|cord|fracture|stocking)\b/.test(text)) continue;
        const end = hit.index + hit[0].length;
        const result = outcome(text, hit.index, end, false);
        const quote = evidenceOf(chart, statement, hit.index, end);
        if (result === true) positive.set(name, quote);
        else if (result === false) negative.set(name, quote);
      }
    }
  }
  const facts = [...tallies.values()].flatMap((tally) => tally.facts((one, other) => one === other));
  if (positive.size + negative.size > 0) {
    for (const name of negative.keys()) if (positive.has(name)) negative.delete(name);
    const evidence = [...positive.values(), ...negative.values()];
    facts.push({ name: 'exam.provocation-tests', value: [...positive.keys()], evidence });
    facts.push({
      name: 'exam.provocation-positive-count',
      value: [...positive.keys()].filter((name) => COUNTED.has(name)).length,
      evidence,
    });
  }
  const exam = chart.note.sections.find(
    (section) =>
      section.role === 'exam' &&
      !/vital/i.test(section.heading ?? '') &&
      REGION.test(chart.flat.slice(section.bodyStart, section.end)),
  );
  const first = (exam && chart.statements.find((statement) => statement.section === exam)) ?? toldExam(chart);
  if (first) facts.push(fact('exam.documented', true, evidenceOf(chart, first)));
  return facts;
}

/** `On examination straight leg raising is positive`: a chart without headings tells it in a sentence. */
const TOLD =
  /\b(?:on|upon|at) (?:(?:physical|neurologic(?:al)?|clinical|focused|musculoskeletal|today's|my) )*exam(?:ination)?\b|\b(?:physical|neurologic(?:al)?|clinical|spine|lumbar|cervical|musculoskeletal) exam(?:ination)? (?:today )?(?:shows?|showed|reveal\w*|demonstrat\w*|finds?|found|is|was|remains?)\b/g;

/** A text without headings counts as one description; under a heading a description tells the procedure only. */
function toldExam(chart: Chart): Statement | undefined {
  return statementsWith(chart, TOLD, OTHER_MATTERS).find((statement) => {
    const { text } = statement;
    const [hit] = matches(statement, TOLD);
    return (
      hit !== undefined &&
      REGION.test(text) &&
      !(statement.section.role === 'description' && statement.section.heading !== undefined) &&
      !isAside(chart.note, statement.start, statement.end, text) &&
      !isFuture(text, hit.index, 40) &&
      !/\b(?:deferred|not (?:done|performed|documented|possible)|unable to)\b/.test(text)
    );
  });
}

/** Positive, negative, or not said. A list shares one word: `FABER, Gaenslen and thigh thrust were positive`. */
function outcome(text: string, start: number, end: number, isSign: boolean): boolean | undefined {
  const after = text.slice(end, end + 90).split(/;|\bbut\b|\bwhile\b|\bwhereas\b|\.(?:\s|$)/)[0]!;
  const before = text
    .slice(Math.max(0, start - 90), start)
    .split(/;|\bbut\b|\bwhile\b|\bwhereas\b|\.\s/)
    .at(-1)!;
  const next =
    /\b(positive|negative|\+ve|-ve|reproduc\w+|provok\w+|present|absent|normal|equivocal)\b|(?<=\s|\()([+-])(?=\s|\)|,|$)/.exec(
      after,
    );
  const prior = [...allMatches(before, /\b(positive|negative|\+ve|-ve|no|without|absent|normal|denies)\b/g)].at(-1);
  const clause = next && !/\b(?:was|were|is|are) (?:positive|negative)\b/.test(before) ? next : undefined;
  const adjacent = prior && before.length - prior.index - prior[0].length < 60;
  if (adjacent && /^(?:positive|negative|no|without|absent)$/.test(prior[1]!) && !(clause && clause.index < 14))
    return prior[1] === 'positive';
  if (clause) return !/^(?:negative|-ve|absent|normal|equivocal|-)$/.test(clause[1] ?? clause[2]!);
  if (isDenied(text, start, 60)) return false;
  return isSign ? true : undefined;
}
