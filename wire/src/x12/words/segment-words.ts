import { COMMON_SEGMENTS } from './common-segments.ts';
import { CLAIM_SEGMENTS } from './claim-segments.ts';
import { PAYMENT_SEGMENTS } from './payment-segments.ts';
import { STATUS_SEGMENTS } from './status-segments.ts';

/** What kind of value an element holds. C is a composite. */
export type ElementType = 'AN' | 'ID' | 'N' | 'R' | 'DT' | 'TM' | 'B' | 'C';

export interface ElementWords {
  readonly words: string;
  /** Number of the data element in the standard's dictionary, for acknowledgments. */
  readonly number: string;
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
  /** May come several times, parted by the repetition separator. */
  readonly repeats: boolean;
  /** Names of the components of a composite. */
  readonly parts: readonly string[];
}

export interface SegmentWords {
  readonly id: string;
  readonly words: string;
  readonly elements: readonly ElementWords[];
}

const ELEMENT = /^(\w+) (AN|ID|N|R|DT|TM|B|C)(\d+)?(?:-(\d+))?(\+)?(!)? ([^(]+?)(?: \((.+)\))?$/;

function readElement(text: string): ElementWords {
  const found = ELEMENT.exec(text.trim());
  if (!found) throw new Error(`cannot read the element "${text}"`);
  const min = Number(found[3] ?? 1);
  return {
    number: found[1]!,
    type: found[2] as ElementType,
    min,
    max: Number(found[4] ?? (found[3] ? min : Number.MAX_SAFE_INTEGER)),
    repeats: found[5] === '+',
    required: found[6] === '!',
    words: found[7]!,
    parts: found[8]?.split(', ') ?? [],
  };
}

function readSegments(text: string): [string, SegmentWords][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [head = '', ...elements] = line.split(' | ');
      const id = head.slice(0, head.indexOf(' '));
      return [id, { id, words: head.slice(id.length + 1), elements: elements.map(readElement) }];
    });
}

let all: ReadonlyMap<string, SegmentWords> | undefined;

/** The segment in our words, when it is known. The texts are read on first use. */
export function segmentWords(id: string): SegmentWords | undefined {
  all ??= new Map([COMMON_SEGMENTS, CLAIM_SEGMENTS, PAYMENT_SEGMENTS, STATUS_SEGMENTS].flatMap(readSegments));
  return all.get(id);
}
