/** A segment id or a short code as one number: up to three bytes, first byte highest. `packed('ST') === 0x535400`. */
export function packed(text: string): number {
  return ((text.charCodeAt(0) || 0) << 16) | ((text.charCodeAt(1) || 0) << 8) | (text.charCodeAt(2) || 0);
}

export function unpacked(id: number): string {
  let text = '';
  for (const shift of [16, 8, 0]) {
    const byte = (id >> shift) & 0xff;
    if (byte) text += String.fromCharCode(byte);
  }
  return text;
}

export const ISA = packed('ISA');
export const IEA = packed('IEA');
export const GS = packed('GS');
export const GE = packed('GE');
export const ST = packed('ST');
export const SE = packed('SE');
export const TA1 = packed('TA1');
export const BIN = packed('BIN');
export const BDS = packed('BDS');
