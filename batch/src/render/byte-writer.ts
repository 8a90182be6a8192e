const encoder = new TextEncoder();
const SHORT = 48;

/** Text as bytes, in one piece that grows: what is written again and again is written from bytes made once. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #used = 0;

  /** Bytes as they are. */
  raw(piece: Uint8Array): void {
    this.#reserve(piece.length);
    this.#bytes.set(piece, this.#used);
    this.#used += piece.length;
  }

  text(text: string): void {
    const { length } = text;
    this.#reserve(3 * length);
    if (length <= SHORT) {
      const bytes = this.#bytes;
      const from = this.#used;
      let at = 0;
      for (; at < length; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 127) break;
        bytes[from + at] = unit;
      }
      if (at === length) {
        this.#used += length;
        return;
      }
    }
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
  }

  /** A whole number from 0 on. */
  number(value: number): void {
    if (value >= 2_147_483_648) return this.text(String(value));
    this.#reserve(10);
    let digits = 1;
    for (let ten = 10; value >= ten; ten *= 10) digits++;
    let left = value | 0;
    for (let at = this.#used + digits - 1; at >= this.#used; at--) {
      const tenth = (left / 10) | 0;
      this.#bytes[at] = 48 + left - 10 * tenth;
      left = tenth;
    }
    this.#used += digits;
  }

  /** Everything since the last time. */
  take(): Uint8Array<ArrayBuffer> {
    const done = this.#bytes.slice(0, this.#used);
    this.#used = 0;
    return done;
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * this.#bytes.length + more);
    grown.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = grown;
  }
}

/** The bytes of a text that is written often. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
