import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

/** Every way of putting side, levels and name together must read the same. */
const SIDES = [
  ['Left', 'left'],
  ['right', 'right'],
  ['Bilateral', 'bilateral'],
  ['RIGHT', 'right'],
] as const;
const FORAMINA = [
  ['L4-5', ['L4-L5']],
  ['L4-L5 and L5-S1', ['L4-L5', 'L5-S1']],
  ['L3-4, L4-5, L5-S1', ['L3-L4', 'L4-L5', 'L5-S1']],
  ['L5', ['L5']],
  ['L5 and S1', ['L5', 'S1']],
  ['L4/5, L5/S1', ['L4-L5', 'L5-S1']],
  ['C5-6', ['C5-C6']],
  ['L4 & L5', ['L4', 'L5']],
  ['T12-L1', ['T12-L1']],
] as const;
const FORAMINAL = [
  (side: string, levels: string) => `${side} ${levels} transforaminal epidural steroid injection`,
  (side: string, levels: string) => `Transforaminal epidural steroid injection, ${side}, ${levels}`,
  (side: string, levels: string) => `Transforaminal epidural steroid injection at ${levels}, ${side}`,
  (side: string, levels: string) => `${side} transforaminal epidural steroid injections at ${levels} under fluoroscopy`,
  (side: string, levels: string) => `${levels} TFESI ${side}`,
  (side: string, levels: string) => `${levels} transforaminal ESI - ${side}`,
  (side: string, levels: string) => `TFESI ${side} ${levels}`,
  (side: string, levels: string) => `TFESI (${side} ${levels})`,
  (side: string, levels: string) => `${side}-sided ${levels} selective nerve root injection`,
  (side: string, levels: string) => `Fluoroscopically guided ${side} ${levels} selective nerve root block`,
  (side: string, levels: string) =>
    `1. ${side} ${levels} transforaminal epidural steroid injection with fluoroscopy\n2. Epidurogram`,
  (side: string, levels: string) => `Transforaminal epidural steroid injection\nLevel: ${levels}\nSide: ${side}`,
];
const JOINTS = [
  ['L4-5', ['L4-L5']],
  ['L4-5 and L5-S1', ['L4-L5', 'L5-S1']],
  ['L3-4, L4-5, and L5-S1', ['L3-L4', 'L4-L5', 'L5-S1']],
  ['L34, L45', ['L3-L4', 'L4-L5']],
  ['C4-C5, C5-C6', ['C4-C5', 'C5-C6']],
  ['L3 through S1', ['L3-L4', 'L4-L5', 'L5-S1']],
] as const;
const FACETS = [
  (side: string, levels: string) => `${side} ${levels} facet joint injections`,
  (side: string, levels: string) => `Facet joint injections, ${side}, ${levels}`,
  (side: string, levels: string) => `Intra-articular facet injections at ${levels}, ${side}`,
  (side: string, levels: string) => `${side} lumbar facet blocks ${levels} with fluoroscopy`,
  (side: string, levels: string) => `Injection of ${side} ${levels} zygapophyseal joints`,
  (side: string, levels: string) => `Facet injection ${levels} (${side})`,
];
const NERVES = [
  ['L3, L4 and L5', ['L4-L5', 'L5-S1']],
  ['L2, L3, L4, L5', ['L3-L4', 'L4-L5', 'L5-S1']],
  ['L3,4,5', ['L4-L5', 'L5-S1']],
  ['L3-L5', ['L4-L5', 'L5-S1']],
  ['C4, C5, C6', ['C4-C5', 'C5-C6']],
  ['C4-C6', ['C4-C5', 'C5-C6']],
  ['T9, T10, T11', ['T10-T11', 'T11-T12']],
] as const;
const BRANCHES = [
  (side: string, levels: string) => `${side} ${levels} medial branch blocks`,
  (side: string, levels: string) => `Medial branch blocks, ${side}, ${levels}`,
  (side: string, levels: string) => `${side} medial branch nerve blocks at ${levels}`,
  (side: string, levels: string) => `${side} MBB ${levels}`,
  (side: string, levels: string) => `Diagnostic blocks of the ${side} ${levels} medial branches`,
];
const LESIONS = [
  (side: string, levels: string) => `${side} ${levels} medial branch radiofrequency ablation`,
  (side: string, levels: string) => `Radiofrequency neurotomy of ${side} ${levels} medial branches`,
  (side: string, levels: string) => `${side} medial branch rhizotomy at ${levels}`,
  (side: string, levels: string) => `RFA ${side} ${levels} medial branches under fluoro`,
];

const note = (title: string, body: string) =>
  `PROCEDURE: ${title}\n\nDESCRIPTION: The patient was placed prone. Under fluoroscopy needles were placed. ${body}`;
const line = (kind: string, names: readonly string[], side: string) => [
  `${kind} ${names.map((name) => `${name} ${side}`).join(', ')}; fluoroscopy`,
];

function grid(
  kind: string,
  body: string,
  forms: readonly ((side: string, levels: string) => string)[],
  levels: readonly (readonly [string, readonly string[]])[],
) {
  return forms.flatMap((form) =>
    levels.flatMap(([written, names]) =>
      SIDES.map(
        ([word, side]) => [form(word, written), note(form(word, written), body), line(kind, names, side)] as const,
      ),
    ),
  );
}

describe('titles in every form', () => {
  it.each(grid('epidural-transforaminal', '10 mg of dexamethasone was injected.', FORAMINAL, FORAMINA))(
    '%s',
    (_title, text, expected) => expect(told(text)).toEqual(expected),
  );
  it.each(grid('facet-injection', '10 mg of Kenalog was injected into the joint.', FACETS, JOINTS))(
    '%s',
    (_title, text, expected) => expect(told(text)).toEqual(expected),
  );
  it.each(grid('facet-injection', '0.5 mL of 2% lidocaine was injected.', BRANCHES, NERVES))(
    '%s',
    (_title, text, expected) => expect(told(text)).toEqual(expected),
  );
  it.each(grid('facet-ablation', 'Lesions were made at 85 degrees for 90 seconds.', LESIONS, NERVES))(
    '%s',
    (_title, text, expected) => expect(told(text)).toEqual(expected),
  );
});
