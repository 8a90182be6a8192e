import type { Claim, ClaimLine, ClaimType } from '@interspace/core/model/claim';
import { fromDayNumber } from '@interspace/core/model/date';
import { cents } from '@interspace/core/model/money';
import { codeKey, codeOfKey } from '@interspace/core/edits/code-key';
import { dayOf } from '@interspace/core/edits/scope';
import type { JudgedClaim } from '../judge/judged-claim.ts';

/*
 * What is kept of a claim until the end of a batch, so that claims of one patient can be seen together: codes, dates,
 * providers; no name and no number of the patient, only a digest of it. Little endian, of varying length:
 *
 *   u32 bytes  u32 u32 patient  f64 offset  u32 ordinal  u32 transaction  u16 group  u16 interchange  u16 state
 *   u16 place  u8 kind  u16 file  f64 billing  u8 frequency  u8 lines  u8 id length  id
 *   then each line: u32 code  u32 charge  f32 units  u16 day  u16 number  u32 u32 modifiers  f64 provider
 */

const HEAD = 52;
const LINE = 36;
const TYPES: readonly ClaimType[] = ['professional', 'asc', 'hospital-opd'];
const MOST_LINES = 250;
const MOST_ID = 60;

/** A claim as the history pass sees it. */
export interface KeptClaim {
  readonly claim: Claim;
  readonly patient: string;
  /** Ordinal of its file in the batch, and where it stands in it. */
  readonly file: number;
  readonly offset: number;
  readonly ordinal: number;
  readonly transaction: number;
  readonly state: string | undefined;
  readonly day: number;
}

/** Grows; handed over whole and begun anew. */
export class RecordWriter {
  private bytes = new Uint8Array(1 << 16);
  private view = new DataView(this.bytes.buffer);
  private used = 0;

  add({ read, context }: JudgedClaim, file: number): void {
    const { claim } = read;
    if (claim.patient === undefined) return;
    const lines = claim.lines.filter((line) => line.from !== undefined && codeKey(line.code) >= 0).slice(0, MOST_LINES);
    if (lines.length === 0) return;
    const id = claim.id.slice(0, MOST_ID);
    const size = HEAD + id.length + LINE * lines.length;
    if (this.used + size > this.bytes.length) this.grow(size);
    const { view } = this;
    const at = this.used;
    const { own, interchange, group, transaction } = read.places;
    view.setUint32(at, size, true);
    view.setUint32(at + 4, digest(claim.patient, 0x811c9dc5), true);
    view.setUint32(at + 8, digest(claim.patient, 0x9e3779b9), true);
    view.setFloat64(at + 12, own.base, true);
    view.setUint32(at + 20, own.data[own.from + 2] ?? 0, true);
    view.setUint32(at + 24, transaction, true);
    view.setUint16(at + 28, group & 0xffff, true);
    view.setUint16(at + 30, interchange & 0xffff, true);
    view.setUint16(at + 32, short(context.state ?? ''), true);
    view.setUint16(at + 34, short(claim.placeOfService ?? ''), true);
    view.setUint16(at + 38, file, true);
    view.setUint8(at + 36, TYPES.indexOf(claim.type));
    view.setFloat64(at + 40, numberOf(claim.billing?.npi), true);
    view.setUint8(at + 48, Number(claim.frequency ?? '0') & 0xff);
    view.setUint8(at + 49, lines.length);
    view.setUint8(at + 50, id.length);
    for (let i = 0; i < id.length; i++) view.setUint8(at + HEAD + i, id.charCodeAt(i));
    let next = at + HEAD + id.length;
    for (const line of lines) {
      const provider = line.rendering?.npi ?? claim.rendering?.npi ?? claim.billing?.npi;
      const { modifiers } = line;
      view.setUint32(next, codeKey(line.code), true);
      view.setUint32(next + 4, line.charge ?? 0xffffffff, true);
      view.setFloat32(next + 8, line.units, true);
      view.setUint16(next + 12, dayOf(line.from!) & 0xffff, true);
      view.setUint16(next + 14, line.number & 0xffff, true);
      view.setUint32(next + 16, short(modifiers[0] ?? '') | (short(modifiers[1] ?? '') << 16), true);
      view.setUint32(next + 20, short(modifiers[2] ?? '') | (short(modifiers[3] ?? '') << 16), true);
      view.setFloat64(next + 24, numberOf(provider), true);
      next += LINE;
    }
    this.used += size;
  }

  /** Everything since the last time. */
  take(): Uint8Array {
    const done = this.bytes.slice(0, this.used);
    this.used = 0;
    return done;
  }

  private grow(more: number): void {
    const grown = new Uint8Array(2 * this.bytes.length + more);
    grown.set(this.bytes.subarray(0, this.used));
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }
}

/** The claims of a block of records. */
export function* readRecords(bytes: Uint8Array): Generator<KeptClaim> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEAD <= bytes.length;) {
    const size = view.getUint32(at, true);
    if (size < HEAD || at + size > bytes.length) return;
    yield claimAt(bytes, view, at);
    at += size;
  }
}

/** Which of `count` heaps a record belongs to, by its patient. */
export function heapOf(view: DataView, at: number, count: number): number {
  return (view.getUint32(at + 4, true) >>> 8) % count;
}

function claimAt(bytes: Uint8Array, view: DataView, at: number): KeptClaim {
  const idLength = view.getUint8(at + 50);
  let id = '';
  for (let i = 0; i < idLength; i++) id += String.fromCharCode(bytes[at + HEAD + i]!);
  const lines: ClaimLine[] = [];
  let next = at + HEAD + idLength;
  let day = Number.POSITIVE_INFINITY;
  for (let i = 0; i < view.getUint8(at + 49); i++, next += LINE) {
    const charge = view.getUint32(next + 4, true);
    const own = view.getUint16(next + 12, true);
    day = Math.min(day, own);
    const packed = [view.getUint32(next + 16, true), view.getUint32(next + 20, true)];
    const provider = textOf(view.getFloat64(next + 24, true));
    lines.push({
      number: view.getUint16(next + 14, true),
      code: codeOfKey(view.getUint32(next, true)),
      modifiers: packed.flatMap((two) => [long(two & 0xffff), long(two >>> 16)]).filter((one) => one !== ''),
      units: view.getFloat32(next + 8, true),
      charge: charge === 0xffffffff ? undefined : cents(charge),
      from: fromDayNumber(own),
      pointers: [],
      rendering: provider === undefined ? undefined : { npi: provider },
    });
  }
  const patient = `${view.getUint32(at + 4, true)}-${view.getUint32(at + 8, true)}`;
  const billing = textOf(view.getFloat64(at + 40, true));
  const frequency = view.getUint8(at + 48);
  return {
    patient,
    file: view.getUint16(at + 38, true),
    offset: view.getFloat64(at + 12, true),
    ordinal: view.getUint32(at + 20, true),
    transaction: view.getUint32(at + 24, true),
    state: long(view.getUint16(at + 32, true)) || undefined,
    day,
    claim: {
      id,
      type: TYPES[view.getUint8(at + 36)] ?? 'professional',
      placeOfService: long(view.getUint16(at + 34, true)) || undefined,
      frequency: frequency === 0 ? undefined : String(frequency),
      patient,
      billing: billing === undefined ? undefined : { npi: billing },
      diagnoses: [],
      lines,
    },
  };
}

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Up to two letters or digits below 2^16; 0 for none. */
function short(text: string): number {
  let packed = 0;
  for (let at = 0; at < text.length && at < 2; at++) packed = packed * 37 + SIGNS.indexOf(text[at]!) + 1;
  return packed;
}

function long(packed: number): string {
  if (packed === 0) return '';
  const [high, low] = [Math.floor(packed / 37), packed % 37];
  return (high === 0 ? '' : SIGNS[high - 1]!) + (SIGNS[low - 1] ?? '');
}

/** A ten-digit number as itself, another identifier as a negative digest, none as 0. */
function numberOf(identifier: string | undefined): number {
  if (identifier === undefined || identifier === '') return 0;
  const value = Number(identifier);
  return Number.isSafeInteger(value) && String(value) === identifier ? value : -digest(identifier, 0x811c9dc5) - 1;
}

function textOf(value: number): string | undefined {
  return value === 0 ? undefined : String(value);
}

function digest(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
