import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { codeDiagnoses } from '@interspace/core/coding/diagnoses/code-diagnoses';
import { prepareDiagnoses } from '@interspace/core/coding/diagnoses/prepare-diagnoses';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const law = prepareDiagnoses(library.diagnoses);
const codes = (words: string, on: string) =>
  codeDiagnoses([{ words, evidence: [] }], [], law, date(on)).map((one) => one.code);

describe('reasons for botulinum toxin', () => {
  it.each([
    ['Chronic migraine without aura, not intractable', '2026-04-10', ['G43.709']],
    ['Chronic migraine without aura, intractable', '2026-04-10', ['G43.719']],
    ['Intractable chronic migraine', '2026-04-10', ['G43.719']],
    ['Chronic migraine without aura, intractable, with status migrainosus', '2026-04-10', ['G43.711']],
    ['Chronic migraine with aura', '2023-10-01', ['G43.E09']],
    ['Chronic migraine with aura', '2023-09-30', ['G43.109']],
    ['Left hemifacial spasm', '2026-04-10', ['G51.32']],
    ['Blepharospasm', '2026-04-10', ['G24.5']],
    ['Cervical dystonia', '2026-04-10', ['G24.3']],
    ['Left spastic hemiparesis after stroke', '2026-04-10', ['I69.354']],
    ['Right spastic hemiplegia', '2026-04-10', ['G81.11']],
    ['Spastic diplegic cerebral palsy', '2026-04-10', ['G80.1']],
    ['Multiple sclerosis with spasticity', '2025-10-01', ['G35.D']],
    ['Multiple sclerosis with spasticity', '2025-09-30', ['G35']],
    ['Primary axillary hyperhidrosis', '2026-04-10', ['L74.510']],
    ['Sialorrhea', '2026-04-10', ['K11.7']],
  ])('%s on %s', (words, on, expected) => {
    expect(codes(words, on)).toEqual(expected);
  });
});
