import { z } from 'zod';

/** A fact as a screen must know it to ask for its value in place. */
export const FactWord = z.object({
  name: z.string(),
  type: z.enum(['boolean', 'number', 'date', 'word', 'words', 'text']),
  unit: z.string().optional(),
  words: z.array(z.string()).optional().describe('The allowed words of a `word` or `words` fact.'),
  meaning: z.string(),
  question: z.string().optional().describe('Absent when nobody can be asked.'),
  asked: z.enum(['clinician', 'office']).optional(),
});
export type FactWord = z.infer<typeof FactWord>;

/** `GET /api/vocabulary`: the words that forms offer. It changes only with the library. */
export const Vocabulary = z.object({
  revision: z.string().describe('Of the library that the words were taken from.'),
  facts: z.array(FactWord),
  payers: z.array(z.object({ id: z.string(), title: z.string(), kind: z.string().optional() })),
  states: z.array(z.string()),
  procedures: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      shape: z.string().describe('How it is counted: levels, session, sites, once, count …'),
      counts: z.string().optional().describe('What a level is: joint, foramen, vertebra, name, muscle.'),
      sided: z.boolean(),
      sites: z.array(z.string()).describe('Places outside the levels of the spine, by canonical name.'),
    }),
  ),
  sides: z
    .object({ left: z.string(), right: z.string(), both: z.string() })
    .describe('The modifiers that tell a side.'),
  drugs: z.array(z.object({ name: z.string(), role: z.string(), measure: z.enum(['mg', 'unit', 'mL']).optional() })),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
