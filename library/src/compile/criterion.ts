import type { LawIssueCode } from '../issues.ts';
import { z } from 'zod';
import { HOLES, holesOf } from '@interspace/core/coverage/finding-of';
import { paramsOf } from '@interspace/core/coverage/in-force';
import { date } from '@interspace/core/model/date';
import { parseDuration } from '@interspace/core/model/duration';
import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Clause } from '@interspace/core/model/law/clause';
import type { Criterion, DatedValue, ParamValue, PerDocumentDate } from '@interspace/core/model/law/criterion';
import type { PolicyDocument } from '@interspace/core/model/law/policy';
import type { Issue } from '@interspace/core/model/result';
import { readShape } from '../yaml/read-shape.ts';
import type { Path, SourceFile } from '../yaml/source-file.ts';
import { CitationEntry, DateWord } from '../yaml/words.ts';
import { compileCitations, dangling, defined } from './citations.ts';
import { compileClause } from './clause.ts';
import { declarationOf, type ClauseContext } from './clause-context.ts';
import { checkOverlap } from './periods.ts';
import { compileReferences, ReferenceEntry } from './references.ts';
import type { Source } from './sources.ts';

const Sure = z.enum(['high', 'medium', 'low']);
const Standing = z.enum(['settled', 'provisional', 'contested']);
const CriterionFile = z
  .object({
    criterion: z.string(),
    title: z.string().min(3),
    status: z.enum(['draft', 'reviewed']),
    confidence: Sure,
    standing: Standing.default('settled'),
    silence: z.literal('tolerated').optional(),
    documents: z.array(z.string()).min(1).optional(),
    effective: z.record(z.string(), DateWord).optional(),
    ends: z.record(z.string(), DateWord).optional(),
    satisfies: z.array(z.string()).default([]),
    order: z.number().default(100),
    when: z.unknown().optional(),
    unless: z.unknown().optional(),
    require: z.unknown(),
    params: z
      .record(
        z.string(),
        z
          .array(
            z
              .object({
                value: z.union([z.number(), z.string()]),
                from: DateWord.optional(),
                documents: z.array(z.string()).min(1).optional(),
                cite: z.string(),
                confidence: Sure.optional(),
                standing: Standing.optional(),
              })
              .strict(),
          )
          .min(1),
      )
      .default({}),
    citations: z.record(z.string(), CitationEntry),
    references: z.array(ReferenceEntry).min(1).optional(),
    finding: z
      .object({
        severity: z.enum(['block', 'warn', 'note']),
        what: z.string(),
        why: z.string(),
        do: z.string(),
        cite: z.string().optional(),
      })
      .strict(),
  })
  .strict();

/** Where a value without `from` begins. */
const BEGINNING = date('0001-01-01');

export interface CriterionContext {
  readonly issues: Issue[];
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly sets: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: readonly PolicyDocument[];
}

/** One criterion file; every reference in it must exist. */
export function compileCriterion(file: SourceFile, context: CriterionContext): Criterion | undefined {
  const read = readShape(CriterionFile, file);
  context.issues.push(...read.issues);
  if (!read.ok) return undefined;
  const raw = read.value;
  const ids = new Set(context.documents.map((document) => document.id));
  const say = (code: LawIssueCode, message: string, path: Path, hint?: string) =>
    context.issues.push({ code, message, at: file.at(path), ...(hint !== undefined && { hint }) });
  const checkDocuments = (names: readonly string[] | undefined, path: Path) => {
    for (const name of names ?? [])
      if (!ids.has(name)) context.issues.push(dangling('document', name, ids, file.at(path)));
  };
  const expected = file.path.replace(/^policies\//, '').replace(/\.ya?ml$/, '');
  if (raw.criterion !== expected)
    say('library/misplaced', `The criterion is called "${raw.criterion}" but its file says "${expected}".`, [
      'criterion',
    ]);
  checkDocuments(raw.documents, ['documents']);
  const citations = compileCitations(raw.citations, file, context.sources, context.issues);
  if (Object.keys(citations).length === 0)
    say('library/value-without-citation', 'A criterion needs a citation.', ['citations']);
  const checkCite = (name: string | undefined, path: Path) => {
    if (name !== undefined && !(name in citations))
      context.issues.push(dangling('citation', name, Object.keys(citations), file.at(path)));
  };
  checkCite(raw.finding.cite, ['finding', 'cite']);
  const params: Record<string, DatedValue[]> = {};
  for (const [name, values] of Object.entries(raw.params)) {
    params[name] = values.map(({ value, ...rest }, index) => {
      checkCite(rest.cite, ['params', name, index]);
      checkDocuments(rest.documents, ['params', name, index]);
      return { ...defined(rest), value: paramValue(value) };
    });
    const entries = values.flatMap((value, index) =>
      (value.documents ?? ['every document']).map((document) => ({
        key: `${name} for ${document}`,
        // A value holds until the next one: only two that begin on the same day contradict each other.
        period: { from: value.from ?? BEGINNING, through: value.from ?? BEGINNING },
        at: file.at(['params', name, index]),
      })),
    );
    checkOverlap(entries, 'The param', context.issues);
  }
  const clauses: ClauseContext = {
    file,
    issues: context.issues,
    facts: context.facts,
    sets: context.sets,
    params: new Map(Object.entries(params).map(([name, values]) => [name, values[0]?.value as ParamValue])),
  };
  const clause = (key: 'when' | 'unless' | 'require'): Clause | undefined =>
    raw[key] === undefined ? undefined : compileClause(raw[key], [key], key, clauses);
  const require = clause('require');
  const [when, unless] = [clause('when'), clause('unless')];
  if (raw.require === undefined) say('library/shape', 'A criterion needs "require".', []);
  if (!require) return undefined;
  const effective = perDocument(raw.effective, ids, ['effective'], context.issues, file);
  const ends = perDocument(raw.ends, ids, ['ends'], context.issues, file);
  for (const id of ids) {
    const [from, through] = [effective?.documents[id] ?? effective?.default, ends?.documents[id] ?? ends?.default];
    if (from && through && from > through)
      say('library/reversed-period', `For ${id} the criterion ends before it begins.`, ['ends']);
  }
  const references = compileReferences(raw.references, file, ['references'], context.sources, context.issues);
  const { documents, title, status, confidence, standing, silence, satisfies, order } = raw;
  const criterion: Criterion = {
    id: raw.criterion,
    title,
    status,
    confidence,
    standing,
    satisfies,
    order,
    require,
    params,
    citations,
    finding: defined(raw.finding),
    file: file.path,
    ...defined({ documents, effective, ends, when, unless, silence, references }),
  };
  const used = paramsOf(criterion);
  const texts = [raw.finding.what, raw.finding.why, raw.finding.do];
  for (const name of Object.keys(params)) {
    if (used.includes(name) || texts.some((text) => text.includes(`{${name}}`))) continue;
    say('library/unused-param', `The param "${name}" is used by no clause.`, ['params', name], 'Use it or remove it.');
  }
  checkHoles(raw.finding, params, context, file);
  return criterion;
}

/** A length of time, else the value as it stands. */
function paramValue(value: number | string): ParamValue {
  return typeof value === 'string' ? (parseDuration(value) ?? value) : value;
}

function perDocument(
  dates: Readonly<Record<string, string>> | undefined,
  ids: ReadonlySet<string>,
  path: Path,
  issues: Issue[],
  file: SourceFile,
): PerDocumentDate | undefined {
  if (!dates) return undefined;
  const { default: fallback, ...documents } = dates;
  for (const id of Object.keys(documents))
    if (!ids.has(id)) issues.push(dangling('document', id, ids, file.at([...path, id])));
  return { documents, ...(fallback !== undefined && { default: fallback }) } as PerDocumentDate;
}

function checkHoles(
  finding: z.infer<typeof CriterionFile>['finding'],
  params: object,
  context: CriterionContext,
  file: SourceFile,
): void {
  for (const key of ['what', 'why', 'do'] as const) {
    for (const hole of holesOf(finding[key])) {
      const fact = hole.startsWith('fact:') ? hole.slice(5) : undefined;
      if (fact !== undefined && declarationOf(context.facts, fact)) continue;
      if (HOLES.includes(hole) || hole in params) continue;
      context.issues.push(dangling('hole', hole, [...HOLES, ...Object.keys(params)], file.at(['finding', key])));
    }
  }
}
