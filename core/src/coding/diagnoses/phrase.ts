/**
 * A phrase of the library as a test over words: `dis* herniation*` finds "disc herniations" and "disk herniation",
 * `* stenosis` a word before it. Whole words only; hyphens, slashes and commas between words count as blanks.
 */
export function phraseTest(phrase: string): RegExp {
  const words = phrase
    .split(/[\s-]+/)
    .map((word) => word.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', String.raw`[\p{L}\d']*`));
  return new RegExp(`(?<![\\p{L}\\d])${words.join(String.raw`[\s\-–/,()]+`)}(?![\\p{L}\\d])`, 'u');
}
