import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';
import { gives, isAside, isSame } from './deeds.ts';
import type { Landmark } from './landmark.ts';

/** A stretch of the telling that leads a needle to structures that share one act. */
export interface Passage {
  readonly landmarks: readonly Landmark[];
  /** Sentences that name the structure, in order. */
  readonly naming: readonly Sentence[];
  /** From the first naming to the last giving. */
  readonly sentences: readonly Sentence[];
  readonly at: Span;
}

interface Open {
  landmarks: Landmark[];
  naming: Sentence[];
  sentences: Sentence[];
  at: Span;
  /** Index in `sentences` of the last one that tells a giving; -1 while there is none. */
  gave: number;
  far: number;
}

/** So many sentences behind the structure a dose can still be its own. */
const REACH = 9;
/** The structure is passed, spared or beside the target. */
const ON_THE_WAY =
  /\b(?:through|beneath|under(?:neath)?|deep to|superficial to|past|beyond|avoid\w*|away from|spar\w+|toward the operator|instead of|rather than|behind|next to|beside)(?: the| an?)?(?: \w+ and)? ?$/;

const TRIGGERED =
  /\binject|\bneedl|\bgauge\b|\bgot\b|\bgave\b|\breceived\b|\d ?(?:ml|cc)\b|\btaut\b|\btwitch|\bknot|\btrigger/;

/** Passages in which something was given, in the order of the note. */
export function passagesOf(
  note: ProcedureNote,
  tools: NoteTools,
  today: readonly Sentence[],
  landmarks: readonly Landmark[],
): Passage[] {
  const passages: Passage[] = [];
  let open: Open | undefined;
  let before: Open | undefined;
  const close = () => {
    if (!open) return;
    const again = open.gave < 0 && before !== undefined && open.sentences.some((one) => isSame(tools.says(one)));
    const happened = open.sentences.some((one) => !isAside(one, tools.says(one)));
    if (happened && (open.gave >= 0 || again)) {
      const last = open.gave >= 0 ? open.gave : open.sentences.findIndex((one) => isSame(tools.says(one)));
      passages.push({ ...open, sentences: open.sentences.slice(0, last + 1) });
      before = open;
    }
    open = undefined;
  };
  for (const sentence of today) {
    const named = landmarks.filter((one) => mention(note, sentence, one) !== undefined);
    const fresh = named.filter((one) => !open?.landmarks.includes(one));
    if (fresh.length > 0) {
      close();
      const at = mention(note, sentence, named[0]!)!;
      open = { landmarks: named, naming: [sentence], sentences: [], at, gave: -1, far: 0 };
    } else if (named.length > 0 && open) {
      open.naming.push(sentence);
      open.far = 0;
    }
    if (!open) continue;
    open.sentences.push(sentence);
    open.far += 1;
    if (open.far <= REACH && (gives(note, tools, sentence) || (open.gave >= 0 && isSame(tools.says(sentence)))))
      open.gave = open.sentences.length - 1;
  }
  close();
  return passages;
}

function mention(note: ProcedureNote, sentence: Sentence, landmark: Landmark): Span | undefined {
  const words = note.lower.slice(sentence.start, sentence.end);
  const found = landmark.words.exec(words);
  if (!found) return undefined;
  // What was tender when examined was not all needled.
  if (landmark.target === 'muscle' && sentence.section.role === 'exam' && !TRIGGERED.test(words)) return undefined;
  if (ON_THE_WAY.test(words.slice(Math.max(0, found.index - 30), found.index))) return undefined;
  const at = { start: sentence.start + found.index, end: sentence.start + found.index + Math.max(1, found[0].length) };
  return assertionOf(note, at.start, at.end) === 'asserted' ? at : undefined;
}
