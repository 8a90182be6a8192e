import type { Fact } from '../../model/fact.ts';
import { mentions, ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { Tally } from './tally.ts';

const LIMB = '(?:legs?|arms?|lower extremit(?:y|ies)|upper extremit(?:y|ies)|thighs?|calves|feet|buttocks|limbs?)';
const PAIN = '(?:pain|radicul\\w+|symptoms?|sciatica|claudication|numbness|paresthesias?|discomfort)';
const BOTH = new RegExp(
  `\\bbilateral(?:ly)?\\b(?:[\\s,/-]+(?!facet|medial|transforaminal|injection|block|epidural|procedure|sacroiliac)[\\w/-]+){0,5}?\\s+${PAIN}\\b|\\b${PAIN}\\b[^.;]{0,40}\\b(?:in|into|down|to|on|of|affecting|involving) (?:both (?:his |her |the )?(?:${LIMB}|sides)|(?:the |his |her )?bilateral ${LIMB})|\\b(?:both|bilateral) ${LIMB}\\b[^.;]{0,24}\\b${PAIN}|\\bradiat\\w+ bilaterally\\b|\\b${PAIN} bilaterally\\b`,
  'g',
);
const CUE = /\b(?:bilateral(?:ly)?|both)\b/g;

/** `bilateral.indicated`: pain on both sides is stated as a complaint or finding; a title alone says only what was done. */
export function readBilateralPain(chart: Chart): Fact[] {
  if (!mentions(chart, 'bilateral', 'both')) return [];
  const tally = new Tally('bilateral.indicated');
  for (const statement of statementsWith(chart, CUE, ASIDE_OR_PLAN)) {
    const { text, section } = statement;
    if (
      section.role === 'title' ||
      section.role === 'description' ||
      isAside(chart.note, statement.start, statement.end, text)
    )
      continue;
    for (const hit of matches(statement, BOTH)) {
      const end = hit.index + hit[0].length;
      if (isDenied(text, hit.index) || !isOurs(text, hit.index, end, chart.wanted)) continue;
      tally.say(true, evidenceOf(chart, statement, hit.index, end));
    }
  }
  return tally.facts();
}
