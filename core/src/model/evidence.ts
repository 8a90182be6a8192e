import { z } from 'zod';

/** Evidence points into the chart: a quote from a text as it was given, or a place in structured input. */
export const NoteEvidence = z
  .object({
    source: z.literal('note'),
    document: z.string().describe('Which document of the input; `note` when there is one.'),
    quote: z.string().describe('Exactly text.slice(start, end).'),
    start: z.int().min(0).describe('Offset of the first UTF-16 code unit in the text as given.'),
    end: z.int().min(0).describe('Offset after the last one.'),
  })
  .strict();

export const RecordEvidence = z
  .object({
    source: z.enum(['claim', 'history', 'form', 'context']),
    at: z.string().describe('Path of the value in the structured input, such as `history.sessions[2]`.'),
    quote: z.string().describe('The value, as words.'),
  })
  .strict();

export const Evidence = z.discriminatedUnion('source', [NoteEvidence, RecordEvidence]);

export type NoteEvidence = z.infer<typeof NoteEvidence>;
export type RecordEvidence = z.infer<typeof RecordEvidence>;
export type Evidence = z.infer<typeof Evidence>;
