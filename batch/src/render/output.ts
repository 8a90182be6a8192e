const FIRST_BYTES = 1 << 16;
const SHORT = 24;
const MOST_DIGITS = 17;
const [ZERO, QUOTE, BACKSLASH] = ['0', '"', '\\'].map((sign) => sign.charCodeAt(0)) as [number, number, number];
/** Buffers that wait to be filled again: more than are ever under way at once. */
const MOST_SPARE = 8;

/**
 * What is written of a part, as bytes in one buffer that grows. Buffers are handed over and come back: memory of its own
 * for every part would only be given back when somebody looks for what is no longer needed.
 */
export class Output {
  #bytes = Buffer.from(new ArrayBuffer(FIRST_BYTES));
  #used = 0;
  #spare: ArrayBuffer[] = [];

  /** Bytes as they are. */
  bytes(piece: Uint8Array): void {
    const { length } = piece;
    this.#reserve(length);
    const bytes = this.#bytes;
    let used = this.#used;
    if (length > SHORT) {
      bytes.set(piece, used);
      used += length;
    } else for (let at = 0; at < length; at++) bytes[used++] = piece[at]!;
    this.#used = used;
  }

  byte(one: number): void {
    this.#reserve(1);
    this.#bytes[this.#used++] = one;
  }

  text(text: string): void {
    const { length } = text;
    this.#reserve(3 * length);
    const bytes = this.#bytes;
    const from = this.#used;
    if (length <= SHORT) {
      let at = 0;
      for (; at < length; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 127) break;
        bytes[from + at] = unit;
      }
      if (at === length) {
        this.#used = from + length;
        return;
      }
    }
    this.#used += bytes.write(text, from, 'utf8');
  }

  /** Digits of a number from 0 on. */
  whole(number: number): void {
    this.#reserve(MOST_DIGITS);
    const bytes = this.#bytes;
    let at = this.#used;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) at++;
    this.#used = at + 1;
    for (let rest = number; ; rest = Math.floor(rest / 10)) {
      bytes[at--] = ZERO + (rest % 10);
      if (rest < 10) return;
    }
  }

  /** A text as JSON has it. */
  quoted(text: string): void {
    const { length } = text;
    this.#reserve(length + 2);
    const bytes = this.#bytes;
    let used = this.#used;
    bytes[used++] = QUOTE;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 32 || unit > 126 || unit === QUOTE || unit === BACKSLASH) return this.text(JSON.stringify(text));
      bytes[used++] = unit;
    }
    bytes[used] = QUOTE;
    this.#used = used + 1;
  }

  /** Everything since the last time; to be given back when it is no longer needed. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes;
    const done = new Uint8Array(bytes.buffer, 0, this.#used);
    this.#bytes = Buffer.from(this.#spare.pop() ?? new ArrayBuffer(bytes.length));
    this.#used = 0;
    return done;
  }

  giveBack(buffer: ArrayBuffer): void {
    if (this.#spare.length < MOST_SPARE) this.#spare.push(buffer);
  }

  #reserve(more: number): void {
    const needed = this.#used + more;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.from(new ArrayBuffer(Math.max(2 * this.#bytes.length, needed)));
    grown.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = grown;
  }
}
