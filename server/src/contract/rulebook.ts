import { z } from 'zod';
import { Citation } from '@interspace/core/model/citation';
import { Cut, Day, Id, Moment } from './common.ts';

/** `GET /api/policies?code=&contractor=&state=&on=&search=`. */
export const PolicyQuery = Cut.extend({
  code: z.string().optional(),
  contractor: z.string().optional(),
  state: z.string().optional(),
  on: Day.optional(),
  search: z.string().optional(),
});
export const PolicyDocument = z.object({
  document: z.string(),
  article: z.string().optional(),
  contractor: z.string().optional(),
  title: z.string().optional(),
  from: z.string().optional(),
  through: z.string().optional(),
  states: z.array(z.string()),
});
export const PolicyRow = z.object({
  id: z.string().describe('Such as medicare/epidural.'),
  title: z.string(),
  payer: z.string(),
  criteria: z.int(),
  documents: z.array(PolicyDocument),
});
export type PolicyRow = z.infer<typeof PolicyRow>;
/** `GET /api/policies/<id>?on=&document=`: the criteria in force on a day, in our words. */
export const CriterionView = z.object({
  id: z.string(),
  title: z.string(),
  says: z.array(z.string()).describe('The requirement in words, a line a clause, indented by two blanks a level.'),
  severity: z.string(),
  confidence: z.string(),
  standing: z.string().optional(),
  status: z.string(),
  from: z.string().optional(),
  through: z.string().optional(),
  documents: z.array(z.string()),
  citations: z.array(Citation),
  cases: z.array(z.object({ title: z.string(), expect: z.string() })),
});
export type CriterionView = z.infer<typeof CriterionView>;
export const PolicyView = PolicyRow.extend({
  on: Day.optional(),
  codes: z.array(z.string()),
  rules: z.array(CriterionView),
  notModelled: z.array(z.object({ gist: z.string(), because: z.string() })),
});
export type PolicyView = z.infer<typeof PolicyView>;

/** `GET /api/edits?code=&search=`: checks of claims, with their reasons. */
export const EditRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  severity: z.string(),
  from: z.string().optional(),
  through: z.string().optional(),
  citation: Citation.optional(),
});

/** `GET /api/library/diff?from=&to=&policy=`: the law of two days side by side. */
export const LawChange = z.object({
  change: z.enum(['added', 'removed', 'changed']),
  kind: z.string(),
  id: z.string(),
  title: z.string().optional(),
  effective: z.array(z.string()),
  aspects: z.array(z.object({ aspect: z.string(), before: z.array(z.string()), after: z.array(z.string()) })),
});
export type LawChange = z.infer<typeof LawChange>;
export const LawDiff = z.object({ from: Day, to: Day, changes: z.array(LawChange) });

/** `GET /api/library/touched?from=&to=&change=<id>`: the practice's own encounters and claims that a change touches. */
export const Touched = z.object({
  encounters: z.array(
    z.object({ id: Id, date: Day, title: z.string(), patientName: z.string(), before: z.string(), after: z.string() }),
  ),
  examined: z.int(),
  claims: z
    .array(
      z.object({
        batch: Id,
        file: z.string(),
        number: z.int().describe('Of the claim in its file.'),
        id: z.string(),
        date: Day.optional(),
        codes: z.array(z.string()),
        before: z.string(),
        after: z.string(),
      }),
    )
    .describe('Claims of files that were dropped, newest file first; empty for who may not see claims.'),
  claimsExamined: z.int(),
});

/** `GET /api/library`. */
export const Edition = z.object({
  kind: z.string(),
  edition: z.string(),
  rows: z.int().optional(),
  from: z.string().optional(),
  through: z.string().optional(),
  source: z.string().optional(),
  hash: z.string().optional(),
  imported: Moment.optional(),
  shipped: z.boolean().describe('Came with the program (the pain subset), not imported.'),
});
export type Edition = z.infer<typeof Edition>;
export const LibraryView = z.object({
  revision: z.string(),
  engine: z.string(),
  policies: z.int(),
  documents: z.int(),
  criteria: z.int(),
  editions: z.array(Edition),
  stale: z.array(z.object({ what: z.string(), why: z.string(), due: z.string().optional() })),
  kinds: z.array(z.object({ kind: z.string(), about: z.string() })).describe('Tables that can be imported.'),
});
/** `POST /api/library/import?kind=&preview=true|false` (multipart, fields `file`): what would change, or what changed. */
export const ImportAnswer = z.object({
  edition: Edition.optional(),
  refused: z.array(
    z.object({ code: z.string(), message: z.string(), at: z.string().optional(), hint: z.string().optional() }),
  ),
  added: z
    .int()
    .describe('Rows about codes of this library; those of other codes are taken over and not counted here.'),
  removed: z.int(),
  changed: z.int(),
  examples: z.array(z.object({ key: z.string(), before: z.string().optional(), after: z.string().optional() })),
  touches: z.array(z.string()).describe('Codes of ours that the change concerns.'),
});
