import { z } from 'zod';
import type {
  JurisdictionLaw,
  PayerFiling,
  PayerLine,
  StateAssignment,
  StatePart,
} from '@interspace/core/model/law/jurisdiction';
import type { LawCitation } from '@interspace/core/model/law/criterion';
import type { PayerOverlay } from '@interspace/core/model/law/overlay';
import type { Issue } from '@interspace/core/model/result';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { CitationEntry, DateWord } from '../yaml/words.ts';
import { compileCitations, dangling, defined } from './citations.ts';
import { compileOverlays, Overlay, type KnownNames } from './overlays.ts';
import { checkOverlap, checkPeriod } from './periods.ts';
import type { Source } from './sources.ts';

/** Contract numbers have five digits and may begin with 0: always quoted, or YAML makes another number of them. */
const ContractNumber = z.string().regex(/^\d{5}$/, 'five digits in quotes');
const PayerFile = z
  .object({
    payer: z.string(),
    title: z.string(),
    kind: z
      .enum(['original-medicare', 'medicare-advantage', 'commercial', 'medicaid', 'exchange', 'vendor'])
      .optional(),
    'known-as': z.array(z.string().regex(/^[a-z0-9-]+$/, 'lower case, joined by hyphens')).optional(),
    note: z.string().optional(),
    filings: z
      .array(
        z
          .object({
            indicator: z.string().regex(/^[A-Z0-9]{2}$/, 'two signs, in quotes where they are digits'),
            from: DateWord.optional(),
            through: DateWord.optional(),
            cite: z.string(),
          })
          .strict(),
      )
      .min(1)
      .optional(),
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
            contracts: z.record(z.string().length(2), z.array(ContractNumber).min(1)).default({}),
            from: DateWord.optional(),
            through: DateWord.optional(),
            note: z.string().optional(),
            cite: z.string(),
          })
          .strict(),
      )
      .default([]),
    parts: z
      .array(
        z
          .object({
            state: z.string().length(2),
            jurisdiction: z.string(),
            contracts: z.array(ContractNumber).default([]),
            where: z.string(),
            fact: z.string(),
            zips: z.array(z.string().regex(/^\d{5}$/, 'five digits in quotes')).default([]),
            from: DateWord.optional(),
            through: DateWord.optional(),
            cite: z.string(),
          })
          .strict(),
      )
      .default([]),
    overlays: z.array(Overlay).default([]),
    citations: z.record(z.string(), CitationEntry).default({}),
  })
  .strict();

/** Payers, contractors and the jurisdiction of every state by date. */
export function compilePayers(
  files: readonly SourceFile[],
  sources: ReadonlyMap<string, Source>,
  issues: Issue[],
  names: KnownNames,
): JurisdictionLaw {
  const payers: PayerLine[] = [];
  const contractors: Record<string, string> = {};
  const jurisdictions: Record<string, string> = {};
  const citations: Record<string, LawCitation> = {};
  const states: StateAssignment[] = [];
  const parts: StatePart[] = [];
  const overlays: PayerOverlay[] = [];
  const places: { key: string; period: StateAssignment; at: string }[] = [];
  const filed: { key: string; period: PayerFiling; at: string }[] = [];
  const follows: { name: string; at: string }[] = [];
  for (const file of files) {
    const read = readShape(PayerFile, file);
    issues.push(...read.issues);
    if (!read.ok) continue;
    const { payer: id, title, kind, assumed, follows: followed, 'known-as': knownAs, ...entry } = read.value;
    const own = compileCitations(entry.citations, file, sources, issues);
    const filings = entry.filings?.map((filing) => defined({ ...filing, cite: `${id}/${filing.cite}` }));
    payers.push(defined({ id, title, kind, knownAs, filings, assumed, follows: followed }));
    if (followed !== undefined) follows.push({ name: followed, at: file.at(['follows']) });
    for (const [index, { cite, ...filing }] of (entry.filings ?? []).entries()) {
      const at = file.at(['filings', index]);
      checkPeriod(filing, at, issues);
      filed.push({ key: filing.indicator, period: { ...defined(filing), cite }, at });
      const citation = own[cite];
      if (!citation) issues.push(dangling('citation', cite, Object.keys(own), at));
      else if (citation.confidence !== 'high' && citation.confidence !== 'medium') issues.push(unsureFiling(at));
    }
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
        const period = defined({ from: row.from, through: row.through, contracts: row.contracts[state] });
        const assignment = { state, jurisdiction: row.jurisdiction, ...period, cite: `${id}/${row.cite}` };
        states.push(assignment);
        places.push({ key: state, period: assignment, at });
      }
    }
    for (const [index, { cite, ...part }] of entry.parts.entries()) {
      const at = file.at(['parts', index]);
      checkPeriod(part, at, issues);
      if (!(cite in own)) issues.push(dangling('citation', cite, Object.keys(own), at));
      if (!(part.jurisdiction in jurisdictions))
        issues.push(dangling('jurisdiction', part.jurisdiction, Object.keys(jurisdictions), at));
      if (!names.facts.has(part.fact)) issues.push(dangling('fact', part.fact, names.facts, at));
      parts.push(defined({ ...part, cite: `${id}/${cite}` }));
    }
    overlays.push(...compileOverlays(id, entry.overlays, own, file, names, issues));
  }
  checkOverlap(places, 'The state', issues);
  checkOverlap(filed, 'The filing indicator', issues);
  const ids = payers.map((payer) => payer.id);
  for (const { name, at } of follows) if (!ids.includes(name)) issues.push(dangling('payer', name, ids, at));
  return { payers, contractors, jurisdictions, states, parts, overlays, citations };
}

/** By what a claim says of its payer all of it is judged: a guess would be judged as law. */
function unsureFiling(at: string): Issue {
  return {
    code: 'library/value-without-citation',
    message: 'The filing indicator chooses the payer of a claim, and its citation has no confidence or a low one.',
    at,
    hint: 'Cite a source that was read, with high or medium confidence, or leave the indicator out: its claims are then not evaluated.',
  };
}
