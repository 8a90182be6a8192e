import type { LevelMention } from '../../spine/level-mentions.ts';
import { nerveOrder } from '../../spine/vertebra-words.ts';
import type { Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

const CROSSING = /\btransverse process|\btps?\b|\bsuperior articul|\bsap\b|\bjunction\b/;
/** In the neck the nerve lies on the waist of the pillar of its own vertebra. */
const PILLAR = /\bpillars?\b|\bwaists?\b|\blateral mass(?:es)?\b|\barticular process/;
/** `I did the same thing at C4, and then at C5`: the bone is that of the sentence before. */
const SAME = /\bsame\b|\brepeat(?:ed)?\b|\blikewise\b/;
const ALA = /\bsacral al(?:a|ae|as)\b|\bala of the sacrum\b/;
const LED = /\bneedle|\bcannula|\bprobe|\belectrode|\btips?\b|\btarget|\bjunction\b|\bintroducer/;

/**
 * The nerves that cross the bone where the needles went, as mentions of medial branches: over the transverse process of a
 * lumbar vertebra runs the nerve of the vertebra above it, over the ala of the sacrum that of L5.
 */
export function crossingNerves(tools: NoteTools, body: readonly Sentence[]): LevelMention[] {
  const found = new Map<string, LevelMention>();
  const add = (name: string, at: Span) => {
    if (!found.has(name))
      found.set(name, {
        levels: [{ upper: name, lower: name, shape: 'single', attempted: false, start: at.start, end: at.end }],
        noun: 'medial-branch',
        side: undefined,
        sideAt: undefined,
        start: at.start,
        end: at.end,
      });
  };
  let onPillars = false;
  for (const sentence of body) {
    const words = tools.says(sentence);
    const pillar: boolean = PILLAR.test(words) || (onPillars && SAME.test(words));
    if (pillar && (LED.test(words) || onPillars) && tools.asserted({ start: sentence.start, end: sentence.start + 1 }))
      for (const level of tools.levels(sentence).flatMap((one) => one.levels))
        if (level.shape === 'single' && /^C[3-8]$/.test(level.upper)) {
          add(level.upper, level);
          onPillars = true;
        }
    if (!LED.test(words) || !tools.asserted({ start: sentence.start, end: sentence.start + 1 })) continue;
    const ala = ALA.exec(words);
    const crossed = CROSSING.test(words)
      ? tools.levels(sentence).flatMap((one) => one.levels.filter((level) => level.shape === 'single'))
      : [];
    for (const level of crossed) {
      const number = Number(level.upper.slice(1));
      if (level.upper.startsWith('L') && number > 1) add(`L${number - 1}`, level);
    }
    if (ala && (crossed.length > 0 || found.size > 0))
      add('L5', { start: sentence.start + ala.index, end: sentence.start + ala.index + ala[0].length });
  }
  return [...found.values()].toSorted(
    (one, other) => nerveOrder(one.levels[0]!.upper) - nerveOrder(other.levels[0]!.upper),
  );
}
