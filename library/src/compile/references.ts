import { z } from 'zod';
import type { Reference } from '@interspace/core/model/law/reference';
import type { Issue } from '@interspace/core/model/result';
import type { Path, SourceFile } from '../yaml/source-file.ts';
import { DateWord } from '../yaml/words.ts';
import { dangling, defined } from './citations.ts';
import type { Source } from './sources.ts';

/** One guideline, manual or checklist; title, link and reading date come from `source` unless they are given. */
export const ReferenceEntry = z
  .object({
    title: z.string().min(3).optional(),
    issuer: z.string().optional(),
    dated: z.string().optional(),
    gist: z.string().min(3),
    source: z.string().optional(),
    url: z.string().optional(),
    read: DateWord.optional(),
  })
  .strict()
  .refine(({ title, source }) => title !== undefined || source !== undefined, 'a reference needs a title or a source');

export function compileReferences(
  entries: readonly z.infer<typeof ReferenceEntry>[] | undefined,
  file: SourceFile,
  path: Path,
  sources: ReadonlyMap<string, Source>,
  issues: Issue[],
): Reference[] | undefined {
  return entries?.map(({ source: key, ...entry }, index) => {
    const source = key === undefined ? undefined : sources.get(key);
    if (key !== undefined && !source)
      issues.push(dangling('source', key, sources.keys(), file.at([...path, index, 'source'])));
    const { issuer, dated, gist } = entry;
    return defined({
      title: entry.title ?? source?.title ?? '',
      issuer,
      dated,
      gist,
      url: entry.url ?? source?.url,
      read: entry.read ?? source?.read,
    });
  });
}
