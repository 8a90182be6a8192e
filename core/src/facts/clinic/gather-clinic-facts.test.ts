import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { IsoDate } from '../../model/date.ts';
import type { FactDeclaration, FactValue } from '../../model/fact.ts';
import { readNote } from '../text/read-note.ts';
import { gatherClinicFacts } from './gather-clinic-facts.ts';
import { lumbarEpidural, valuesOf } from './testing.ts';

const NOTE = `Patient: Testcase, Zelda (invented)
Date of service: 03/02/2026

PREOPERATIVE DIAGNOSIS: Lumbar radiculopathy, left.
PROCEDURE: Left L4-L5 transforaminal epidural steroid injection under fluoroscopy.
ANESTHESIA: Local only

INDICATIONS: Zelda is a 61-year-old woman with a 5-month history of severe low back pain radiating down the left leg.
The pain is 7/10 on the NRS and limits her walking and household chores. ODI 48%. She failed 8 weeks of physical
therapy and naproxen, and continues a home exercise program. MRI of 1/12/2026 shows an L4-5 disc herniation with left
foraminal stenosis. Her previous epidural on 9/1/2025 gave 70% relief for four months. No signs of infection. She is
not on blood thinners.

DESCRIPTION: After informed consent was obtained, a needle was advanced into the left L4-5 foramen. AP and lateral
images were saved. Post-procedure pain score was 2/10.

Electronically signed by: Quill Madeup, MD on 3/2/2026
`;

const read = (text: string) =>
  gatherClinicFacts(readNote({ id: 'note', text }), [lumbarEpidural()], undefined, '2026-03-02' as IsoDate);

describe('gatherClinicFacts', () => {
  it('reads a whole note', () => {
    expect(valuesOf(read(NOTE))).toMatchObject({
      'patient.age': 61,
      'pain.duration-weeks': 21,
      'pain.radicular': true,
      'pain.moderate-to-severe': true,
      'pain.functional-deficit': true,
      'pain.scale-name': 'nrs',
      'pain.baseline-score': 7,
      'pain.disability-scale-name': 'odi',
      'pain.disability-score': 48,
      'care.conservative-weeks': 8,
      'care.conservative-failed': true,
      'care.active-program': true,
      'imaging.modality': 'mri',
      'imaging.date': '2026-01-12',
      'imaging.concordant': true,
      'indication.kind': ['radiculopathy'],
      'prior.relief-percent': 70,
      'prior.relief-weeks': 17,
      'prior.last-date': '2025-09-01',
      'response.post-score': 2,
      'sedation.kind': 'local-only',
      'safety.infection': false,
      'safety.anticoagulated': false,
      'procedure.images-saved-count': 2,
      'documentation.signed': true,
      'documentation.dated': true,
    });
  });

  it('each fact comes once, and every quote stands in the text at its place', () => {
    const facts = read(NOTE);
    expect(new Set(facts.map((one) => one.name)).size).toBe(facts.length);
    for (const one of facts.flatMap((each) => [...each.evidence, ...(each.conflict ?? [])])) {
      if (one.source !== 'note') throw new Error('evidence from elsewhere');
      expect(NOTE.slice(one.start, one.end)).toBe(one.quote);
      expect(one.quote).not.toBe('');
    }
  });

  it('says only what the library declares, in its types and words', () => {
    const folder = new URL('../../../../library/facts/', import.meta.url);
    const declared = new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .flatMap((file) => (parse(readFileSync(new URL(file, folder), 'utf8')) as { facts: FactDeclaration[] }).facts)
        .map((one) => [one.name, one]),
    );
    for (const { name, value } of read(NOTE)) {
      const declaration = declared.get(name);
      expect(declaration, name).toBeDefined();
      if (value !== undefined) expect(fits(value, declaration!), `${name} = ${String(value)}`).toBe(true);
    }
  });

  it('an empty note says nothing', () => expect(read('')).toEqual([]));

  it('never throws, whatever order the lines of a note come in', () => {
    const lines = NOTE.split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), fc.string(), (some, noise) => {
        const text = [...some, noise].join('\n');
        for (const one of read(text).flatMap((each) => each.evidence)) {
          if (one.source === 'note' && text.slice(one.start, one.end) !== one.quote) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });
});

function fits(value: FactValue, { type, words }: FactDeclaration): boolean {
  const known = (word: unknown) => typeof word === 'string' && (!words || words.includes(word));
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'words') return Array.isArray(value) && value.every(known);
  return type === 'word' ? known(value) : typeof value === 'string';
}
