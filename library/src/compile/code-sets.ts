import { z } from 'zod';
import type { CodeSet } from '@interspace/core/model/law/code-set';
import type { Issue } from '@interspace/core/model/result';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { CitationEntry, CodeWord, DateWord } from '../yaml/words.ts';
import { compileCitations, dangling, defined } from './citations.ts';
import { checkPeriod } from './periods.ts';
import type { Source } from './sources.ts';

const CodeSetFile = z
  .object({
    set: z.string().regex(/^[a-z0-9/-]+$/),
    title: z.string(),
    system: z.enum(['icd-10-cm', 'cpt', 'hcpcs', 'cpt-hcpcs', 'study-registry']),
    confidence: z.enum(['high', 'medium', 'low']),
    standing: z.enum(['settled', 'provisional', 'contested']).default('settled'),
    codes: z
      .array(
        z
          .object({
            codes: z.array(CodeWord).min(1).optional(),
            under: z.array(CodeWord).min(1).optional(),
            from: DateWord.optional(),
            through: DateWord.optional(),
            documents: z.array(z.string()).optional(),
            cite: z.string(),
          })
          .strict(),
      )
      .min(1),
    citations: z.record(z.string(), CitationEntry),
  })
  .strict();

/** Named, dated sets of codes. A code listed twice for the same days and documents is an Issue. */
export function compileCodeSets(
  files: readonly SourceFile[],
  sources: ReadonlyMap<string, Source>,
  issues: Issue[],
): CodeSet[] {
  const sets = new Map<string, CodeSet>();
  for (const file of files) {
    const read = readShape(CodeSetFile, file);
    issues.push(...read.issues);
    if (!read.ok) continue;
    const { set: name, codes, ...entry } = read.value;
    const citations = compileCitations(entry.citations, file, sources, issues);
    if (sets.has(name)) {
      issues.push({
        code: 'library/declared-twice',
        message: `The code set "${name}" is declared twice.`,
        at: file.at(['set']),
      });
    }
    const seen = new Set<string>();
    for (const [index, member] of codes.entries()) {
      const at = file.at(['codes', index]);
      checkPeriod(member, at, issues);
      if (!(member.cite in citations)) issues.push(dangling('citation', member.cite, Object.keys(citations), at));
      if (!member.codes && !member.under) {
        issues.push({ code: 'library/shape', message: 'An entry needs codes or under.', at });
      }
      for (const code of [...(member.codes ?? []), ...(member.under ?? []).map((prefix) => `${prefix}…`)]) {
        const key = `${code} ${member.from ?? ''} ${(member.documents ?? []).join(' ')}`;
        if (seen.has(key))
          issues.push({ code: 'library/declared-twice', message: `The code ${code} is listed twice.`, at });
        seen.add(key);
      }
    }
    sets.set(name, {
      name,
      title: entry.title,
      system: entry.system === 'icd-10-cm' ? 'icd-10-cm' : 'cpt-hcpcs',
      confidence: entry.confidence,
      standing: entry.standing,
      citations,
      members: codes.map(({ codes: listed, under, ...member }) => ({
        ...defined(member),
        codes: listed ?? [],
        under: under ?? [],
      })),
      file: file.path,
    });
  }
  return [...sets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
