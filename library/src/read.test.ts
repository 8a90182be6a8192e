import { describe, expect, it } from 'vitest';
import { broken, right } from './invented-library.fixture.ts';
import { compileLibrary } from './read.ts';

const POLICY = 'policies/payer/topic/policy.yaml';
const DURATION = 'policies/payer/topic/duration.yaml';

describe('a library that is right', () => {
  const { library, issues } = compileLibrary(right());

  it('has no issue', () => {
    expect(issues).toEqual([]);
  });

  it('takes link and reading date of a citation from its source', () => {
    const citation = library.policies.policies[0]?.criteria[0]?.citations['text'];
    expect(citation).toMatchObject({ url: 'https://example.org/digest', read: '2026-01-02' });
  });

  it('has a revision that changes with the law and not with the order of keys', () => {
    expect(compileLibrary(right().reverse()).library.revision).toBe(library.revision);
    expect(compileLibrary(broken(DURATION, '4 weeks', '5 weeks')).library.revision).not.toBe(library.revision);
    const reordered = broken(DURATION, 'severity: block\n  what', 'severity: block\n  do: Check the chart.\n  what');
    const sorted = reordered.map((file) =>
      file.path === DURATION ? { ...file, text: file.text.replace(/\n {2}do: Check the chart\.\n$/, '\n') } : file,
    );
    expect(compileLibrary(sorted).library.revision).toBe(library.revision);
  });
});

describe('every mistake is an Issue at its line', () => {
  it.each([
    ['a misspelt key', DURATION, 'severity:', 'severty:', 'library/unknown-key', 15, 'Did you mean "severity"?'],
    [
      'a misspelt key in a nested place',
      POLICY,
      'families:',
      'familes:',
      'library/unknown-key',
      7,
      'Did you mean "families"?',
    ],
    ['a key given twice', DURATION, 'title:', 'title: x\ntitle:', 'library/duplicate-key', 4, 'Remove one of the two.'],
    [
      'broken YAML',
      DURATION,
      '{ fact: pain.weeks,',
      '{ fact: pain.weeks',
      'library/yaml-syntax',
      8,
      'Check indentation',
    ],
    [
      'a fact that nobody declared',
      DURATION,
      'fact: pain.weeks,',
      'fact: pain.week,',
      'library/dangling-fact',
      8,
      'Did you mean "pain.weeks"?',
    ],
    [
      'a word outside the closed list',
      DURATION,
      '{ fact: pain.weeks, at-least: { param: least } }',
      '{ fact: procedure.region-group, is: lowr }',
      'library/unknown-word',
      8,
      'Did you mean "lower"?',
    ],
    [
      'a value of the wrong type',
      DURATION,
      '{ fact: pain.weeks, at-least: { param: least } }',
      '{ fact: care.failed, is: yes-it-did }',
      'library/clause',
      8,
      undefined,
    ],
    [
      '"is" on a list',
      DURATION,
      '{ fact: pain.weeks, at-least: { param: least } }',
      '{ fact: line.diagnoses, is: X }',
      'library/clause',
      8,
      'Use includes.',
    ],
    [
      'a code set that does not exist',
      DURATION,
      'in-code-set: good',
      'in-code-set: goood',
      'library/dangling-code-set',
      7,
      'Did you mean "good"?',
    ],
    [
      'a param that does not exist',
      DURATION,
      'param: least',
      'param: last',
      'library/dangling-param',
      8,
      'Did you mean "least"?',
    ],
    [
      'a param that nothing uses',
      DURATION,
      '  least:\n',
      '  spare:\n    - { value: 2, cite: text }\n  least:\n',
      'library/unused-param',
      11,
      'Use it or remove it.',
    ],
    [
      'a number in a clause without date and citation',
      DURATION,
      'at-least: { param: least }',
      'at-least: 4',
      'library/value-without-citation',
      8,
      'Make it a param: { param: name }.',
    ],
    [
      'a value without citation',
      DURATION,
      'cite: text',
      'cite: txt',
      'library/dangling-citation',
      11,
      'Did you mean "text"?',
    ],
    ['a value that names no citation at all', DURATION, ', cite: text', '', 'library/shape', 11, undefined],
    [
      'a source that does not exist',
      DURATION,
      'source: digest',
      'source: digst',
      'library/dangling-source',
      13,
      'Did you mean "digest"?',
    ],
    [
      'an operator that does not exist',
      DURATION,
      'at-least:',
      'at-lest:',
      'library/unknown-operator',
      8,
      'Did you mean "at-least"?',
    ],
    [
      'two operators in one clause',
      DURATION,
      'at-least: { param: least }',
      'at-least: { param: least }, documented: true',
      'library/clause',
      8,
      'Put them side by side in all-of.',
    ],
    ['an unknown hole', DURATION, '{least} are', '{lest} are', 'library/dangling-hole', 16, 'Did you mean "least"?'],
    [
      'a document that does not exist',
      DURATION,
      'satisfies:',
      'documents: [DOC-B]\nsatisfies:',
      'library/dangling-document',
      6,
      'Did you mean "DOC-A"?',
    ],
    [
      'a criterion that ends before it begins',
      DURATION,
      'satisfies:',
      'effective: { default: 2022-01-01 }\nends: { default: 2021-01-01 }\nsatisfies:',
      'library/reversed-period',
      7,
      undefined,
    ],
    [
      'a value given twice for the same day',
      DURATION,
      '- { value: 4 weeks, cite: text }',
      '- { value: 4 weeks, cite: text }\n    - { value: 5 weeks, cite: text }',
      'library/overlapping-period',
      12,
      undefined,
    ],
    [
      'a criterion that is named otherwise than its file',
      DURATION,
      'payer/topic/duration',
      'payer/topic/length',
      'library/misplaced',
      2,
      undefined,
    ],
    ['a date that is not on the calendar', POLICY, '2021-01-01', '2021-02-30', 'library/shape', 14, undefined],
    [
      'a reversed period',
      POLICY,
      'from: 2021-01-01',
      'from: 2021-01-01, through: 2020-01-01',
      'library/reversed-period',
      14,
      undefined,
    ],
    [
      'two documents in one jurisdiction',
      POLICY,
      /(\n {2}- \{ id: DOC-A[^\n]*)/,
      '$1$1',
      'library/overlapping-period',
      15,
      undefined,
    ],
    [
      'a document of another contractor',
      POLICY,
      'issuer: alpha',
      'issuer: beta',
      'library/wrong-issuer',
      14,
      undefined,
    ],
    [
      'a jurisdiction that does not exist',
      POLICY,
      'jurisdictions: [J-A]',
      'jurisdictions: [J-B]',
      'library/dangling-jurisdiction',
      14,
      'Did you mean "J-A"?',
    ],
    ['a state given twice', 'payers/payer.yaml', '[AA, BB]', '[AA, AA]', 'library/overlapping-period', 6, undefined],
    ['a code listed twice', 'codes/sets/good.yaml', '[M1.1]', '[M1.1, M1.1]', 'library/declared-twice', 7, undefined],
    [
      'a question without anyone to ask',
      'facts/pain.yaml',
      '\n    asked: clinician',
      '',
      'library/shape',
      3,
      undefined,
    ],
  ])('%s', (_, path, from, to, code, line, hint) => {
    const { issues } = compileLibrary(broken(path, from, to));
    const found = issues.find((issue) => issue.code === code);
    expect(issues.map((issue) => `${issue.code} ${issue.at}`)).toContain(`${code} ${path}:${line}`);
    if (hint !== undefined) expect(found?.hint).toContain(hint);
  });
});
