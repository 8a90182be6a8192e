const SLOTS = 8192;

/**
 * Bytes → string without a new string for a value seen lately (codes, modifiers, dates, identifiers of few parties).
 * A direct-mapped table of fixed size: memory is bounded, a collision only costs a fresh string.
 */
export class Interner {
  private readonly seen: string[] = Array.from({ length: SLOTS }, () => '');

  text(bytes: Uint8Array, from: number, to: number): string {
    const length = to - from;
    if (length === 0) return '';
    if (length === 1 || length > 24) return plain(bytes, from, to);
    let hash = length;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.seen[slot]!;
    if (known.length === length && same(known, bytes, from)) return known;
    const fresh = plain(bytes, from, to);
    this.seen[slot] = fresh;
    return fresh;
  }
}

function same(text: string, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[from + i]) return false;
  return true;
}

const latin1 = Buffer.prototype as unknown as { latin1Slice(this: Uint8Array, from: number, to: number): string };

/** One character a byte, so that every byte survives. Short ones are built here: a native call costs more than they do. */
export function plain(b: Uint8Array, at: number, to: number): string {
  const char = String.fromCharCode;
  switch (to - at) {
    case 0:
      return '';
    case 1:
      return char(b[at]!);
    case 2:
      return char(b[at]!, b[at + 1]!);
    case 3:
      return char(b[at]!, b[at + 1]!, b[at + 2]!);
    case 4:
      return char(b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!);
    case 5:
      return char(b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!);
    case 6:
      return char(b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!);
    case 7:
      return char(b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!, b[at + 6]!);
    case 8:
      return char(b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!, b[at + 6]!, b[at + 7]!);
    case 9:
      return char(
        b[at]!,
        b[at + 1]!,
        b[at + 2]!,
        b[at + 3]!,
        b[at + 4]!,
        b[at + 5]!,
        b[at + 6]!,
        b[at + 7]!,
        b[at + 8]!,
      );
    case 10:
      return char(
        b[at]!,
        b[at + 1]!,
        b[at + 2]!,
        b[at + 3]!,
        b[at + 4]!,
        b[at + 5]!,
        b[at + 6]!,
        b[at + 7]!,
        b[at + 8]!,
        b[at + 9]!,
      );
    case 11:
      return char(
        b[at]!,
        b[at + 1]!,
        b[at + 2]!,
        b[at + 3]!,
        b[at + 4]!,
        b[at + 5]!,
        b[at + 6]!,
        b[at + 7]!,
        b[at + 8]!,
        b[at + 9]!,
        b[at + 10]!,
      );
    case 12:
      return char(
        b[at]!,
        b[at + 1]!,
        b[at + 2]!,
        b[at + 3]!,
        b[at + 4]!,
        b[at + 5]!,
        b[at + 6]!,
        b[at + 7]!,
        b[at + 8]!,
        b[at + 9]!,
        b[at + 10]!,
        b[at + 11]!,
      );
    default:
      return latin1.latin1Slice.call(b, at, to);
  }
}
