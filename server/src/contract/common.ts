import { z } from 'zod';
import { DateSchema } from '@interspace/core/model/schema-date';

export const Id = z.uuid();
/** Whole cents. */
export const Cents = z.int();
export const Day = DateSchema;
/** A moment, ISO 8601 in UTC. */
export const Moment = z.iso.datetime();

/** A cut of a long list that can be entered anywhere: a virtual table asks for the rows it shows. */
export const Cut = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ total: z.int().min(0), offset: z.int().min(0), items: z.array(item) });
}

/** RFC 9457. `issues` say what, where and what to do, never who. */
export const Problem = z.object({
  type: z.string().describe('An address of the reference page, or about:blank.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional().describe('Number of the request, as the logs know it.'),
  issues: z
    .array(
      z.object({
        code: z.string(),
        message: z.string(),
        at: z.string().optional(),
        hint: z.string().optional(),
        level: z.enum(['error', 'warning']).optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Sent with every request that changes something and may be repeated: the second is answered like the first. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';
/** Proves that a request comes from our own page; given by `GET /api/session`. */
export const CSRF_HEADER = 'x-interspace-csrf';
export const SESSION_COOKIE = 'interspace_session';
