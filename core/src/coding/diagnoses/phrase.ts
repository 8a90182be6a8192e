import type { LetterIndex } from './letter-index.ts';

/** A phrase of the library, compiled when it is first needed: most notes hold few of the hundreds. */
export interface Phrase {
  /** False when the phrase surely stands nowhere in the text that was indexed (lower case). */
  may(text: LetterIndex): boolean;
  /** The first place where the phrase stands in the words (lower case), or undefined. */
  find(words: string): { readonly start: number; readonly end: number } | undefined;
}

/**
 * `dis* herniation*` finds "disc herniations" and "disk herniation", `* stenosis` a word before it. Whole words only;
 * hyphens, slashes, commas and brackets between words count as blanks.
 */
export function phrase(text: string): Phrase {
  const words = text.split(/[\s-]+/);
  const longest = words.flatMap((word) => word.split('*')).toSorted((one, other) => other.length - one.length)[0] ?? '';
  let test: RegExp | undefined;
  return {
    may: (text) => text.may(longest),
    find: (within) => {
      if (!within.includes(longest)) return undefined;
      test ??= expression(words);
      const found = test.exec(within);
      return found ? { start: found.index, end: found.index + found[0].length } : undefined;
    },
  };
}

function expression(words: readonly string[]): RegExp {
  const parts = words.map((word) =>
    word.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', String.raw`[\p{L}\d']*`),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])${parts.join(String.raw`[\s\-–/,()]+`)}(?![\p{L}\d])`, 'u');
}
