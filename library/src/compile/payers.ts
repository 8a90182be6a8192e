import { z } from 'zod';
import type { JurisdictionLaw, PayerLine, StateAssignment } from '@interspace/core/model/law/jurisdiction';
import type { LawCitation } from '@interspace/core/model/law/criterion';
import type { Issue } from '@interspace/core/model/result';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { CitationEntry, DateWord } from '../yaml/words.ts';
import { compileCitations, dangling, defined } from './citations.ts';
import { checkOverlap, checkPeriod } from './periods.ts';
import type { Source } from './sources.ts';

const PayerFile = z
  .object({
    payer: z.string(),
    title: z.string(),
    kind: z.string().optional(),
    note: z.string().optional(),
    assumed: z.boolean().optional(),
    follows: z.string().optional(),
    contractors: z.record(z.string(), z.string()).default({}),
    jurisdictions: z
      .array(
        z
          .object({
            jurisdiction: z.string(),
            contractor: z.string(),
            states: z.array(z.string().length(2)).min(1),
            from: DateWord.optional(),
            through: DateWord.optional(),
            note: z.string().optional(),
            cite: z.string(),
          })
          .strict(),
      )
      .default([]),
    citations: z.record(z.string(), CitationEntry).default({}),
  })
  .strict();

/** Payers, contractors and the jurisdiction of every state by date. */
export function compilePayers(
  files: readonly SourceFile[],
  sources: ReadonlyMap<string, Source>,
  issues: Issue[],
): JurisdictionLaw {
  const payers: PayerLine[] = [];
  const contractors: Record<string, string> = {};
  const jurisdictions: Record<string, string> = {};
  const citations: Record<string, LawCitation> = {};
  const states: StateAssignment[] = [];
  const places: { key: string; period: StateAssignment; at: string }[] = [];
  const follows: { name: string; at: string }[] = [];
  for (const file of files) {
    const read = readShape(PayerFile, file);
    issues.push(...read.issues);
    if (!read.ok) continue;
    const { payer: id, title, assumed, follows: followed, ...entry } = read.value;
    payers.push(defined({ id, title, assumed, follows: followed }));
    if (followed !== undefined) follows.push({ name: followed, at: file.at(['follows']) });
    const own = compileCitations(entry.citations, file, sources, issues);
    Object.assign(contractors, entry.contractors);
    for (const [key, citation] of Object.entries(own)) citations[`${id}/${key}`] = citation;
    for (const [index, row] of entry.jurisdictions.entries()) {
      const at = file.at(['jurisdictions', index]);
      checkPeriod(row, at, issues);
      if (!(row.cite in own)) issues.push(dangling('citation', row.cite, Object.keys(own), at));
      const known = jurisdictions[row.jurisdiction];
      if (known !== undefined && known !== row.contractor) {
        issues.push({
          code: 'library/declared-twice',
          message: `Jurisdiction ${row.jurisdiction} has two contractors.`,
          at,
        });
      }
      jurisdictions[row.jurisdiction] = row.contractor;
      contractors[row.contractor] ??= row.contractor;
      for (const state of row.states) {
        const period = defined({ from: row.from, through: row.through });
        const assignment = { state, jurisdiction: row.jurisdiction, ...period, cite: `${id}/${row.cite}` };
        states.push(assignment);
        places.push({ key: state, period: assignment, at });
      }
    }
  }
  checkOverlap(places, 'The state', issues);
  const ids = payers.map((payer) => payer.id);
  for (const { name, at } of follows) if (!ids.includes(name)) issues.push(dangling('payer', name, ids, at));
  return { payers, contractors, jurisdictions, states, citations };
}
