import { z } from 'zod';

/** How sure the reference is: low never blocks. */
export const Confidence = z.enum(['high', 'medium', 'low']);
/** `provisional` and `contested` values never block; `settled` is the normal state. */
export const Standing = z.enum(['settled', 'provisional', 'contested']);

/** A Citation points into the rulebook: which document, where in it, in our own words. */
export const Citation = z
  .object({
    document: z.string().describe('Number or short name of the document, such as an LCD number.'),
    section: z.string().optional(),
    gist: z.string().describe('What it says, in our own words.'),
    url: z.string().optional(),
    read: z.string().optional().describe('The date on which the source, or the digest of it, was read.'),
    confidence: Confidence,
    standing: Standing.optional(),
    effective: z.string().optional().describe('First date of service on which it applies.'),
  })
  .strict();

export type Confidence = z.infer<typeof Confidence>;
export type Standing = z.infer<typeof Standing>;
export type Citation = z.infer<typeof Citation>;
