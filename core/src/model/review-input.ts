import { z } from 'zod';
import { DateSchema } from './schema-date.ts';
import { History } from './history.ts';
import type { Claim } from './claim.ts';

/** A text of the chart. */
export const ChartDocument = z
  .object({
    id: z.string().describe('Name by which Evidence refers to it; `note` when there is only one.'),
    kind: z.enum(['procedure-note', 'clinic-note', 'unknown']).optional(),
    text: z.string(),
    date: DateSchema.optional(),
  })
  .strict();

/** What is known about the encounter from outside the chart. Everything may be absent. */
export const Context = z
  .object({
    payer: z.string().optional().describe('medicare, medicare-advantage, or the name of a payer in the library.'),
    plan: z.string().optional(),
    state: z.string().length(2).optional().describe('State where the service was furnished, two letters.'),
    contractor: z.string().optional().describe('Medicare contractor as the library names it; overrides the state.'),
    placeOfService: z.string().length(2).optional(),
    claimType: z.enum(['professional', 'asc', 'hospital-opd']).optional(),
    dateOfService: DateSchema.optional(),
    sameProvider: z.boolean().optional(),
  })
  .strict();

/** Facts stated on a form or answered after a Prompt, by fact name. */
export const StatedFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** A procedure entered on a form instead of dictated. */
export const StatedProcedure = z
  .object({
    family: z.string(),
    kind: z.string(),
    targets: z.array(
      z
        .object({
          kind: z.enum(['interspace', 'facet-joint', 'nerve-root', 'vertebra', 'nerve', 'joint', 'muscle', 'site']),
          name: z.string().optional(),
          side: z.enum(['left', 'right', 'bilateral', 'midline']).optional(),
        })
        .strict(),
    ),
    guidance: z
      .object({
        modality: z.enum(['fluoroscopy', 'ct', 'ultrasound', 'mri', 'none']).optional(),
        contrast: z.boolean().optional(),
        imagesSaved: z.boolean().optional(),
      })
      .strict()
      .optional(),
    agents: z
      .array(
        z
          .object({
            drug: z.string(),
            milligrams: z.number().positive().optional(),
            units: z.number().positive().optional(),
            millilitres: z.number().positive().optional(),
            wasted: z.number().min(0).optional(),
            singleDose: z.boolean().optional(),
          })
          .strict(),
      )
      .optional(),
    intent: z.enum(['diagnostic', 'therapeutic']).optional(),
    attributes: StatedFacts.optional(),
  })
  .strict();

export const StatedLine = z
  .object({
    code: z.string().regex(/^[0-9A-Z]{5}$/, 'five letters or digits'),
    modifiers: z.array(z.string().length(2)).default([]),
    units: z.number().positive().default(1),
    diagnoses: z.array(z.string()).default([]),
    date: DateSchema.optional(),
    charge: z.number().min(0).optional().describe('Dollars.'),
  })
  .strict();

/** A claim as lines, when there is no 837 file. */
export const StatedClaim = z
  .object({
    id: z.string().default('claim'),
    diagnoses: z.array(z.string()).default([]),
    lines: z.array(StatedLine).min(1),
    authorization: z.string().optional(),
    trial: z.string().optional(),
  })
  .strict();

/** Everything that a Review can be made from; the four entrances fill different fields. */
export const ReviewInput = z
  .object({
    id: z.string().optional().describe('Comes back in the Review.'),
    context: Context.default({}),
    documents: z.array(ChartDocument).default([]),
    note: z.string().optional().describe('Short for one document with id `note`.'),
    procedures: z.array(StatedProcedure).optional(),
    diagnoses: z
      .array(z.string())
      .optional()
      .describe('ICD-10-CM codes chosen by the clinician, most important first.'),
    facts: StatedFacts.optional(),
    claim: StatedClaim.optional(),
    planned: z
      .array(z.string().regex(/^[0-9A-Z]{5}$/, 'five letters or digits'))
      .optional()
      .describe('Codes that are planned, to ask before the procedure what authorization and coverage need.'),
    history: History.optional(),
  })
  .strict();

export type ChartDocument = z.infer<typeof ChartDocument>;
export type Context = z.infer<typeof Context>;
export type StatedFacts = z.infer<typeof StatedFacts>;
export type StatedProcedure = z.infer<typeof StatedProcedure>;
export type StatedClaim = z.infer<typeof StatedClaim>;
/** As written by a user. */
export type ReviewInputDocument = z.input<typeof ReviewInput>;

/** As the engine takes it: a claim already turned into our nouns by a codec or from a StatedClaim. */
export interface EngineInput {
  readonly id?: string | undefined;
  readonly context: Context;
  readonly documents: readonly ChartDocument[];
  readonly procedures?: readonly StatedProcedure[] | undefined;
  readonly diagnoses?: readonly string[] | undefined;
  readonly facts?: StatedFacts | undefined;
  readonly claim?: Claim | undefined;
  /** Codes that are planned; used when neither a claim nor a procedure says what was done. */
  readonly planned?: readonly string[] | undefined;
  readonly history?: History | undefined;
}
