import { describe, expect, it } from 'vitest';
import { date } from '../model/date.ts';
import type { EngineInput } from '../model/review-input.ts';
import { gatherFacts } from './gather-facts.ts';
import { inWords, testReader } from './testing.ts';

const NOTE = `DATE OF SERVICE: 03/02/2026
PROCEDURE: Left L4-5 transforaminal epidural steroid injection under fluoroscopy.
DIAGNOSIS: Lumbar radiculopathy (M54.16); M51.16 disc disorder with radiculopathy
DESCRIPTION: A needle was advanced to the left L4-5 foramen under fluoroscopy. 10 mg of dexamethasone was injected.`;

const gather = (input: Partial<EngineInput>) => gatherFacts({ context: {}, documents: [], ...input }, testReader);
const documents = (...texts: string[]) => texts.map((text, index) => ({ id: `d${index}`, text }));

describe('gatherFacts', () => {
  it('numbers what was done and keeps date and diagnoses with their quotes', () => {
    const found = gather({ documents: documents(NOTE) });
    expect(found.procedures.map((one) => `${one.id} ${inWords(one)}`)).toEqual([
      'p1 epidural-transforaminal L4-L5 left; fluoroscopy',
    ]);
    expect(found.dateOfService).toBe('2026-03-02');
    expect(found.diagnoses.map((one) => `${one.code} ${one.words}`)).toEqual([
      'M54.16 Lumbar radiculopathy',
      'M51.16 disc disorder with radiculopathy',
    ]);
    for (const evidence of [
      ...found.procedures.flatMap((one) => one.evidence),
      ...found.diagnoses.flatMap((one) => one.evidence),
    ]) {
      if (evidence.source === 'note') expect(NOTE.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  it('counts one procedure told in two documents once', () => {
    expect(gather({ documents: documents(NOTE, NOTE) }).procedures).toHaveLength(1);
  });

  it('leaves the note of another day to history, and says so', () => {
    const earlier = NOTE.replace('03/02/2026', '01/05/2026').replaceAll('L4-5', 'L5-S1');
    const found = gather({ documents: documents(NOTE, earlier), context: { dateOfService: date('2026-03-02') } });
    expect(found.procedures.map(inWords)).toEqual(['epidural-transforaminal L4-L5 left; fluoroscopy']);
    expect(found.findings.map((one) => one.id)).toEqual(['note/other-date']);
  });

  it('takes what the form states, with its place in the form', () => {
    const found = gather({
      procedures: [
        {
          family: 'facet',
          kind: 'facet-injection',
          targets: [{ kind: 'facet-joint', name: 'L4-L5', side: 'right' }],
          agents: [{ drug: 'Kenalog', milligrams: 40 }],
          attributes: { 'facet-technique': 'intra-articular' },
        },
      ],
      diagnoses: ['M47.816'],
      facts: { 'pain.duration-weeks': 14 },
    });
    expect(
      found.procedures.map((one) => [inWords(one), one.targets[0]?.region, one.agents[0]?.drug, one.agents[0]?.role]),
    ).toEqual([['facet-injection L4-L5 right; unsaid', 'lumbar', 'triamcinolone-acetonide', 'steroid']]);
    expect(found.procedures[0]?.evidence[0]).toEqual({ source: 'form', at: 'procedures[0]', quote: 'facet-injection' });
    expect(found.facts.get('pain.duration-weeks')).toEqual({
      name: 'pain.duration-weeks',
      value: 14,
      evidence: [{ source: 'form', at: 'facts.pain.duration-weeks', quote: '14' }],
    });
    expect(found.diagnoses).toEqual([
      { code: 'M47.816', words: '', evidence: [{ source: 'form', at: 'diagnoses[0]', quote: 'M47.816' }] },
    ]);
  });

  it('prefers the form where the note tells the same family otherwise, and says so', () => {
    const found = gather({
      documents: documents(NOTE),
      procedures: [
        {
          family: 'epidural',
          kind: 'epidural-transforaminal',
          targets: [{ kind: 'nerve-root', name: 'L5', side: 'left' }],
        },
      ],
    });
    expect(found.procedures.map((one) => one.targets[0]?.name)).toEqual(['L5']);
    expect(found.findings.map((one) => one.id)).toEqual(['note/form-differs']);
  });

  it('joins form and note when they tell the same', () => {
    const found = gather({
      documents: documents(NOTE),
      procedures: [
        {
          family: 'epidural',
          kind: 'epidural-transforaminal',
          targets: [{ kind: 'interspace', name: 'L4-L5', side: 'left' }],
        },
      ],
    });
    expect(found.procedures).toHaveLength(1);
    expect(found.procedures[0]?.evidence.map((one) => one.source)).toEqual(['form', 'note', 'note']);
    expect(found.findings).toEqual([]);
  });

  it.each([
    ['DOB: 01/02/1960\nDate of procedure: February 18, 2026', '2026-02-18'],
    ['DOS 3/23/26 pt: Mock', '2026-03-23'],
    ['Procedure note, 04/14/2026.', '2026-04-14'],
    ['Date: 2026-03-10\nDate of birth: 1950-01-01', '2026-03-10'],
    ['MRI dated 01/19/2026 shows a disc.', undefined],
    ['Date of birth: 01/02/1960', undefined],
  ])('%j states the date %s', (text, expected) =>
    expect(gather({ documents: documents(text) }).dateOfService).toBe(expected),
  );

  it.each(['', '\u0000\u0001\uFFFD', 'Inyección epidural L4-L5 realizada.', '{"a":1}', 'x'.repeat(5000)])(
    'finds nothing in %j',
    (text) => {
      expect(gather({ documents: documents(text.slice(0, 6000)) }).procedures).toEqual([]);
    },
  );
});
