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
    if (length > 24) return plain(bytes, from, to);
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

/** One character a byte, so that every byte survives; names in UTF-8 are made readable where they are shown. */
export function plain(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 64) return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}
