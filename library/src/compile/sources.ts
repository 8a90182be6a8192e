import { z } from 'zod';
import type { Issue } from '@interspace/core/model/result';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { DateWord } from '../yaml/words.ts';

const Source = z
  .object({
    title: z.string(),
    url: z.string().optional(),
    read: DateWord.optional(),
    note: z.string().optional(),
    kind: z.string().optional(),
  })
  .strict();
export type Source = z.infer<typeof Source>;
const SourceFileShape = z.object({ sources: z.record(z.string(), Source) }).strict();

/** What was read, by key. */
export function compileSources(files: readonly SourceFile[], issues: Issue[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const file of files) {
    const read = readShape(SourceFileShape, file);
    issues.push(...read.issues);
    if (!read.ok) continue;
    for (const [key, source] of Object.entries(read.value.sources)) {
      if (sources.has(key)) {
        issues.push({
          code: 'library/declared-twice',
          message: `The source "${key}" is declared twice.`,
          at: file.at(['sources', key]),
        });
      }
      sources.set(key, source);
    }
  }
  return sources;
}
