import { z } from 'zod';
import { Citation, Confidence, Standing } from '@interspace/core/model/citation';
import { DateSchema } from '@interspace/core/model/schema-date';

/** Pieces that several kinds of library file share. Keys are kebab-case in YAML and camelCase in the model. */
export const CiteText = z
  .object({
    document: z.string(),
    section: z.string().optional(),
    gist: z.string(),
    url: z.string().optional(),
    read: z.string().optional(),
    confidence: Confidence,
    standing: Standing.optional(),
    effective: z.string().optional(),
  })
  .strict();

export const Citations = z.record(z.string(), CiteText);
/** Codes as a text, separated by blanks: long tables stay readable and quick to read. */
export const CodeWords = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .pipe(z.array(z.string().regex(/^[0-9A-Z]{5}$/, 'five letters or digits')));

export const period = { from: DateSchema.optional(), through: DateSchema.optional() };
export const BillingCode = z.string().regex(/^[0-9A-Z]{5}$/, 'five letters or digits');

/** A citation by its key in the file; an unknown key is an issue at the place where it is used. */
export function cited(
  citations: Record<string, z.output<typeof CiteText>>,
  key: string,
  context: z.RefinementCtx,
): Citation {
  const found = citations[key];
  if (found) return without(found);
  context.addIssue({ code: 'custom', message: `no citation called ${key} in this file` });
  return { document: key, gist: '', confidence: 'low' };
}

/** Drops undefined values, which the exact model types do not allow. */
export function without<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** `{ site-kind: x }` → `{ siteKind: x }`, one level deep, undefined dropped. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type that the shape was written for
export function camel<T>(value: object): T {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), item]),
  ) as T;
}
