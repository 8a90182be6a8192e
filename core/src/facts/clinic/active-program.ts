import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'consent',
  'medications',
  'allergies',
  'equipment',
  'past-history',
]);
const PROGRAM =
  '(?:home[- ](?:based )?(?:exercises?|stretching|physical therapy|pt)(?: (?:program|regimen|routine))?|hep\\b|exercise (?:program|regimen|routine)|exercises|stretching|physical therapy|\\bpt\\b|rehab(?:ilitation)?(?: program)?|functional restoration(?: program)?|(?:aquatic|pool|water) therapy|core strengthening|physiotherapy)';
const LINK =
  '(?:[\\s,]+(?:(?:with|in|to|on|and|a|an|the|his|her|their|regular|daily|active|directed|supervised|formal|ongoing|current|doing|do|perform|also|regularly|consistently|faithfully|diligently|physician-directed|structured|of|prescribed|stretches|twice|weekly|as|well|from|independent|self-directed|provider-directed|nsaids?|medications?)\\b[\\s,]*){0,7})?\\s*';
const ACTIVE = new RegExp(
  `\\b(?:continu(?:es?|ed|ing)|currently(?: (?:doing|performing|attending|enrolled|participating|engaged|undergoing|in))?|participat(?:es|ing)|performs|performing|is (?:doing|performing|attending|enrolled|participating|engaged|compliant|active|undergoing|following)|does|remains|maintain(?:s|ing)|attends|attending|compliant|engaged|engages|enrolled|follows|adher(?:es|ent)|has been (?:doing|performing|participating|compliant|engaged|attending|following)|concurrent(?:ly)?|ongoing|in conjunction with|along with|actively|practices)\\b${LINK}${PROGRAM}|${PROGRAM}(?: (?:is|are|remains|has been))? (?:ongoing|continu(?:es|ing|ed)|being (?:done|performed|continued)|in progress)`,
  'g',
);
const INACTIVE = new RegExp(
  `\\b(?:(?:is|are|was)(?: not|n't) (?:currently |presently |actively )?(?:doing|performing|participating in|attending|enrolled in|engaged in|compliant with|in|able to participate in)|(?:does|do)(?: not|n't) (?:do|perform|participate in|attend|have|exercise)|not (?:currently |presently )?(?:participating in|doing|performing|enrolled in|engaged in)|non-?compliant with|no (?:current|ongoing|active|home))\\b${LINK}${PROGRAM}`,
  'g',
);

const CUE = new RegExp(`\\b${PROGRAM}`, 'g');

/** `care.active-program`: exercise or rehabilitation going on beside the procedure. What was finished or is yet to begin says nothing. */
export function readActiveProgram(chart: Chart): Fact[] {
  const tally = new Tally('care.active-program');
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text, start, end } = statement;
    if (isAside(chart.note, start, end, text)) continue;
    for (const hit of matches(statement, INACTIVE))
      tally.say(false, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    for (const hit of matches(statement, ACTIVE)) {
      const before = text.slice(Math.max(0, hit.index - 40), hit.index);
      const after = text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 30);
      if (
        /\b(?:not|n't|no|never|was|were|had|to be|once|after|if|should|may|might|would|stopped|unable to|plan(?:s|ned)? to|pain|symptoms?)\s+(?:\w+\s+)?$/.test(
          before,
        )
      )
        continue;
      if (
        /^\s*(?:in the past|previously|without|last year|(?:was|were) (?:discontinued|stopped|completed))/.test(after)
      )
        continue;
      if (statement.section.role === 'plan' && /^(?:along|in conjunction|concurrent)/.test(hit[0])) continue;
      if (/^continued/.test(hit[0]) && /\b(?:pain|despite)\b/.test(text.slice(hit.index, hit.index + 30))) continue;
      if (!isOurs(text, hit.index, hit.index + hit[0].length, chart.wanted)) continue;
      tally.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  return tally.facts();
}
