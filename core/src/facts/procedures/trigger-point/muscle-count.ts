import type { Laterality } from '../../../model/laterality.ts';
import { joinSides } from '../../spine/sides.ts';
import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import { siteMentions } from '../joint/site-mentions.ts';
import type { NoteTools } from '../tools.ts';
import { MUSCLES, type Muscle } from './muscles.ts';
import { ONE_TO_TEN } from '../../text/number-words.ts';

export interface MuscleTreated {
  readonly muscle: Muscle;
  readonly name: string;
  readonly side: Laterality | undefined;
  readonly at: Span;
}

const TREATED =
  /\binject\w*|\binfiltrat\w*|\bneedl\w*|\btrigger points?\b|\btpis?\b|\bmuscles? (?:treated|injected|needled|done|involved|used|chosen|reached|(?:so |thus )?(?:treated|done)|(?:were|was|being|included?|are)\b(?! (?:\w+ )?(?:tender|tight|sore|firm|spas\w+|painful|palpat\w+|taut|weak|normal|relaxed|identified|examined|marked)))|\bthey (?:lay|were) in\b|\bsites?\b|\blocations?\b|\bx ?\d\b|\bthe following\b|\bblocked\b/;
/** A list follows: `the following muscles:`, */
const LISTS = /(?:following|muscles?|sites?|points?)[^.]{0,60}:?\s*$/;
/** and `These muscles were treated in turn.` before names without a verb. */
const TOLD_BEFORE = /\b(?:muscles|sites|points)\b[^.]{0,30}\b(?:treated|injected|needled|done)\b[^.]{0,20}\.?$/;
const VERB = /\b(?:was|were|is|are|has|had|felt|showed|remained)\b/;
const NUMBERS: Readonly<Record<string, number>> = {
  ...ONE_TO_TEN,
  single: 1,
};
const STATED =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|single|\d{1,2})\b (?:\((?:\d+)\) )?(?:separate |different |distinct |individual |total |affected |involved |named )*(?:muscles?\b(?! bell)(?: groups?)?)/;
const REGION = /\b(cervical|thoracic|lumbar|low(?:er)? back|neck|lumbo-?sacral)\b/;
const OF_REGION: Readonly<Record<string, string>> = {
  cervical: 'cervical',
  neck: 'cervical',
  thoracic: 'thoracic',
  lumbar: 'lumbar',
};

/** The muscles that the title or the narrative says were treated; the same name on two sides is one entry with both sides. */
export function musclesTreated(
  note: ProcedureNote,
  tools: NoteTools,
  head: readonly Span[],
  body: readonly Sentence[],
): MuscleTreated[] {
  const found = new Map<string, MuscleTreated>();
  const lists = body.filter((one, index) => {
    if (one.section.role === 'title' || assertionOf(note, one.start, one.end, ['negated', 'historical']) !== 'asserted')
      return false;
    const words = tools.says(one);
    if (
      /\btender|\bspasm|\bpalpat\w+ (?:tender|trigger)|\bexam\b|\bpain (?:in|over)\b/.test(words) &&
      !/\binject|\bneedl/.test(words)
    )
      return false;
    const heading = one.section.heading?.toLowerCase() ?? '';
    // A list below `Muscles injected:` or `the following muscles were injected:`.
    const before = body[index - 1];
    const listed =
      /muscles?|sites?|locations?|injected/.test(heading) ||
      (before !== undefined && LISTS.test(tools.says(before).trim())) ||
      (before !== undefined && TOLD_BEFORE.test(tools.says(before).trim()) && !VERB.test(words));
    return TREATED.test(words) || listed || (words.length < 60 && /^\W*(?:\d[.)]|-|•|\*)/.test(words.trim()));
  });
  for (const span of [...head, ...lists]) {
    for (const mention of siteMentions(note, span, MUSCLES)) {
      // An abbreviation or a landmark on the way is no target.
      if (
        /\b(?:through|beneath|under|deep to|lateral to|medial to|between)(?: the)? $/.test(
          note.lower.slice(Math.max(0, mention.start - 14), mention.start),
        )
      )
        continue;
      const name = nameOf(note, mention.site, span);
      const known = found.get(name);
      found.set(name, {
        muscle: mention.site,
        name,
        side: joinSides([known?.side, mention.side]),
        at: known?.at ?? mention,
      });
    }
  }
  // `paraspinals` beside a paraspinal muscle with its region is the same one.
  if ([...found.keys()].some((name) => name.endsWith('-paraspinal'))) found.delete('paraspinal');
  return [...found.values()];
}

function nameOf(note: ProcedureNote, muscle: Muscle, span: Span): string {
  if (muscle.site !== 'paraspinal') return muscle.site;
  const region = REGION.exec(note.lower.slice(span.start, span.end))?.[1];
  const known = region === undefined ? undefined : (OF_REGION[region] ?? 'lumbar');
  return known ? `${known}-paraspinal` : 'paraspinal';
}

/** A number of muscles as the note states it: `three separate muscles were injected`. */
export function musclesStated(
  tools: NoteTools,
  spans: readonly Span[],
): { readonly count: number; readonly at: Span } | undefined {
  for (const span of spans) {
    const words = tools.says(span);
    const found = STATED.exec(words);
    if (!found || !TREATED.test(words) || !tools.asserted(span)) continue;
    const count = NUMBERS[found[1]!] ?? Number(found[1]);
    if (count > 0 && count <= 20)
      return { count, at: { start: span.start + found.index, end: span.start + found.index + found[0].length } };
  }
  return undefined;
}
