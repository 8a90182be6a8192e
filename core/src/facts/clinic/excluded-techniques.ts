import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isFuture } from './clause.ts';
import { Tally } from './tally.ts';

const DONE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'title',
  'description',
  'injectate',
  'findings',
  'other',
  'header',
]);
const ELSEWHERE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'history',
  'past-history',
  'family-history',
  'social-history',
  'consent',
  'plan',
  'allergies',
  'medications',
  'indications',
  'assessment',
]);
const PROLOTHERAPY =
  /\b(?:prolotherap\w+|proliferant|(?:hypertonic )?dextrose(?: \d\S*)?(?= (?:solution|injection|was|\d|prolo))|sclerosant|sodium morrhuate)\b/g;
const IMPLANT =
  /\b(?:facet (?:joint )?(?:implants?|spacers?|dowels?|allografts?|fusion (?:device|dowel)s?|resurfacing)|(?:implants?|spacers?|dowels?|allografts?)\b[^.;]{0,40}\b(?:in(?:to)?|at|within|across) (?:the )?(?:\S+ ){0,3}?facet)\b/g;
/** What the needle left behind: with it the substances given are known. */
const INJECTED = /\b(?:inject\w*|instilled|deposited|administered|given|blocked|lesion\w*|ablat\w*)\b/;

/**
 * `procedure.prolotherapy` and `procedure.facet-implant`: named or denied in so many words; `false` as well where the
 * substances given are all known and none is an irritant, or where only needles and drugs are told.
 */
export function readExcludedTechniques(chart: Chart): Fact[] {
  const facets = chart.procedures.filter((one) => one.family === 'facet');
  if (facets.length === 0) return [];
  const prolotherapy = told(
    chart,
    'procedure.prolotherapy',
    ['prolo', 'prolif', 'dextrose', 'scleros', 'morrhuate'],
    PROLOTHERAPY,
  );
  const implant = told(
    chart,
    'procedure.facet-implant',
    ['implant', 'spacer', 'dowel', 'allograft', 'resurfac', 'fusion'],
    IMPLANT,
  );
  const agents = facets.flatMap((one) => one.agents);
  const described = agents.length > 0 && facets.every((one) => one.agents.length > 0 || one.kind === 'facet-ablation');
  const evidence = agents.flatMap((one) => one.evidence).slice(0, 2);
  const act = chart.statements.find((one) => DONE.has(one.section.role) && INJECTED.test(one.text));
  if (
    prolotherapy.length === 0 &&
    described &&
    agents.every((one) => one.role !== 'other' && one.role !== 'neurolytic')
  )
    prolotherapy.push({ name: 'procedure.prolotherapy', value: false, evidence });
  if (implant.length === 0 && described && act)
    implant.push({ name: 'procedure.facet-implant', value: false, evidence: [evidenceOf(chart, act)] });
  return [...prolotherapy, ...implant];
}

function told(chart: Chart, name: string, stems: readonly string[], pattern: RegExp): Fact[] {
  const tally = new Tally(name);
  if (!mentions(chart, ...stems)) return [];
  for (const statement of statementsWith(chart, pattern, ELSEWHERE)) {
    if (isAside(chart.note, statement.start, statement.end, statement.text)) continue;
    for (const hit of matches(statement, pattern)) {
      if (isFuture(statement.text, hit.index)) continue;
      tally.say(
        !isDenied(statement.text, hit.index),
        evidenceOf(chart, statement, hit.index, hit.index + hit[0].length),
      );
    }
  }
  return tally.facts();
}
