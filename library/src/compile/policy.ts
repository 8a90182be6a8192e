import type { LawIssueCode } from '../issues.ts';
import { z } from 'zod';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { JurisdictionLaw } from '@interspace/core/model/law/jurisdiction';
import type { Policy, PolicyDocument } from '@interspace/core/model/law/policy';
import type { RoleRule } from '@interspace/core/model/law/session-rule';
import type { Path, SourceFile } from '../yaml/source-file.ts';
import { readShape } from '../yaml/read-shape.ts';
import { CitationEntry, DateWord } from '../yaml/words.ts';
import { compileCitations, dangling, defined } from './citations.ts';
import { compileClause } from './clause.ts';
import { compileCriterion, type CriterionContext } from './criterion.ts';
import { checkOverlap, checkPeriod } from './periods.ts';
import { compileReferences, ReferenceEntry } from './references.ts';

const Sure = z.enum(['high', 'medium', 'low']);
const Standing = z.enum(['settled', 'provisional', 'contested']);
const PolicyFile = z
  .object({
    policy: z.string(),
    title: z.string(),
    payers: z.array(z.string()).min(1),
    about: z.literal('record').optional(),
    'applies-to': z
      .object({
        codes: z.string().optional(),
        families: z.array(z.string()).default([]),
        kinds: z.array(z.string()).default([]),
        unless: z.unknown().optional(),
      })
      .strict()
      .default({ families: [], kinds: [] }),
    session: z
      .object({
        families: z.array(z.string()).min(1),
        'region-groups': z
          .record(z.string(), z.array(z.enum(['cervical', 'thoracic', 'lumbar', 'sacral'])))
          .default({}),
        'window-start': z
          .object({
            value: z.enum(['inclusive', 'exclusive', 'first-month']),
            cite: z.string(),
            standing: Standing.default('settled'),
          })
          .strict(),
        roles: z
          .array(
            z
              .object({
                role: z.enum(['diagnostic', 'therapeutic', 'ablation']),
                kinds: z.array(z.string()).optional(),
                modifier: z.string().optional(),
                intent: z.enum(['diagnostic', 'therapeutic']).optional(),
                silent: z.literal('skip').optional(),
              })
              .strict(),
          )
          .default([]),
      })
      .strict()
      .optional(),
    citations: z.record(z.string(), CitationEntry).default({}),
    references: z.array(ReferenceEntry).min(1).optional(),
    documents: z
      .array(
        z
          .object({
            id: z.string(),
            article: z.string().optional(),
            issuer: z.string(),
            // None: a proposed text that no contractor has adopted; naming a jurisdiction switches it on there.
            jurisdictions: z.union([z.literal('all'), z.array(z.string())]),
            from: DateWord,
            through: DateWord.optional(),
            title: z.string().optional(),
            url: z.string().optional(),
            confidence: Sure.optional(),
            standing: Standing.optional(),
          })
          .strict(),
      )
      .min(1),
  })
  .strict();

/** A policy about the record counts nothing. */
const NO_SESSION: NonNullable<z.infer<typeof PolicyFile>['session']> = {
  families: [],
  'region-groups': {},
  'window-start': { value: 'inclusive', cite: '', standing: 'settled' },
  roles: [],
};

export interface PolicyContext extends Omit<CriterionContext, 'documents'> {
  readonly jurisdictions: JurisdictionLaw;
}

/** A topic folder: its policy file and the criteria beside it. */
export function compilePolicy(
  file: SourceFile,
  criteria: readonly SourceFile[],
  context: PolicyContext,
): Policy | undefined {
  const read = readShape(PolicyFile, file);
  context.issues.push(...read.issues);
  if (!read.ok) return undefined;
  const raw = read.value;
  const { issues } = context;
  const say = (code: LawIssueCode, message: string, path: Path, hint?: string) =>
    issues.push({ code, message, at: file.at(path), ...(hint !== undefined && { hint }) });
  const expected = file.path.replace(/^policies\//, '').replace(/\/policy\.ya?ml$/, '');
  if (raw.policy !== expected)
    say('library/misplaced', `The policy is called "${raw.policy}" but lies in "${expected}".`, ['policy']);
  const citations = compileCitations(raw.citations, file, context.sources, issues);
  if (raw.session === undefined && raw.about === undefined)
    say('library/shape', 'A policy about a service says what it counts as one session.', ['session']);
  const session = raw.session ?? NO_SESSION;
  const start = session['window-start'];
  if (raw.session !== undefined && !(start.cite in citations))
    issues.push(dangling('citation', start.cite, Object.keys(citations), file.at(['session', 'window-start'])));
  const { codes, families, kinds, unless: exception } = raw['applies-to'];
  if (codes !== undefined && !context.sets.has(codes))
    issues.push(dangling('code-set', codes, context.sets, file.at(['applies-to', 'codes'])));
  if (raw.about === undefined && codes === undefined && families.length + kinds.length === 0)
    say('library/shape', '"applies-to" names nothing.', ['applies-to']);
  const payers = context.jurisdictions.payers.map((payer) => payer.id);
  for (const payer of raw.payers)
    if (!payers.includes(payer)) issues.push(dangling('payer', payer, payers, file.at(['payers'])));
  const documents = compileDocuments(raw.documents, file, context);
  const clauses = { file, issues, facts: context.facts, sets: context.sets, params: new Map() };
  const unless =
    exception === undefined
      ? undefined
      : compileClause(exception, ['applies-to', 'unless'], 'applies-to.unless', clauses);
  const compiled = criteria
    .map((source) => compileCriterion(source, { ...context, documents }))
    .filter((entry): entry is Criterion => !!entry);
  return {
    id: raw.policy,
    title: raw.title,
    payers: raw.payers,
    ...defined({ about: raw.about }),
    appliesTo: { families, kinds, ...defined({ codes, unless }) },
    session: {
      families: session.families,
      regionGroups: session['region-groups'],
      windowStart: start.value,
      windowStanding: start.standing,
      roles: session.roles.map((rule): RoleRule => defined(rule)),
    },
    documents,
    citations,
    criteria: compiled.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    ...defined({ references: compileReferences(raw.references, file, ['references'], context.sources, issues) }),
    file: file.path,
  };
}

function compileDocuments(
  raw: z.infer<typeof PolicyFile>['documents'],
  file: SourceFile,
  context: PolicyContext,
): PolicyDocument[] {
  const { jurisdictions: known } = context.jurisdictions;
  const places: { key: string; period: PolicyDocument; at: string }[] = [];
  const documents = raw.map((entry, index): PolicyDocument => {
    const document: PolicyDocument = defined(entry);
    const at = file.at(['documents', index]);
    checkPeriod(document, at, context.issues);
    for (const name of entry.jurisdictions === 'all' ? [] : entry.jurisdictions) {
      const contractor = known[name];
      if (contractor === undefined) context.issues.push(dangling('jurisdiction', name, Object.keys(known), at));
      else if (contractor !== entry.issuer) {
        const message = `${name} belongs to ${contractor}, not to ${entry.issuer}.`;
        context.issues.push({ code: 'library/wrong-issuer', message, at });
      }
      places.push({ key: name, period: document, at });
    }
    return document;
  });
  checkOverlap(places, 'The jurisdiction', context.issues);
  return documents;
}
