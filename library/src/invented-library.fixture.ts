import type { TextFile } from './files.ts';

/** A small library that is right, as texts by path; tests break one file at a time. */
export const RIGHT: Readonly<Record<string, string>> = {
  'facts/pain.yaml': `
facts:
  - name: pain.weeks
    type: number
    unit: weeks
    meaning: How long it has lasted.
    question: How long has it lasted?
    asked: clinician
  - { name: care.failed, type: boolean, meaning: Care did not help. }
  - { name: procedure.region-group, type: word, words: [upper, lower], meaning: The region group. }
  - { name: line.diagnoses, type: words, meaning: The diagnoses. }
`,
  'sources/read.yaml': `
sources:
  digest: { title: An invented digest, read: 2026-01-02, url: 'https://example.org/digest' }
`,
  'payers/payer.yaml': `
payer: payer
title: Payer
assumed: true
jurisdictions:
  - { jurisdiction: J-A, contractor: alpha, states: [AA, BB], cite: map }
citations:
  map: { document: map, gist: an invented map, confidence: medium }
`,
  'codes/sets/good.yaml': `
set: good
title: Good diagnoses
system: icd-10-cm
confidence: high
codes:
  - { codes: [M1.1], cite: list }
citations:
  list: { document: article, gist: an invented list }
`,
  'policies/payer/topic/policy.yaml': `
policy: payer/topic
title: An invented topic
payers: [payer]
applies-to: { kinds: [topic-injection] }
session:
  families: [topic]
  region-groups: { upper: [cervical, thoracic], lower: [lumbar, sacral] }
  window-start: { value: inclusive, cite: window }
  roles: [{ role: therapeutic }]
citations:
  window: { document: lcd, gist: the window }
documents:
  - { id: DOC-A, article: ART-A, issuer: alpha, jurisdictions: [J-A], from: 2021-01-01 }
`,
  'policies/payer/topic/duration.yaml': `
criterion: payer/topic/duration
title: It has lasted long enough
status: draft
confidence: high
satisfies: [R1]
unless: { fact: line.diagnoses, in-code-set: good }
require: { fact: pain.weeks, at-least: { param: least } }
params:
  least:
    - { value: 4 weeks, cite: text }
citations:
  text: { document: lcd, section: Indications, gist: At least four weeks., source: digest }
finding:
  severity: block
  what: 'It lasted {fact:pain.weeks}; {least} are needed.'
  why: The document says so.
  do: Check the chart.
`,
  'policies/payer/topic/duration.test.yaml': `
cases:
  - { name: long enough, on: 2026-01-01, facts: { pain.weeks: 4, line.diagnoses: [X] }, expect: met, boundary: true }
  - { name: too short, on: 2026-01-01, facts: { pain.weeks: 3, line.diagnoses: [X] }, expect: not-met, says: 3 weeks, severity: block }
  - { name: silent, on: 2026-01-01, facts: { line.diagnoses: [X] }, expect: unknown, missing: [pain.weeks] }
  - { name: another diagnosis, on: 2026-01-01, facts: { pain.weeks: 1, line.diagnoses: [M1.1] }, expect: not-applicable }
`,
  'policies/payer/topic/requirements.csv': `requirement,source,gist,modelled-by,not-modelled-because
R1,A,"It lasted, long enough.",payer/topic/duration,
R2,A,Something about pre-payment.,,The engine sees no payments.
`,
};

/** The right library with one text replaced. */
export function broken(path: string, from: string | RegExp, to: string): TextFile[] {
  const text = RIGHT[path];
  if (text === undefined) throw new Error(`no such file in the fixture: ${path}`);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`the fixture does not contain ${String(from)}`);
  return Object.entries({ ...RIGHT, [path]: changed }).map(([name, of]) => ({ path: name, text: of }));
}

export function right(): TextFile[] {
  return Object.entries(RIGHT).map(([path, text]) => ({ path, text }));
}
