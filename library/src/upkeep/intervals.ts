import { z } from 'zod';
import { parseDuration, type Duration } from '@interspace/core/model/duration';
import type { Standing } from '@interspace/core/model/citation';
import type { Issue } from '@interspace/core/model/result';
import type { TextFile } from '../files.ts';
import { readShape } from '../yaml/read-shape.ts';
import { parseSource } from '../yaml/source-file.ts';

/** How long a reading stands for some files or some standings. */
export interface Interval {
  readonly name: string;
  readonly every: Duration;
  readonly because: string;
  readonly fits: (file: string | undefined, standing: Standing) => boolean;
}

const Shape = z
  .object({
    intervals: z
      .array(
        z
          .object({
            name: z.string(),
            files: z.array(z.string()).min(1).optional(),
            standing: z
              .array(z.enum(['settled', 'provisional', 'contested']))
              .min(1)
              .optional(),
            every: z.string().refine((text) => parseDuration(text) !== undefined, 'a length of time such as 3 months'),
            because: z.string(),
          })
          .strict(),
      )
      .min(1),
  })
  .strict();

/** The review intervals of library/upkeep, in their order. */
export function readIntervals(texts: readonly TextFile[], issues: Issue[]): Interval[] {
  return texts.flatMap(({ path, text }) => {
    const read = readShape(Shape, parseSource(path, text));
    issues.push(...read.issues);
    if (!read.ok) return [];
    return read.value.intervals.map(({ name, files, standing, every, because }): Interval => {
      const patterns = files?.map(patternOf);
      return {
        name,
        every: parseDuration(every) as Duration,
        because,
        fits: (file, of) =>
          (patterns === undefined || (file !== undefined && patterns.some((pattern) => pattern.test(file)))) &&
          (standing === undefined || standing.includes(of)),
      };
    });
  });
}

/** `edits/pairs-*` → everything of that name in that folder; `**` crosses folders. */
function patternOf(glob: string): RegExp {
  const body = glob
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`),
    )
    .join('');
  return new RegExp(`^${body}$`);
}
