import type { NoteEvidence } from '../../../model/evidence.ts';
import type { SectionRole } from '../../text/note.ts';
import { evidenceOf, statementsWith, type Chart, type Statement } from '../chart.ts';
import { isAside } from '../clause.ts';
import { isOurs } from '../pain-words.ts';
import { kindTold, proceduresToldIn, toldKindsOf, type Told } from '../prior-words.ts';
import { NO_HISTORY } from './no-history.ts';

/** How many procedures of one kind there were before this one, in the words of the note. */
export interface CountTold {
  readonly kind: Told;
  readonly before: number;
  readonly evidence: NoteEvidence;
}

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([...NO_HISTORY, 'medications', 'plan']);
const ORDINAL: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  initial: 1,
  second: 2,
  '2nd': 2,
  confirmatory: 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};
const NTH_WORD = 'first|second|third|fourth|1st|2nd|3rd|4th|initial';
const WHAT =
  'epidurals?|esi|tfesi|ilesi|injections?|blocks?|mbbs?|rfas?|rfa|ablation|neurotomy|rhizotomy|sessions?|procedure';
const CUE = /\b(?:first|second|third|fourth|1st|2nd|3rd|4th|initial|never|no (?:prior|previous)|#\s?\d|number \d)/g;
const NTH = new RegExp(
  `\\b(?:this (?:is|will be|was)|presents? (?:today )?for|here (?:today )?for|returns? (?:today )?for|undergo(?:ing|es)?)\\s+(?:\\w+\\s+){0,2}?(${NTH_WORD})\\s+(?:\\(\\w+\\)\\s+)?(?:[\\w/]+[\\s-]+){0,6}?(?:${WHAT})\\b`,
);
/** A sentence that is nothing but the ordinal and the name: `First diagnostic block.`, `Procedure: second lumbar MBB`. */
const BARE = new RegExp(
  `^[\\s*#\\d.)-]*(?:[a-z ]{3,40}:\\s*)?(?:(?:her|his|the patient's)\\s+)?(${NTH_WORD})\\s+(?:\\(\\w+\\)\\s+|(?:set|round|session) of\\s+)?(?:[\\w/]+[\\s-]+){0,4}?(?:${WHAT})\\b(?![^.]{0,30}\\b(?:gave|was|were|on \\d|provided|helped|lasted|with \\d|did|had|resulted|failed|in \\d|from)\\b)`,
);
const NEVER = new RegExp(
  `\\b(?:never (?:had|received|undergone|been treated with)|no (?:prior|previous)|has not (?:had|undergone) (?:any )?(?:prior|previous)?)\\s+(?:(?!surg|operat)\\w+\\s+){0,4}?(?:${WHAT}|ablations?|procedures?)\\b(?! to (?:this|the)? ?(?:region|area))`,
);
const NUMBERED =
  /\b(?:mbb|medial branch block|diagnostic block|facet block|esi|tfesi|ilesi|epidural|epidural steroid injection|rfa|injection)s?\s*(?:,\s*)?(?:\(\s*)?(?:#\s?|no\.?\s?|number )([1-4])\b(?! of)/;
const ELSEWHERE =
  /\b(?:series|this year|clinic|practice|with me|by me|complications?|reactions?|problems?|today's set|level|side|attempt|pass|needle)\b/;

/** Two readers ask for the counts of a chart. */
const counted = new WeakMap<Chart, readonly CountTold[]>();

/** `This is her first epidural`, `No prior ablation`, `Lumbar MBB #2`: counts that speak of the procedures of today. */
export function countsTold(chart: Chart): readonly CountTold[] {
  let known = counted.get(chart);
  if (!known) counted.set(chart, (known = count(chart)));
  return known;
}

function count(chart: Chart): CountTold[] {
  const own = toldKindsOf(chart.procedures);
  const found: CountTold[] = [];
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    const count = countIn(statement);
    if (!count) continue;
    const end = count.start + count.words.length;
    if (!isOurs(text, count.start, end, chart.wanted) || ELSEWHERE.test(text.slice(count.start, end + 40))) continue;
    const named = kindTold(proceduresToldIn(count.words));
    const [only] = own;
    const kind = named === 'any' && own.size === 1 && only !== undefined ? only : named;
    if (kind === 'any') continue;
    found.push({ kind, before: count.before, evidence: evidenceOf(chart, statement, count.start, end) });
  }
  return found;
}

function countIn({ text, section }: Statement): { before: number; start: number; words: string } | undefined {
  const never = NEVER.exec(text);
  if (never) return { before: 0, start: never.index, words: never[0] };
  const nth = NTH.exec(text) ?? BARE.exec(text);
  if (nth) return { before: ORDINAL[nth[1]!]! - 1, start: nth.index, words: nth[0] };
  const numbered =
    section.role === 'title' || section.role === 'header' || section.role === 'other' ? NUMBERED.exec(text) : null;
  // `MBB #1 on 01/06 gave …` tells of that one.
  if (
    numbered &&
    !/^\s*(?:was|on|gave|provided|\(?\d{1,2}\/|-|:)/.test(text.slice(numbered.index + numbered[0].length))
  )
    return { before: Number(numbered[1]) - 1, start: numbered.index, words: numbered[0] };
  return undefined;
}
