import { z } from 'zod';
import { DateSchema } from '@interspace/core/model/schema-date';

/** A code as people write it: quoted or bare. A bare number keeps its leading zeros. */
export const CodeWord = z
  .union([z.string().min(1), z.number()])
  .transform((code) => (typeof code === 'number' ? String(code).padStart(5, '0') : code));

/** A date, or a bare year that someone forgot to complete (refused with a message). */
export const DateWord = DateSchema;

/** One citation as a law file writes it; `source` is a key of library/sources. */
export const CitationEntry = z
  .object({
    document: z.union([z.string(), z.number()]).transform(String),
    section: z.union([z.string(), z.number()]).transform(String).optional(),
    gist: z.string().min(3),
    source: z.union([z.string(), z.array(z.string())]).optional(),
    url: z.string().optional(),
    read: DateWord.optional(),
    confidence: z.enum(['high', 'medium', 'low']).optional(),
    standing: z.enum(['settled', 'provisional', 'contested']).optional(),
  })
  .strict();
export type CitationEntry = z.infer<typeof CitationEntry>;

export const Citations = z.record(z.string(), CitationEntry);
