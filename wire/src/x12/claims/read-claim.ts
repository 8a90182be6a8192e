import type { Claim, ClaimField, Location } from '@interspace/core/model/claim';
import type { SegmentSpec, TransactionMap } from '../maps/map-language.ts';
import { afterSegment, lineOfSegment, segmentAt, spanOf, type Places, type RecordedSegment } from './place-recorder.ts';
import { placeOfField, type FieldPlace } from './field-places.ts';

export interface ClaimPlaces {
  readonly map: TransactionMap;
  readonly interchange: number;
  readonly group: number;
  readonly transaction: number;
  readonly own: Places;
  readonly patient: Places | undefined;
  readonly subscriber: Places | undefined;
  readonly billing: Places | undefined;
}

/** A claim as read, with the way back to its bytes. */
export class ReadClaim {
  readonly claim: Claim;
  /** Ordinal of the transaction in its group, of the group, of the interchange. */
  readonly places: ClaimPlaces;

  constructor(claim: Claim, places: ClaimPlaces) {
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
  for (const wanted of placeOfField(field, line !== undefined, nth)) {
    const found = find(places, wanted, line ?? 0);
    if (found) return found;
  }
  return find(places, { loop: '2300', segment: 'CLM' }, 0) ?? { segment: 'CLM', ordinal: 0, offset: 0 };
}

function find(all: ClaimPlaces, wanted: FieldPlace, line: number): Location | undefined {
  const { map, own, patient, subscriber, billing } = all;
  const wantedLine = wanted.ofLine ? line : 0;
  let remaining = wanted.nthSegment ?? 1;
  for (const places of [own, patient, subscriber, billing]) {
    if (!places) continue;
    const { data } = places;
    for (let start = places.from; start < places.to; start = afterSegment(data, start)) {
      const spec = map.segments[data[start]!]!;
      if (lineOfSegment(data, start) !== wantedLine || !matches(spec, wanted)) continue;
      const segment = segmentAt(data, start);
      if (wanted.elementFrom !== undefined) {
        // Repeated elements over several segments, such as diagnoses over several HI.
        for (let element = wanted.elementFrom; spanOf(places, segment, element); element++) {
          if (--remaining === 0) return at(all, places, segment, spec, element, wanted.component);
        }
        continue;
      }
      if (wanted.nonEmpty && !holds(places, segment, wanted)) continue;
      return at(all, places, segment, spec, wanted.element, wanted.component);
    }
  }
  return undefined;
}

function holds(places: Places, segment: RecordedSegment, wanted: FieldPlace): boolean {
  const span = spanOf(places, segment, wanted.element ?? 1, wanted.component);
  return span !== undefined && span[1] > span[0];
}

function at(
  { interchange, group, transaction }: ClaimPlaces,
  places: Places,
  segment: RecordedSegment,
  spec: SegmentSpec,
  element?: number,
  component?: number,
): Location {
  const part = element === undefined ? undefined : spanOf(places, segment, element, component);
  const whole = part ?? (element === undefined ? undefined : spanOf(places, segment, element));
  const [from, to] = whole ?? [0, segment.length];
  return {
    ...(interchange ? { interchange } : {}),
    ...(group ? { group } : {}),
    transaction,
    loop: spec.loop.id,
    segment: spec.id,
    ordinal: segment.ordinal,
    ...(whole && element !== undefined ? { element } : {}),
    ...(part && component !== undefined ? { component } : {}),
    offset: places.base + segment.start + from,
    length: to - from,
  };
}

function matches(spec: SegmentSpec, wanted: FieldPlace): boolean {
  if (spec.id !== wanted.segment && !(wanted.segment === 'SV' && (spec.id === 'SV1' || spec.id === 'SV2')))
    return false;
  if (
    spec.loop.id !== wanted.loop &&
    !(wanted.loop.endsWith('*') && spec.loop.id.startsWith(wanted.loop.slice(0, -1)))
  ) {
    return false;
  }
  return !wanted.qualifiers || wanted.qualifiers.some((each) => spec.qualifiers.includes(each));
}
