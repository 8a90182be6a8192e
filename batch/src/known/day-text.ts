import type { Output } from '../render/output.ts';

/** A text written for many claims: its bytes are made once, and the day of service of each claim is put in where it stands. */
export class DayText {
  readonly #pieces: readonly Uint8Array[];

  /** `day`: where it stands in the text the day at hand goes; nothing: the text is the same for all days. */
  constructor(text: string, day?: string) {
    this.#pieces = (day === undefined ? [text] : text.split(day)).map((piece) => Buffer.from(piece));
  }

  write(out: Output, day: string): void {
    const pieces = this.#pieces;
    out.bytes(pieces[0]!);
    for (let at = 1; at < pieces.length; at++) {
      out.text(day);
      out.bytes(pieces[at]!);
    }
  }
}
