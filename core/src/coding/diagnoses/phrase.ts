/** A phrase of the library, compiled when it is first needed: most notes hold few of the hundreds. */
export interface Phrase {
  /** The longest run of letters with which one of its words begins; wherever the phrase stands, a word begins so. */
  readonly beginning: string;
  /** The first place where the phrase stands in the words (lower case), or undefined. */
  find(words: string): { readonly start: number; readonly end: number } | undefined;
}

/**
 * `dis* herniation*` finds "disc herniations" and "disk herniation", `* stenosis` a word before it. Whole words only;
 * hyphens, slashes, commas and brackets between words count as blanks.
 */
export function phrase(text: string): Phrase {
  const words = text.split(/[\s-]+/);
  const fixed = words.flatMap((word) => word.split('*'));
  let test: RegExp | undefined;
  return {
    beginning: longest(words.map((word) => word.split('*', 1)[0] ?? '')),
    find: (within) => {
      for (const letters of fixed) if (!within.includes(letters)) return undefined;
      test ??= expression(words);
      const found = test.exec(within);
      return found ? { start: found.index, end: found.index + found[0].length } : undefined;
    },
  };
}

function longest(texts: readonly string[]): string {
  return texts.reduce((one, other) => (other.length > one.length ? other : one), '');
}

function expression(words: readonly string[]): RegExp {
  const parts = words.map((word) =>
    word.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', String.raw`[\p{L}\d']*`),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])${parts.join(String.raw`[\s\-–/,()]+`)}(?![\p{L}\d])`, 'u');
}
