import { describe, expect, it } from 'vitest';
import { CLEAN } from './clean.ts';
import { toX12 } from './draft.ts';
import { faulty } from './fault.ts';
import { FAULTS } from './faults.ts';
import { judge } from './judge.ts';
import { openProbe, probe } from './probe.ts';

const library = openProbe();
const written = (name: keyof typeof CLEAN) => toX12(CLEAN[name]!());

describe('claims with one thing wrong', () => {
  it.each(Object.keys(CLEAN))('nothing is said of clean %s', (name) =>
    expect(probe(written(name), library)).toEqual([]),
  );

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s is found at its place', (_, fault) => {
    const text = faulty(fault);
    expect(judge(fault, text, probe(text, library))).toBeUndefined();
  });

  it('the judge itself can say no', () => {
    const [fault] = FAULTS;
    const text = faulty(fault!);
    const said = probe(text, library);
    expect(judge({ ...fault!, says: ['edit/never-said'] }, text, said)).toContain('not found');
    expect(judge({ ...fault!, at: 'HI#1' }, text, said)).toContain('not at HI#1');
    expect(judge(fault!, written('interlaminar'), probe(written('interlaminar'), library))).toContain('not found');
  });
});
