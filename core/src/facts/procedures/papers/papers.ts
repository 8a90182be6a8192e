import type { ProcedureNote } from '../../text/note.ts';
import { dictionary } from '../../text/trie.ts';
import { INNOCENT_PHRASES, RECORD_SIGNS } from './record-signs.ts';
import { LETTERS } from './worlds-of-letters.ts';
import { OFFICES } from './worlds-of-offices.ts';

/** One phrase that speaks for or against a record of a procedure. */
interface Sign {
  readonly phrase: string;
  readonly kind: 'name' | 'word' | 'record' | 'innocent';
  /** Number of the world it belongs to. */
  readonly world: number;
}

/**
 * Signs of one world that make a paper: a name at its top, a name and a word, or four words. Words that stray into a
 * note stray singly and come from several worlds, so that they are not added up across worlds.
 */
const ENOUGH = 4;
const WEIGHT = { name: 3, word: 1 } as const;
/** What stands at the top says of itself what it is: not past the first quarter, as a short note is no heading. */
const HEADING = 200;
/** Papers that quote a report hold its signs as well, so that these count for little. */
const RECORD_SIGNS_TO_ONE = 6;

const WORLDS = [...Object.values(OFFICES), ...Object.values(LETTERS)];
const SIGNS = dictionary<Sign>([
  ...signs(INNOCENT_PHRASES, 'innocent'),
  ...signs(RECORD_SIGNS, 'record'),
  ...WORLDS.flatMap(({ names, words }, world) => [...signs(names, 'name', world), ...signs(words, 'word', world)]),
]);

function signs(list: string, kind: Sign['kind'], world = 0): (readonly [string, Sign])[] {
  return list.split('|').flatMap((written) => {
    const phrase = written.trim();
    const sign = { phrase, kind, world };
    return [
      [phrase, sign],
      [`${phrase}s`, sign],
    ] as const;
  });
}

/** How much of the whole text speaks for a paper of one world, and how much for a record; each sign once. */
export function paperSigns({ tokens, lower }: ProcedureNote): { readonly paper: number; readonly record: number } {
  const seen = new Set<string>();
  const worlds = new Uint16Array(WORLDS.length);
  const heading = Math.min(HEADING, lower.length / 4);
  let record = 0;
  for (const { start, value } of SIGNS.find(tokens)) {
    const { phrase, kind, world } = value;
    if (kind === 'innocent' || seen.has(phrase)) continue;
    seen.add(phrase);
    if (kind === 'record') record++;
    else worlds[world]! += kind === 'name' && start < heading ? ENOUGH : WEIGHT[kind];
  }
  return { paper: Math.max(...worlds), record };
}

/** True when the signs belong to a paper about procedures rather than to the record of one. */
export function outweighs({ paper, record }: ReturnType<typeof paperSigns>): boolean {
  return paper >= ENOUGH + Math.floor(record / RECORD_SIGNS_TO_ONE);
}
