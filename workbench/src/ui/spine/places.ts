import { INTERSPACES } from '@interspace/core/model/spine/interspace';

export type SpinePart = 'cervical' | 'thoracic' | 'lumbar';

/** Vertebrae of a part with a neighbour at each end, so that C7-T1 is found from the neck and from the back. */
export const PARTS: Readonly<Record<SpinePart, readonly string[]>> = {
  cervical: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'T1'],
  thoracic: ['C7', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'L1'],
  lumbar: ['T12', 'L1', 'L2', 'L3', 'L4', 'L5', 'S1'],
};

/** A row of places: what it is called, and between or at which vertebrae it lies (a half counts as between). */
export interface Row {
  readonly name: string;
  readonly at: number;
}

/** The places of a part by what is counted: spaces and joints lie between two vertebrae, roots and nerves beside one. */
export function rowsOf(part: SpinePart, what: 'interspace' | 'joint' | 'nerve' | 'root' | 'vertebra'): Row[] {
  const bodies = PARTS[part];
  if (what === 'interspace' || what === 'joint')
    return bodies.slice(0, -1).flatMap((upper, index) => {
      const name = `${upper}-${bodies[index + 1]}`;
      return INTERSPACES.includes(name) ? [{ name, at: index + 0.5 }] : [];
    });
  if (what === 'vertebra') return bodies.map((name, index) => ({ name, at: index }));
  // Roots of the neck leave above their vertebra, C8 above T1, all others below theirs. Medial branches stand by their bone.
  const rows = bodies.map((name, index) => ({ name, at: index }));
  if (what === 'nerve') {
    const nerves =
      part === 'cervical' ? rows.filter(({ name }) => name !== 'C1' && name !== 'C2' && name !== 'T1') : rows;
    const extra: Readonly<Record<SpinePart, Row[]>> = {
      cervical: [
        { name: 'TON', at: 1.2 },
        { name: 'C8', at: 6.85 },
      ],
      thoracic: [{ name: 'C8', at: 0 }],
      lumbar: [],
    };
    return [
      ...extra[part],
      ...nerves.filter(({ name }) => name !== 'S1' && !(part === 'thoracic' && name === 'C7')),
    ].sort((one, other) => one.at - other.at);
  }
  const roots =
    part === 'cervical'
      ? [
          ...rows.filter(({ name }) => /^C[2-7]$/.test(name)).map(({ name, at }) => ({ name, at: at - 0.5 })),
          { name: 'C8', at: 6.5 },
        ]
      : rows
          .filter(({ name }) => name !== 'C7')
          .map(({ name, at }) => ({ name, at: name === 'S1' ? at + 0.35 : at + 0.5 }));
  return roots;
}
