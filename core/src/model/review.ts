import { z } from 'zod';
import { Citation } from './citation.ts';
import { Determination } from './determination.ts';
import { Evidence } from './evidence.ts';
import { Finding } from './finding.ts';

/** One line as it would stand on the claim, with its reason. */
export const ServiceLine = z
  .object({
    code: z.string(),
    modifiers: z.array(z.string()),
    units: z.number(),
    kind: z.enum(['procedure', 'drug', 'device', 'guidance', 'evaluation']),
    diagnoses: z.array(z.string()).describe('ICD-10-CM codes that support the line, most important first.'),
    why: z.string(),
    evidence: z.array(Evidence),
    procedure: z.string().optional().describe('Id of the entry of `procedures` that it stands for.'),
  })
  .strict();

const ProcedureView = z
  .object({
    id: z.string(),
    family: z.string(),
    kind: z.string(),
    targets: z.array(
      z
        .object({
          kind: z.string(),
          name: z.string().optional(),
          region: z.string().optional(),
          side: z.string().optional(),
          evidence: z.array(Evidence),
          derivation: z.string().optional(),
        })
        .strict(),
    ),
    guidance: z
      .object({
        modality: z.string().optional(),
        contrast: z.boolean().optional(),
        imagesSaved: z.boolean().optional(),
        evidence: z.array(Evidence),
      })
      .strict(),
    agents: z.array(
      z
        .object({
          drug: z.string(),
          role: z.string(),
          milligrams: z.number().optional(),
          units: z.number().optional(),
          millilitres: z.number().optional(),
          concentration: z.string().optional(),
          wasted: z.number().optional(),
          singleDose: z.boolean().optional(),
          preservativeFree: z.boolean().optional(),
          evidence: z.array(Evidence),
          derivation: z.string().optional(),
        })
        .strict(),
    ),
    intent: z.enum(['diagnostic', 'therapeutic']).optional(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    attributeEvidence: z.record(z.string(), z.array(Evidence)).optional(),
    evidence: z.array(Evidence),
  })
  .strict()
  .describe('What was done, before any code.');

/** One neutral question to the clinician. It has no field for a code, a payer or money, so it cannot lead. */
export const Prompt = z.object({ fact: z.string(), question: z.string(), because: z.string() }).strict();

export const Authorization = z
  .object({
    program: z.string(),
    line: z.int().min(1).optional(),
    status: z.enum(['required', 'recommended', 'not-required', 'unknown']),
    what: z.string(),
    why: z.string(),
    do: z.string(),
    missing: z.array(z.string()).describe('What the packet must hold and the chart does not show yet.'),
    codes: z.array(z.string()).optional().describe('Codes that the answer is about; they belong in one request.'),
    packet: z
      .array(
        z
          .object({
            item: z.string(),
            title: z.string(),
            status: z
              .enum(['shown', 'missing', 'not-judged'])
              .describe('`not-judged`: a document or a detail that is not read from the chart.'),
            facts: z.array(z.string()).describe('Facts of the item that the chart does not show yet.'),
            citation: Citation,
          })
          .strict(),
      )
      .optional()
      .describe('What a request must hold.'),
    number: z
      .object({
        where: z.string().describe('Its place on the claim.'),
        length: z.int(),
        validDays: z.int().describe('The day of the decision is day one.'),
        validThrough: z.string().optional(),
      })
      .strict()
      .optional()
      .describe('The number that an answer bears.'),
    clocks: z
      .array(
        z
          .object({
            urgency: z.enum(['standard', 'expedited']),
            within: z.string(),
            due: z.string().optional().describe('Last day in time, when the day of the request is known.'),
            late: z.boolean().optional(),
            citation: Citation,
          })
          .strict(),
      )
      .optional()
      .describe('How long the payer has to answer.'),
    citation: Citation.optional(),
  })
  .strict();

export const Trace = z
  .object({
    library: z.string().describe('Revision of the library that judged.'),
    engine: z.string().describe('Version of the engine.'),
    input: z.string().describe('Digest of the input.'),
    dateOfService: z.string().optional(),
    contractor: z.string().optional(),
    notEvaluated: z.array(z.string()).describe('What was not judged, and why: an honest list.'),
  })
  .strict();

/** The whole answer for one ReviewInput. A contract: docs/reference/review.schema.json. */
export const Review = z
  .object({
    id: z.string().optional(),
    lines: z.array(ServiceLine),
    procedures: z.array(ProcedureView),
    determinations: z.array(Determination),
    findings: z.array(Finding),
    prompts: z.array(Prompt),
    authorization: z.array(Authorization),
    trace: Trace,
  })
  .strict();

export type ServiceLine = z.infer<typeof ServiceLine>;
export type Prompt = z.infer<typeof Prompt>;
export type Authorization = z.infer<typeof Authorization>;
export type Trace = z.infer<typeof Trace>;
export type Review = z.infer<typeof Review>;
