import type { ClaimField } from '@interspace/core/model/claim';

/** A place in a claim transaction, in the terms of its map. */
export interface FieldPlace {
  readonly loop: string;
  /** `SV` stands for SV1 or SV2. */
  readonly segment: string;
  /** One of these must be a qualifier of the segment's place in the map. */
  readonly qualifiers?: readonly string[];
  /** The loop of the segment is opened by one with this qualifier. */
  readonly opening?: string;
  readonly element?: number;
  readonly component?: number;
  /** Count the elements from this one on, over all segments that match. */
  readonly elementFrom?: number;
  readonly nthSegment?: number;
  /** The segment stands inside the service line asked for. */
  readonly ofLine?: boolean;
  /** Take it only when the element holds something. */
  readonly nonEmpty?: boolean;
}

/** A place with everything said, so that all of them are alike. */
export interface WantedPlace {
  readonly loop: string;
  readonly segment: string;
  readonly qualifiers: readonly string[] | undefined;
  readonly opening: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
  readonly elementFrom: number | undefined;
  readonly nthSegment: number;
  readonly ofLine: boolean;
  readonly nonEmpty: boolean;
}

function wantedPlace(place: FieldPlace): WantedPlace {
  const { loop, segment, qualifiers, opening, element, component, elementFrom } = place;
  const { nthSegment = 1, ofLine = false, nonEmpty = false } = place;
  return { loop, segment, qualifiers, opening, element, component, elementFrom, nthSegment, ofLine, nonEmpty };
}

const SERVICE: FieldPlace = { loop: '2400', segment: 'SV', ofLine: true };
const LINE_START: FieldPlace = { loop: '2400', segment: 'LX', ofLine: true };
const CLAIM: FieldPlace = { loop: '2300', segment: 'CLM' };

const service = (professional: Partial<FieldPlace>, institutional: Partial<FieldPlace>): FieldPlace[] => [
  { ...SERVICE, segment: 'SV1', ...professional },
  { ...SERVICE, segment: 'SV2', ...institutional },
  SERVICE,
  LINE_START,
];

const name = (loop: string, qualifier: string, ofLine = false): FieldPlace => ({
  loop,
  segment: 'NM1',
  qualifiers: [qualifier],
  element: 9,
  ofLine,
});

const provider = (qualifier: string, ofLine: boolean): FieldPlace[] => [
  ...(ofLine ? [name('2420*', qualifier, true)] : []),
  name('2310*', qualifier),
];

const BILLING = name('2010AA', '85');

const KNOWN = new Map<string, readonly WantedPlace[]>();

/** Where a field stands, best first; the last ones are the neighbours to point at when it is absent. */
export function placeOfField(field: ClaimField, ofLine: boolean, nth: number): readonly WantedPlace[] {
  const own = ofLine ? field : `-${field}`;
  const key = nth === 1 ? own : `${own} ${nth}`;
  let known = KNOWN.get(key);
  if (!known) KNOWN.set(key, (known = [...placesOf(field, ofLine, nth), CLAIM].map(wantedPlace)));
  return known;
}

function placesOf(field: ClaimField, ofLine: boolean, nth: number): readonly FieldPlace[] {
  switch (field) {
    case 'claim':
      return [{ ...CLAIM, element: 1 }];
    case 'charge-total':
      return [{ ...CLAIM, element: 2 }];
    case 'place-of-service':
      return [
        ...(ofLine ? [{ ...SERVICE, segment: 'SV1', element: 5, nonEmpty: true }] : []),
        { ...CLAIM, element: 5, component: 1 },
      ];
    case 'frequency':
      return [{ ...CLAIM, element: 5, component: 3 }];
    case 'payer':
      return [
        { loop: '2010BB', segment: 'NM1', element: 9 },
        { loop: '2000B', segment: 'SBR' },
      ];
    case 'standing':
      return [
        { loop: '2000B', segment: 'SBR', element: 5 },
        { loop: '2000B', segment: 'SBR' },
      ];
    case 'patient':
      return [name('2010CA', 'QC'), name('2010BA', 'IL')];
    case 'birth-date':
      return [
        { loop: '2010CA', segment: 'DMG', element: 2 },
        { loop: '2010BA', segment: 'DMG', element: 2 },
        name('2010BA', 'IL'),
      ];
    case 'billing-npi':
      return [BILLING];
    case 'billing-street':
      return [{ loop: '2010AA', segment: 'N3', element: 1 }, BILLING];
    case 'billing-state':
      return [{ loop: '2010AA', segment: 'N4', element: 2 }, BILLING];
    case 'billing-zip':
      return [{ loop: '2010AA', segment: 'N4', element: 3 }, BILLING];
    case 'billing-tax-number':
      return [{ loop: '2010AA', segment: 'REF', qualifiers: ['EI', 'SY'], element: 2 }, BILLING];
    case 'billing-taxonomy':
      return [{ loop: '2000A', segment: 'PRV', element: 3 }, BILLING];
    case 'rendering-npi':
      return [...provider('82', ofLine), BILLING];
    case 'rendering-taxonomy':
      return [{ loop: '2310*', segment: 'PRV', opening: '82', element: 3 }, ...provider('82', ofLine), BILLING];
    case 'facility-npi':
      return [...provider('77', ofLine), CLAIM];
    case 'facility-zip':
      return [{ loop: '2310*', segment: 'N4', opening: '77', element: 3 }, ...provider('77', ofLine), CLAIM];
    case 'supervising-npi':
      return [...provider('DQ', ofLine), CLAIM];
    case 'attending-npi':
      return [...provider('71', ofLine), CLAIM];
    case 'operating-npi':
      return [...provider('72', ofLine), CLAIM];
    case 'ordering-npi':
      return [...provider('DK', ofLine), CLAIM];
    case 'referring-npi':
      return [...(ofLine ? [name('2420*', 'DN', true), name('2420*', 'DK', true)] : []), name('2310*', 'DN'), CLAIM];
    case 'diagnoses':
      return [
        { loop: '2300', segment: 'HI', qualifiers: ['ABK', 'ABF'], elementFrom: 1, component: 2, nthSegment: nth },
        { loop: '2300', segment: 'HI' },
        CLAIM,
      ];
    case 'authorization':
      return [
        ...(ofLine ? [{ loop: '2400', segment: 'REF', qualifiers: ['G1'], element: 2, ofLine: true }] : []),
        { loop: '2300', segment: 'REF', qualifiers: ['G1'], element: 2 },
        ...(ofLine ? [SERVICE] : []),
        CLAIM,
      ];
    case 'line':
      return ofLine ? [SERVICE, LINE_START] : [CLAIM];
    case 'code':
      return service({ element: 1, component: 2 }, { element: 2, component: 2 });
    case 'modifiers':
      return service({ element: 1, component: 2 + nth }, { element: 2, component: 2 + nth });
    case 'units':
      return service({ element: 4 }, { element: 5 });
    case 'charge':
      return service({ element: 2 }, { element: 3 });
    case 'date':
      return [
        ...(ofLine ? [{ loop: '2400', segment: 'DTP', qualifiers: ['472'], element: 3, ofLine: true }] : []),
        { loop: '2300', segment: 'DTP', qualifiers: ['434'], element: 3 },
        ...(ofLine ? [SERVICE] : []),
        CLAIM,
      ];
    case 'pointers':
      return [{ ...SERVICE, segment: 'SV1', element: 7, component: nth }, SERVICE];
    case 'ndc':
      return [{ loop: '2410', segment: 'LIN', element: 3, ofLine: true }, SERVICE];
    case 'ndc-quantity':
    case 'ndc-unit':
      return [
        {
          loop: '2410',
          segment: 'CTP',
          ofLine: true,
          ...(field === 'ndc-unit' ? { element: 5, component: 1 } : { element: 4 }),
        },
        { loop: '2410', segment: 'LIN', ofLine: true },
        SERVICE,
      ];
    case 'revenue-code':
      return [{ ...SERVICE, segment: 'SV2', element: 1 }, SERVICE];
    case 'note':
      return [
        ...(ofLine ? [{ loop: '2400', segment: 'NTE', element: 2, ofLine: true }] : []),
        { loop: '2300', segment: 'NTE', element: 2 },
        CLAIM,
      ];
    case 'trial':
      return [{ loop: '2300', segment: 'REF', qualifiers: ['P4'], element: 2 }, CLAIM];
    case 'condition-codes':
    case 'value-codes':
      return [{ ...CLAIM, element: 5, component: 1 }, CLAIM];
    default:
      // Every field is told above: the compiler sees to it.
      field satisfies never;
      return [];
  }
}
