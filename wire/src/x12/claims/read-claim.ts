import type { Claim, ClaimField, Location } from '@interspace/core/model/claim';
import { triggerOf, type SegmentSpec, type TransactionMap } from '../maps/map-language.ts';
import { afterSegment, lineOfSegment, segmentAt, spanOf, type Places, type RecordedSegment } from './place-recorder.ts';
import { placeOfField, type WantedPlace } from './field-places.ts';

/** Places of those segments of a claim that are one of these of the map (not 0) and stand in this line. */
export type PlacesOf = (fits: Uint8Array, line: number) => Places;

export interface ClaimPlaces<Own = Places | PlacesOf> {
  readonly map: TransactionMap;
  readonly interchange: number;
  readonly group: number;
  readonly transaction: number;
  /** Those of the claim itself: all, or, while its segments are only noted, those that are asked for. */
  readonly own: Own;
  readonly patient: Places | undefined;
  readonly subscriber: Places | undefined;
  readonly billing: Places | undefined;
}

/** A claim as read, with the way back to its bytes. */
export class ReadClaim {
  readonly claim: Claim;
  /** Where its segments lie, and in which transaction. */
  readonly places: ClaimPlaces<Places>;

  constructor(claim: Claim, places: ClaimPlaces<Places>) {
    this.claim = claim;
    this.places = places;
  }

  /**
   * Where a part of the claim stands in the file. `line` is `ClaimLine.number`; `nth` (1-based) picks one of several
   * (diagnoses, modifiers, pointers). Where the part is absent, the segment that would hold it, without an element.
   */
  locate(line: number | undefined, field: ClaimField, nth = 1): Location {
    return locateIn(this.places, line, field, nth);
  }
}

/** The same with the places alone. */
export function locateIn(places: ClaimPlaces, line: number | undefined, field: ClaimField, nth = 1): Location {
  const found = findIn(places, line, field, nth);
  if (!found) return { segment: 'CLM', ordinal: 0, offset: 0 };
  const { interchange, group, transaction } = places;
  const { spec, ordinal, element, component, offset, length } = found;
  return {
    ...(interchange ? { interchange } : {}),
    ...(group ? { group } : {}),
    transaction,
    loop: spec.loop.id,
    segment: spec.id,
    ordinal,
    ...(element > 0 ? { element } : {}),
    ...(component > 0 ? { component } : {}),
    offset,
    length,
  };
}

/** Where bytes and whole numbers are written one after another. */
export interface ByteSink {
  bytes(piece: Uint8Array): void;
  whole(number: number): void;
}

const encoder = new TextEncoder();
const piece = (text: string): Uint8Array => encoder.encode(text);
const NOWHERE = piece('{"segment":"CLM","ordinal":0,"offset":0}');
const [INTERCHANGE, GROUP, TRANSACTION] = ['{"interchange":', ',"group":', ',"transaction":'].map(piece) as Three;
const [ONLY_GROUP, ONLY_TRANSACTION] = ['{"group":', '{"transaction":'].map(piece) as [Uint8Array, Uint8Array];
const [ELEMENT, COMPONENT, OFFSET] = [',"element":', ',"component":', ',"offset":'].map(piece) as Three;
const [LENGTH, END] = [',"length":', '}'].map(piece) as [Uint8Array, Uint8Array];
type Three = [Uint8Array, Uint8Array, Uint8Array];

/** Loop and segment as they stand in a location, by their number in the map. */
const segments = new WeakMap<TransactionMap, Uint8Array[]>();

/** The same as JSON, in pieces: no object and no text is made for it. */
export function writeLocationIn(
  to: ByteSink,
  places: ClaimPlaces,
  line: number | undefined,
  field: ClaimField,
  nth = 1,
): void {
  const found = findIn(places, line, field, nth);
  if (!found) return to.bytes(NOWHERE);
  const { interchange, group, transaction, map } = places;
  const { spec, ordinal, element, component, offset, length } = found;
  if (interchange) {
    to.bytes(INTERCHANGE);
    to.whole(interchange);
  }
  if (group) {
    to.bytes(interchange ? GROUP : ONLY_GROUP);
    to.whole(group);
  }
  to.bytes(interchange || group ? TRANSACTION : ONLY_TRANSACTION);
  to.whole(transaction);
  let known = segments.get(map);
  if (!known) segments.set(map, (known = []));
  to.bytes((known[spec.index] ??= piece(`,"loop":"${spec.loop.id}","segment":"${spec.id}","ordinal":`)));
  to.whole(ordinal);
  if (element > 0) {
    to.bytes(ELEMENT);
    to.whole(element);
  }
  if (component > 0) {
    to.bytes(COMPONENT);
    to.whole(component);
  }
  to.bytes(OFFSET);
  to.whole(offset);
  to.bytes(LENGTH);
  to.whole(length);
  to.bytes(END);
}

/** A place that was found; element and component are 0 where the place is a whole segment or element. */
interface FoundPlace {
  spec: SegmentSpec;
  ordinal: number;
  element: number;
  component: number;
  offset: number;
  length: number;
}

function findIn(places: ClaimPlaces, line: number | undefined, field: ClaimField, nth: number): FoundPlace | undefined {
  for (const wanted of placeOfField(field, line !== undefined, nth)) {
    const found = find(places, wanted, line ?? 0);
    if (found) return found;
  }
  return undefined;
}

function find(all: ClaimPlaces, wanted: WantedPlace, line: number): FoundPlace | undefined {
  const { map } = all;
  const wantedLine = wanted.ofLine ? line : 0;
  const fits = fitting(map, wanted);
  let remaining = wanted.nthSegment;
  for (let level = 0; level < 4; level++) {
    const places =
      level === 0
        ? ownPlaces(all, fits, wantedLine)
        : level === 1
          ? all.patient
          : level === 2
            ? all.subscriber
            : all.billing;
    if (!places) continue;
    const { data, to } = places;
    for (let start = places.from; start < to; start = afterSegment(data, start)) {
      if (fits[data[start]!] === 0 || lineOfSegment(data, start) !== wantedLine) continue;
      const spec = map.segments[data[start]!]!;
      const segment = segmentAt(data, start);
      if (wanted.elementFrom !== undefined) {
        // Repeated elements over several segments, such as diagnoses over several HI.
        for (let element = wanted.elementFrom; spanOf(places, segment, element); element++) {
          if (--remaining === 0) return at(places, segment, spec, element, wanted.component);
        }
        continue;
      }
      if (wanted.nonEmpty && !holds(places, segment, wanted)) continue;
      return at(places, segment, spec, wanted.element, wanted.component);
    }
  }
  return undefined;
}

function ownPlaces({ own }: ClaimPlaces, fits: Uint8Array, line: number): Places {
  return typeof own === 'function' ? own(fits, line) : own;
}

const known = new WeakMap<WantedPlace, { map: TransactionMap; fits: Uint8Array }>();

/** For each segment of a map, whether it can be the one wanted. Nearly always it is the map of the time before. */
function fitting(map: TransactionMap, wanted: WantedPlace): Uint8Array {
  const last = known.get(wanted);
  if (last?.map === map) return last.fits;
  const fits = Uint8Array.from(map.segments, (spec) => Number(matches(spec, wanted)));
  known.set(wanted, { map, fits });
  return fits;
}

function holds(places: Places, segment: RecordedSegment, wanted: WantedPlace): boolean {
  const span = spanOf(places, segment, wanted.element ?? 1, wanted.component);
  return span !== undefined && span[1] > span[0];
}

function at(
  places: Places,
  segment: RecordedSegment,
  spec: SegmentSpec,
  element?: number,
  component?: number,
): FoundPlace {
  const part = element === undefined ? undefined : spanOf(places, segment, element, component);
  const whole = part ?? (element === undefined ? undefined : spanOf(places, segment, element));
  const from = whole === undefined ? 0 : whole[0];
  const to = whole === undefined ? segment.length : whole[1];
  return {
    spec,
    ordinal: segment.ordinal,
    element: whole && element !== undefined ? element : 0,
    component: part && component !== undefined ? component : 0,
    offset: places.base + segment.start + from,
    length: to - from,
  };
}

function matches(spec: SegmentSpec, wanted: WantedPlace): boolean {
  if (spec.id !== wanted.segment && !(wanted.segment === 'SV' && (spec.id === 'SV1' || spec.id === 'SV2')))
    return false;
  if (
    spec.loop.id !== wanted.loop &&
    !(wanted.loop.endsWith('*') && spec.loop.id.startsWith(wanted.loop.slice(0, -1)))
  ) {
    return false;
  }
  if (wanted.opening !== undefined && !triggerOf(spec.loop)?.qualifiers.includes(wanted.opening)) return false;
  return !wanted.qualifiers || wanted.qualifiers.some((each) => spec.qualifiers.includes(each));
}
