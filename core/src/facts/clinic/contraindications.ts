import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { mentions, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isDeniedAfter } from './clause.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>(['family-history', 'social-history', 'consent', 'plan']);
const CONTRAST =
  '(?:(?:iv |iodinated |iodine |radiographic |radio-?)?contrast(?: dye| agents?| media| material)?|(?:iv |iodine |contrast |radiographic )dye|gadolinium|omnipaque|isovue)';
const ALLERGY = new RegExp(
  `\\b${CONTRAST}(?: \\w+){0,2} (?:allerg(?:y|ies|ic)|anaphylaxis|hypersensitivity|reaction)\\b|\\b(?:allerg(?:y|ies|ic)|anaphyla\\w+|hypersensitiv\\w+|reaction)(?: reactions?)? (?:to|with|from)(?: [\\w,]+){0,4}? ${CONTRAST}\\b`,
  'g',
);
const LISTED = new RegExp(`\\b${CONTRAST}\\b`, 'g');
const IODINE = /\b(?:iodine|shellfish|betadine)\b/g;
const PREGNANT = /\b(?:pregnant|pregnancy(?: test)?|intrauterine pregnancy|hcg|gravid)\b/g;
const CONTRAST_CUE = /\b(?:contrast|dye|gadolinium|omnipaque|isovue|iodine|iodinated|shellfish)\b/g;

/** `contrast.contraindication` and `patient.pregnant`. Shellfish or iodine alone is no contrast allergy: unknown. */
export function readContraindications(chart: Chart): Fact[] {
  if (
    !mentions(
      chart,
      'contrast',
      'dye',
      'gadolinium',
      'omnipaque',
      'isovue',
      'iodi',
      'shellfish',
      'pregnan',
      'hcg',
      'gravid',
    )
  )
    return [];
  const contrast = new Tally('contrast.contraindication');
  const pregnant = new Tally('patient.pregnant');
  for (const statement of statementsWith(chart, CONTRAST_CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    const listed = statement.section.role === 'allergies';
    for (const hit of matches(statement, listed ? LISTED : ALLERGY)) {
      const denied =
        isDenied(text, hit.index) ||
        isDeniedAfter(text, hit.index + hit[0].length) ||
        (listed && /\b(?:no|nkda|denies|none)\b/.test(text));
      // No reaction today is not the same as no allergy.
      if (denied && !listed && !/allerg/.test(hit[0])) continue;
      contrast.say(
        denied ? 'none' : 'contrast-allergy',
        evidenceOf(chart, statement, denied ? 0 : hit.index, hit.index + hit[0].length),
      );
    }
    if (contrast.isSilent && (listed || /allerg/.test(text))) {
      for (const hit of matches(statement, IODINE))
        if (!isDenied(text, hit.index))
          contrast.hint(evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  for (const statement of statementsWith(chart, PREGNANT, SKIP)) {
    const { text } = statement;
    if (
      isAside(chart.note, statement.start, statement.end, text) ||
      /\b(?:ectopic|if|could be|might be|when|during|since|after|last|previous|prior|history of|plan|months? (?:of|into)|post-?partum|delivered)\b/.test(
        text,
      )
    )
      continue;
    for (const hit of matches(statement, PREGNANT)) {
      const after = text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 30);
      const test = /test|hcg/.test(hit[0]);
      const negative =
        isDenied(text, hit.index, 30) ||
        /^[\s:]*(?:is |was |urine )*(?:negative|neg|none|no\b|denied|denies)/.test(after) ||
        /\bnegative (?:urine |serum )?$/.test(text.slice(0, hit.index));
      const quote = evidenceOf(
        chart,
        statement,
        negative ? Math.max(0, hit.index - 14) : hit.index,
        hit.index + hit[0].length + (test ? 14 : 0),
      );
      if (negative) pregnant.say(false, quote);
      else if (
        /^[\s:]*(?:is |was )*positive/.test(after) ||
        (!test && /\b(?:is|currently|weeks|presently)\s+(?:\w+\s+)?$/.test(text.slice(0, hit.index))) ||
        /^intrauterine/.test(hit[0])
      ) {
        pregnant.say(true, quote);
        contrast.say('pregnancy', quote);
      }
    }
  }
  return [...contrast.facts(), ...pregnant.facts()];
}
