import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ReviewInput, type EngineInput } from '../../core/src/model/review-input.ts';
import type { Review, ServiceLine } from '../../core/src/model/review.ts';
import { engineInputOf } from '../../core/src/review/engine-input.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { readLibrary } from '../../library/src/read.ts';

/** A worked case: what goes in, and what a reader of the published rules expects to come out. */
interface WorkedCase {
  readonly case: string;
  readonly title: string;
  readonly uses?: readonly string[];
  readonly input: Record<string, unknown> & { readonly facts?: Record<string, unknown> };
  readonly expect: {
    /** Procedure lines in any order, `code-modifier-modifier xunits`; one unit is not written. */
    readonly lines?: readonly string[];
    /** Guidance lines beside them; an empty list = none. */
    readonly guidance?: readonly string[];
    /** Drug lines; an empty list = none. */
    readonly drugs?: readonly string[];
    /** Lines that the chart supports although the claim says otherwise; named in a finding. */
    readonly outcomes?: Readonly<Record<string, string>>;
    readonly document?: string;
    readonly findings?: readonly string[];
    /** At least one finding, or none, that must be fixed before the claim goes out. */
    readonly blocks?: boolean;
    readonly says?: readonly string[];
    readonly nextEligible?: string;
    readonly authorization?: readonly string[];
    /** Words of the answers about authorization: what to ask for, how long, where the number stands. */
    readonly authorizationSays?: readonly string[];
    /** Findings that must not be told. */
    readonly silent?: readonly string[];
    readonly prompts?: readonly string[];
  };
}

const here = fileURLToPath(new URL('.', import.meta.url));
const load = (name: string) => parse(readFileSync(join(here, name), 'utf8')) as unknown;
const shared = load('shared-facts.yaml') as Record<string, Record<string, unknown>>;
const names = readdirSync(here).filter((name) => /^[abc]\d\d-.*\.yaml$/.test(name));

const read = readLibrary(fileURLToPath(new URL('../../library', import.meta.url)));
if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.at}: ${issue.message}`).join('\n'));
const library = prepareLibrary(read.value);

function inputOf(worked: WorkedCase): EngineInput {
  const facts = Object.assign({}, ...(worked.uses ?? []).map((name) => shared[name]), worked.input.facts);
  return engineInputOf(ReviewInput.parse({ ...worked.input, facts }));
}

function inWords(line: ServiceLine): string {
  const code = [line.code, ...line.modifiers.toSorted()].join('-');
  return line.units === 1 ? code : `${code} x${line.units}`;
}

const sorted = (line: string) => {
  const [code = '', units] = line.split(' ');
  const [first = '', ...modifiers] = code.split('-');
  return [[first, ...modifiers.toSorted()].join('-'), units].filter(Boolean).join(' ');
};

function outcomesOf(result: Review): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { line, outcome, because } of result.determinations) {
    const code = result.lines[line - 1]?.code;
    if (code) found[code] = outcome === 'incomplete' ? `incomplete: ${because}` : outcome;
  }
  return found;
}

describe.each(names)('%s', (name) => {
  const worked = load(name) as WorkedCase;
  const result = review(inputOf(worked), library);
  const { lines, guidance, drugs, outcomes, document, findings, blocks, nextEligible, authorization, authorizationSays, silent, prompts, says } = worked.expect;

  if (lines) it('stands on these lines', () => {
    const found = result.lines.filter((line) => line.kind === 'procedure').map(inWords);
    expect(found.toSorted()).toEqual(lines.map(sorted).toSorted());
  });
  if (guidance) it('has this guidance beside them', () => {
    const found = result.lines.filter((line) => line.kind === 'guidance').map(inWords);
    expect(found.toSorted()).toEqual(guidance.map(sorted).toSorted());
  });
  if (drugs) it('has these drug lines', () => {
    const found = result.lines.filter((line) => line.kind === 'drug').map(inWords);
    expect(found.toSorted()).toEqual(drugs.map(sorted).toSorted());
  });
  if (outcomes) it('comes to this outcome for each line', () => {
    const found = outcomesOf(result);
    for (const [code, outcome] of Object.entries(outcomes)) {
      if (outcome === 'incomplete') expect(found[code]).toMatch(/^incomplete/);
      else expect(found[code]).toBe(outcome);
    }
  });
  if (document) it('is judged under this document', () => {
    expect(result.determinations.map((entry) => entry.document)).toContain(document);
  });
  if (findings) it('tells these findings', () => {
    const found = result.findings.map((finding) => finding.id);
    for (const id of findings) expect(found).toContain(id);
  });
  if (blocks !== undefined) it('has something to fix, or nothing', () => {
    expect(result.findings.some((finding) => finding.severity === 'block')).toBe(blocks);
  });
  if (says) it('says so', () => {
    const text = result.findings.flatMap((finding) => [finding.what, finding.why, finding.do]).join('\n');
    for (const words of says) expect(text).toContain(words);
  });
  if (nextEligible) it('names the next eligible date', () => {
    expect(result.determinations.map((entry) => entry.nextEligible)).toContain(nextEligible);
  });
  if (authorization) it('says what authorization asks', () => {
    const found = result.authorization.map((entry) => entry.status);
    if (authorization.length === 0) expect(found).toEqual([]);
    for (const status of authorization) expect(found).toContain(status);
  });
  if (authorizationSays) it('says how to ask', () => {
    const text = JSON.stringify(result.authorization).replaceAll('"', ' ');
    const words = result.authorization.map(({ number }) => `Valid ${number?.validDays ?? 0} days`).join('\n');
    for (const part of authorizationSays) expect(`${text}\n${words}`).toContain(part);
  });
  if (silent) it('does not tell', () => {
    const found = result.findings.map((finding) => finding.id);
    for (const id of silent) expect(found).not.toContain(id);
  });
  if (prompts) it('asks', () => {
    const found = result.prompts.map((prompt) => prompt.fact);
    for (const fact of prompts) expect(found).toContain(fact);
  });
});
