import { durationsIn } from './duration-words.ts';
import { allMatches } from '../text/all-matches.ts';

/** Relief that a stretch of text states. */
export interface Relief {
  readonly start: number;
  readonly end: number;
  /** The lower end of a range. */
  readonly percent: number;
  readonly of: 'pain' | 'function';
}

const GOOD =
  'relie(?:f|ved?|ving)|improve(?:d|ment|ments|s)?|reduc(?:ed|tion)|decreas(?:ed|e)|better|benefit(?:ed)?|resolution|resolved|diminution|lessening|pain[- ]free|response|gain';
const PERCENT = '(\\d{1,3})(?:\\s*%?\\s*(?:-|to)\\s*(\\d{1,3}))?\\s*(?:%|percent\\b|per cent\\b)';
const FILL =
  '(?:[\\s,(+]+|\\b(?:or|more|greater|better|sustained|pain|of|in|the|her|his|their|this|overall|symptom|symptoms?|index|concordant|ongoing|leg|back|neck|arm|low|lower|axial|radicular|usual|typical|reported|initial|temporary|immediate|good|subjective|consistent|at|least|about|approximately|a|left|right|extremity|and|function|functional|adls?|activities|activity|daily|living|mobility|complete|level|baseline|significant|for|was|is|were|had)\\b){0,9}';
/** Without one of these nothing is a percentage. */
const SIGN = /%|per ?cent/;
const AHEAD = new RegExp(`${PERCENT}\\+?${FILL}\\s*(?:${GOOD})\\b`, 'g');
const BEHIND = new RegExp(
  `\\b(?:${GOOD})\\b(?:[\\s,:~>≥(=]+|\\b(?:of|by|was|is|were|at|in|the|her|his|pain|symptoms?|approximately|about|around|roughly|nearly|almost|at|least|over|more|than|greater|a|function|score|scores|overall|estimated|reported|as|rated|an|leg|back|neck|percentage)\\b){0,9}\\s*${PERCENT}`,
  'g',
);

/** Stated percentages of relief or gain, in order. */
export function reliefsIn(text: string): Relief[] {
  const found: Relief[] = [];
  for (const pattern of SIGN.test(text) ? [AHEAD, BEHIND] : []) {
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
      const [start, end] = [hit.index, hit.index + hit[0].length];
      const percent = Math.min(
        ...hit
          .slice(1)
          .filter((one) => one !== undefined)
          .map(Number),
      );
      if (percent > 100 || found.some((one) => one.start < end && one.end > start)) continue;
      if (
        /\d\s*$|(?:lidocaine|bupivacaine|marcaine|ropivacaine|saline|oxygen|room air)\s*$/.test(
          text.slice(Math.max(0, start - 14), start),
        )
      )
        continue;
      const around = text.slice(start, Math.min(text.length, end + 36));
      const of =
        /\b(?:function\w*|adls?|activit\w+|mobility|daily living)\b/.test(around) && !/\bpain\b/.test(around)
          ? 'function'
          : 'pain';
      found.push({ start, end, percent, of });
    }
  }
  for (const hit of allMatches(
    text,
    /\b(?:complete|total|full) (?:pain )?(?:relief|resolution)\b(?! of (?:numbness|block))|\bpain[- ]free\b(?! range| rom)|\b(?:pain|symptoms?) (?:was |were |is |has |had |have |completely |fully |entirely |totally )+(?:gone|resolved|relieved completely|eliminated|abolished)\b/g,
  )) {
    if (found.some((one) => one.start < hit.index + hit[0].length && one.end > hit.index)) continue;
    found.push({ start: hit.index, end: hit.index + hit[0].length, percent: 100, of: 'pain' });
  }
  return found.sort((one, other) => one.start - other.start);
}

const LASTING = new RegExp(
  `\\b(?:${GOOD}|help(?:ed|s|ful)?|last(?:ed|ing|s)?|effective|effect|pain was (?:controlled|better|gone)|relief lasted)\\b[^.;]{0,70}?\\b(?:for|last(?:ed|ing|s)|of|over|x|until|duration of|during|about|approximately|almost|nearly|persist\\w*)\\s+(?:(?:a |the |at |least|more than|over|approximately|about|around|almost|nearly|up to|past|last|duration of|period of|total of|greater than|only|roughly)\\s*)*$`,
);

/** How long the relief lasted that a stretch of text speaks of, in weeks; undefined weeks when no number is given. */
export function reliefDurationsIn(
  text: string,
): { start: number; end: number; weeks: number | undefined; days: number | undefined }[] {
  const found = [];
  for (const duration of durationsIn(text)) {
    const before = text.slice(Math.max(0, duration.start - 110), duration.start);
    const after = text.slice(duration.end, duration.end + 60);
    if (/^\s*(?:ago|prior|earlier|apart|before|later)\b/.test(after)) continue;
    const lead = LASTING.exec(before);
    if (/^\s*after\b/.test(after) && !/\b(?:for|last\w*)\b/.test(lead?.[0] ?? '')) continue;
    const trail =
      /^\s*(?:of|'s?|worth of|with)?\s*(?:(?:good|great|excellent|significant|sustained|near|complete|partial|pain|substantial|some|meaningful|lasting|almost|total|moderate|\d{1,3}(?:-\d{1,3})?\s*%|percent)\s+){0,4}(?:relief|benefit|improvement|pain relief)\b/.exec(
        after,
      );
    if (!lead && !trail) continue;
    const start = lead ? duration.start - before.length + lead.index : duration.start;
    found.push({
      start: Math.max(0, start),
      end: trail ? duration.end + trail[0].length : duration.end,
      weeks: duration.weeks,
      days: duration.days,
    });
  }
  return found;
}
