export interface JsonLimits {
  readonly depth: number;
  readonly values: number;
}

/** A Review's input or a FHIR bundle stays far below. */
export const JSON_LIMITS: JsonLimits = { depth: 64, values: 400_000 };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Whether a JSON text is nested too deep or has too many values, seen from its bytes alone: parsing first would already
 * have paid for it. Text that is no JSON may give either answer; the parser refuses it next.
 */
export function isTooComplex(bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): boolean {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case QUOTE:
        at = endOfString(bytes, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > limits.depth) return true;
        values++;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      case 0x2c: // ,
        if (++values > limits.values) return true;
        break;
      default:
    }
  }
  return false;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
