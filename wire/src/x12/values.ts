import { daysInMonth, type IsoDate } from '@interspace/core/model/date';
import type { Cents } from '@interspace/core/model/money';

/** Whole cents in [from, to), or NaN: digits, an optional sign and at most two decimals that matter. */
export function centsIn(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let sign = 1;
  if (bytes[at] === 45) {
    sign = -1;
    at++;
  }
  if (at >= to || to - at > 18) return Number.NaN;
  let value = 0;
  let decimals = -1;
  let digits = 0;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === 46 && decimals < 0) {
      decimals = 0;
      continue;
    }
    const digit = byte - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    digits++;
    if (decimals >= 2) {
      if (digit !== 0) return Number.NaN;
      continue;
    }
    value = value * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0) return Number.NaN;
  const scaled = decimals === 1 ? value * 10 : decimals === 2 ? value : value * 100;
  return scaled === 0 ? 0 : sign * scaled;
}

export function asCents(value: number): Cents | undefined {
  return Number.isSafeInteger(value) ? (value as Cents) : undefined;
}

/** A plain decimal number in [from, to), or NaN. */
export function decimalIn(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let at = from;
  if (to - from > 18 || from === to) return Number.NaN;
  const negative = bytes[at] === 45;
  if (negative) at++;
  const first = at;
  for (; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else return bytes[at] === 46 ? decimalText(bytes, from, to) : Number.NaN;
  }
  return at === first ? Number.NaN : negative ? -value : value;
}

function decimalText(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** Dates seen lately, by number; a claim file holds few different ones. */
const SLOTS = 4096;
const seenNumbers = new Int32Array(SLOTS);
const seenDates: (IsoDate | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

/** CCYYMMDD at `from` as a calendar date; undefined when it is none. */
export function dateIn(bytes: Uint8Array, from: number, to: number): IsoDate | undefined {
  if (to - from < 8) return undefined;
  let value = 0;
  for (let i = from; i < from + 8; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  const slot = (value ^ (value >>> 7)) & (SLOTS - 1);
  if (seenNumbers[slot] === value && value !== 0) return seenDates[slot];
  const month = Math.floor(value / 100) % 100;
  const day = value % 100;
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Math.floor(value / 10_000), month);
  const found = exists ? (dashed(bytes, from) as IsoDate) : undefined;
  seenNumbers[slot] = value;
  seenDates[slot] = found;
  return found;
}

function dashed(b: Uint8Array, at: number): string {
  return String.fromCharCode(
    b[at]!,
    b[at + 1]!,
    b[at + 2]!,
    b[at + 3]!,
    45,
    b[at + 4]!,
    b[at + 5]!,
    45,
    b[at + 6]!,
    b[at + 7]!,
  );
}
