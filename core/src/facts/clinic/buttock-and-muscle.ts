import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isDeniedAfter, isFuture } from './clause.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...ASIDE_OR_PLAN,
  'past-history',
  'title',
  'description',
  'complications',
]);

interface Told {
  readonly fact: string;
  readonly cue: RegExp;
  readonly words: RegExp;
}

const PLACE = String.raw`(?:buttocks?|gluteal (?:region|area)|sacro-?iliac (?:joints?|region|area)|s\.?i\.? joints?(?: region| area)?|sacral sulc(?:us|i)|psis|posterior superior iliac spines?)`;
const SIDE = String.raw`(?:(?:the|his|her|right|left|both|bilateral|upper|lower|medial|and|or|region of the|area of the)[\s,]+){0,4}`;

/** What the policies on the sacroiliac joint and on trigger points ask and no other reader tells. */
const TOLD: readonly Told[] = [
  {
    fact: 'pain.location-below-l5',
    cue: /\b(?:buttocks?|gluteal|sacro-?iliac|si|psis|iliac|sulc\w+|l5)\b/g,
    words: new RegExp(
      String.raw`\bpain (?:\w+ ){0,4}?(?:in|over|at|to|around|near|overlying|localized to|located (?:in|over|at)) ${SIDE}${PLACE}|\b${PLACE} pain\b|\b(?:below|inferior to|caudal to) (?:the )?l5\b|\bbetween (?:the )?(?:\w+ ){0,3}?iliac crests? and (?:the )?gluteal folds?`,
      'g',
    ),
  },
  {
    fact: 'pain.widespread',
    cue: /\b(?:fibromyalgia|widespread|whole|all over|diffuse)\b/g,
    words:
      /\bfibromyalgia\b|\bwidespread (?:\w+ )?pain|\bpain (?:\w+ ){0,3}?(?:all over|widespread|throughout the (?:whole )?body)|\b(?:diffuse|whole)[- ]body pain/g,
  },
  {
    fact: 'exam.motion-blocked',
    cue: /\b(?:range of motion|rom|motion|movement|rotation|abduction|flexion|extension)\b/g,
    words:
      /\b(?:range of motion|rom|motion|movement|rotation|abduction|flexion|extension)\b[^.]{0,50}\b(?:blocked|locked|mechanically (?:limited|restricted)|restricted by (?:the )?(?:muscle|spasm|trigger points?|taut)|limited by (?:the )?(?:muscle|spasm|trigger points?|taut))/g,
  },
  {
    fact: 'repeat.recurrence-functional-loss',
    cue: /\b(?:return\w*|recur\w*|came back|come back)\b/g,
    words:
      /\b(?:pain|symptoms) (?:\w+ ){0,4}?(?:returned|recurred|came back|has come back|have come back|returning|recurrence)\b[^.]{0,90}\b(?:unable to|cannot|can't|difficulty|limit\w*|interfer\w*|prevent\w*|(?:odi|ndi|disability|function\w*)\b)|\b(?:recurrence|return) of (?:the )?(?:pain|symptoms)\b[^.]{0,90}\b(?:unable to|cannot|difficulty|limit\w*|interfer\w*|prevent\w*|odi\b|ndi\b|function\w*)/g,
  },
];
/** Said of a test or of the needle, not of where the pain is. */
const NOT_PAIN = /\b(?:tender\w*|inject\w*|block\w*|needle|fusion|distract\w*|compress\w*)\b/;

/** `pain.location-below-l5`, `pain.widespread`, `exam.motion-blocked`, `repeat.recurrence-functional-loss`. */
export function readButtockAndMuscle(chart: Chart): Fact[] {
  return TOLD.flatMap(({ fact, cue, words }) => {
    const tally = new Tally(fact);
    for (const statement of statementsWith(chart, cue, SKIP)) {
      const { text } = statement;
      if (isAside(chart.note, statement.start, statement.end, text)) continue;
      for (const hit of matches(statement, words)) {
        const end = hit.index + hit[0].length;
        if (isFuture(text, hit.index, 60) || (fact === 'pain.location-below-l5' && NOT_PAIN.test(hit[0]))) continue;
        if (
          /\b(?:history of|rule out|r\/o|possible|resolved|prior|previous)\s+(?:\w+\s+){0,2}$/.test(
            text.slice(0, hit.index),
          )
        )
          continue;
        const denied = isDenied(text, hit.index) || isDeniedAfter(text, end);
        tally.say(!denied, evidenceOf(chart, statement, hit.index, end));
      }
    }
    return tally.facts();
  });
}
