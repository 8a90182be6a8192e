import { describe, expect, it } from 'vitest';
import { date } from '../../model/date.ts';
import type { FactValue } from '../../model/fact.ts';
import type { Procedure } from '../../model/procedure.ts';
import { readNote } from '../text/read-note.ts';
import { gatherClinicFacts } from './gather-clinic-facts.ts';

function facts(text: string, family?: string, kind = family ?? ''): Record<string, FactValue | undefined> {
  const note = readNote({ id: 'note', text, date: date('2026-04-10') });
  const done: Procedure[] = family
    ? [
        {
          id: 'p1',
          family,
          kind,
          targets: [],
          guidance: { modality: undefined, contrast: undefined, imagesSaved: undefined, evidence: [] },
          agents: [],
          attributes: {},
          evidence: [],
        },
      ]
    : [];
  return Object.fromEntries(gatherClinicFacts(note, done).map((fact) => [fact.name, fact.value]));
}

type Case = [text: string, name: string, value: FactValue | undefined];

describe('headache', () => {
  it.each<Case>([
    ['HPI: She has 18 headache days per month.', 'headache.days-per-month', 18],
    ['HPI: Headaches occur 20 days a month, 10 migraine days per month.', 'headache.days-per-month', 20],
    ['HPI: Headaches occur 20 days a month, 10 migraine days per month.', 'headache.migraine-days-per-month', 10],
    ['HPI: headache days/month: 16', 'headache.days-per-month', 16],
    ['HPI: Headaches on 25 of 30 days each month.', 'headache.days-per-month', 25],
    [
      'HPI: Before Botox she had 22 headache days a month, now down to 9 headache days a month.',
      'headache.days-per-month',
      22,
    ],
    ['HPI: Headache days reduced from 22 to 9 a month on Botox.', 'headache.days-reduced', 13],
    ['HPI: Headaches last 6 to 12 hours.', 'headache.hours-per-day', 6],
    ['HPI: Chronic migraine, each headache lasting 8 hours untreated.', 'headache.hours-per-day', 8],
    ['HPI: Migraine. She failed topiramate and propranolol.', 'headache.preventive-classes-failed', 2],
    ['HPI: Migraine. Tried topiramate and gabapentin without benefit.', 'headache.preventive-classes-failed', 1],
    ['HPI: Migraine. Takes topiramate daily.', 'headache.preventive-classes-failed', undefined],
    ['ASSESSMENT: Chronic migraine without aura, intractable.', 'headache.intractable', true],
    ['ASSESSMENT: Chronic migraine without aura, not intractable.', 'headache.intractable', false],
    ['FAMILY HISTORY: Mother has 20 headache days a month.', 'headache.days-per-month', undefined],
  ])('%s', (text, name, value) => {
    expect(facts(text)[name]).toBe(value);
  });
});

describe('acupuncture', () => {
  it.each<Case>([
    [
      'Acupuncture visit 13 of 20. Pain decreased from 7 to 4 since starting treatment.',
      'acupuncture.visit-number',
      13,
    ],
    ['Acupuncture visit 13 of 20. Pain decreased from 7 to 4 since starting treatment.', 'acupuncture.improving', true],
    ['SUBJECTIVE: No improvement after 12 acupuncture treatments.', 'acupuncture.improving', false],
    ['SUBJECTIVE: Acupuncture today. Pain is worse since the last treatment.', 'acupuncture.regressing', true],
    ['ASSESSMENT: Chronic nonspecific low back pain. Acupuncture done.', 'acupuncture.back-pain-nonspecific', true],
    ['ASSESSMENT: Failed back surgery syndrome. Acupuncture done.', 'acupuncture.back-pain-nonspecific', false],
    ['Acupuncture was done. PLAN: follow-up visit in 2 weeks.', 'acupuncture.visit-number', undefined],
    ['Acupuncture was performed by Invented Person, L.Ac.', 'acupuncture.performer', 'acupuncturist'],
    ['Acupuncture. Needles were inserted by Dr. Made Up, MD.', 'acupuncture.performer', 'physician'],
  ])('%s', (text, name, value) => {
    expect(facts(text, 'acupuncture')[name]).toBe(value);
  });
});

describe('toxin', () => {
  it.each<Case>([
    ['HPI: Last Botox was 9 weeks ago.', 'toxin.days-since-last', 63],
    ['HPI: Her last Botox injection was on 01/09/2026 with good relief.', 'toxin.days-since-last', 91],
    ['HPI: Her last Botox injection was on 01/09/2026 with good relief.', 'toxin.benefit-documented', true],
    ['HPI: Prior Botox gave no benefit.', 'toxin.benefit-documented', false],
    ['PLAN: Next Botox in 12 weeks.', 'toxin.days-since-last', undefined],
    ['Botox given. 45 units discarded at 10:20, remainder of the single-dose vial.', 'toxin.waste-documented', true],
    ['Botox given. 45 units discarded.', 'toxin.waste-documented', undefined],
    ['Botox for cervical dystonia. TWSTRS 38 before treatment.', 'toxin.scale-documented', true],
    ['Botox for migraine. MIDAS not done.', 'toxin.scale-documented', undefined],
  ])('%s', (text, name, value) => {
    expect(facts(text, 'botulinum', 'toxin-migraine')[name]).toBe(value);
  });
  it('cosmetic use is told only where nothing else was treated', () => {
    const text = 'Botox for glabellar lines and frown lines.';
    expect(facts(text, 'botulinum', 'toxin-cosmetic')['toxin.cosmetic']).toBe(true);
    expect(facts(text, 'botulinum', 'toxin-facial')['toxin.cosmetic']).toBeUndefined();
  });
});
