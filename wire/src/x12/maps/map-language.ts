import { packed } from '../segment-id.ts';

/** required, situational, not used. */
export type Usage = 'R' | 'S' | 'N';

export interface SegmentSpec {
  readonly id: string;
  readonly packedId: number;
  /** Element whose first component tells apart segments of the same id; 0 when nothing does. */
  readonly qualifierElement: number;
  readonly qualifiers: readonly string[];
  readonly packedQualifiers: readonly number[];
  readonly usage: Usage;
  readonly repeat: number;
  readonly words: string;
  readonly loop: LoopSpec;
  /** Position in its loop, loops and segments counted together; neighbours with the same leading segment share one. */
  readonly order: number;
  /** Position in the whole map, for tables of per-segment values. */
  readonly index: number;
}

export interface LoopSpec {
  readonly id: string;
  readonly usage: Usage;
  readonly repeat: number;
  readonly words: string;
  readonly parent: LoopSpec | undefined;
  readonly order: number;
  readonly index: number;
  readonly depth: number;
  readonly items: (SegmentSpec | LoopSpec)[];
}

export interface TransactionMap {
  readonly set: string;
  readonly title: string;
  readonly root: LoopSpec;
  readonly loops: readonly LoopSpec[];
  readonly segments: readonly SegmentSpec[];
}

export const isLoop = (item: SegmentSpec | LoopSpec): item is LoopSpec => 'items' in item;

/** The segment whose coming begins the loop. */
export function triggerOf(loop: LoopSpec): SegmentSpec | undefined {
  const first = loop.items[0];
  return first && !isLoop(first) ? first : undefined;
}

const LOOP = /^\[([^\]]+)\] ([RSN])(\d+|>) (.+)$/;
const SEGMENT = /^([A-Z0-9]{2,3})(?:@(\d+))?(?:\/([A-Z0-9,]+))? ([RSN])(\d+|>) (.+)$/;

/**
 * Reads the form that the maps are written in. One line an item, two blanks deeper inside a loop:
 * `[2010AA] R1 billing provider` opens a loop, `NM1/85 R1 name` is a segment told apart by element 1,
 * `HL@3/20` by element 3; R, S or N is its usage and then how often it may come (`>`: any number).
 */
export function readMap(set: string, title: string, text: string): TransactionMap {
  const loops: LoopSpec[] = [];
  const segments: SegmentSpec[] = [];
  const root: LoopSpec = {
    id: 'ST',
    usage: 'R',
    repeat: 1,
    words: title,
    parent: undefined,
    order: 0,
    index: 0,
    depth: 0,
    items: [],
  };
  loops.push(root);
  const open: LoopSpec[] = [root];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const depth = (raw.length - raw.trimStart().length) / 2;
    const parent = open[depth];
    if (!parent) throw new Error(`map ${title}: indentation of "${line}"`);
    const loop = LOOP.exec(line);
    if (loop) {
      const made: LoopSpec = {
        id: loop[1]!,
        usage: loop[2] as Usage,
        repeat: times(loop[3]!),
        words: loop[4]!,
        parent,
        order: 0,
        index: loops.length,
        depth: depth + 1,
        items: [],
      };
      parent.items.push(made);
      loops.push(made);
      open.length = depth + 1;
      open.push(made);
      continue;
    }
    const found = SEGMENT.exec(line);
    if (!found) throw new Error(`map ${title}: cannot read "${line}"`);
    const qualifiers = found[3] ? found[3].split(',') : [];
    const made: SegmentSpec = {
      id: found[1]!,
      packedId: packed(found[1]!),
      qualifierElement: qualifiers.length ? Number(found[2] ?? 1) : 0,
      qualifiers,
      packedQualifiers: qualifiers.map(packed),
      usage: found[4] as Usage,
      repeat: times(found[5]!),
      words: found[6]!,
      loop: parent,
      order: 0,
      index: segments.length,
    };
    parent.items.push(made);
    segments.push(made);
  }
  for (const loop of loops) giveOrder(loop);
  return { set, title, root, loops, segments };
}

/**
 * The standard orders by position, and what the guides tell apart by qualifier stands at one position: REF of any
 * kind in any order, provider loops (NM1) too.
 */
function giveOrder(loop: LoopSpec): void {
  let order = -1;
  let before: string | undefined;
  loop.items.forEach((item, number) => {
    const leading = isLoop(item) ? triggerOf(item)?.id : item.id;
    const kind = `${isLoop(item)} ${leading}`;
    if (number < 2 || kind !== before) order++;
    before = kind;
    (item as { order: number }).order = order;
  });
}

/** Puts a shared part of a map deeper. */
export function deeper(text: string, levels: number): string {
  const blanks = '  '.repeat(levels);
  return text.replace(/^(?=.)/gm, blanks).trimStart();
}

function times(text: string): number {
  return text === '>' ? Number.POSITIVE_INFINITY : Number(text);
}
