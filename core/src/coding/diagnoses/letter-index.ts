/** Which runs of four characters a text holds, so that hundreds of words are looked for without searching it again. */
export class LetterIndex {
  readonly #held = new Uint8Array(PLACES);

  constructor(text: string) {
    for (let at = 3; at < text.length; at++) this.#held[place(text, at - 3)] = 1;
  }

  /** False when the words surely stand nowhere in the text; only a no is certain. */
  may(words: string): boolean {
    for (let at = 3; at < words.length; at++) if (this.#held[place(words, at - 3)] === 0) return false;
    return true;
  }
}

const PLACES = 2 ** 15;

function place(text: string, at: number): number {
  const four =
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 7) |
    (text.charCodeAt(at + 2) << 14) |
    (text.charCodeAt(at + 3) << 21);
  return Math.imul(four, 0x9e3779b1) >>> 17;
}
