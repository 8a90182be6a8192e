import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { BreakGlass, GlassBroken } from '../contract/session.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';

const OPEN_MS = 3_600_000;

/** One patient's chart for an hour, with a reason that the audit log keeps. The database opens the rows. */
export function breakGlassRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'POST',
    url: '/api/break-glass',
    summary: "See one patient's chart for an hour, with a reason",
    tag: 'audit',
    permission: 'break-glass',
    audit: {
      action: 'break-glass',
      subject: ({ body }) => `patient ${body.patient}`,
      detail: ({ body }) => body.reason,
    },
    body: BreakGlass,
    answer: GlassBroken,
    handler: async ({ actor, body, tx }) => {
      const { rows } = await sql<{
        there: boolean;
      }>`select interspace_patient_exists(${body.patient}) as there`.execute(tx);
      if (rows[0]?.there !== true) throw refuse('server/http/not-found');
      const until = new Date(deps.now().getTime() + OPEN_MS).toISOString();
      await tx
        .insertInto('break_glass')
        .values({
          practice_id: actor.practice,
          account_id: actor.id,
          patient_id: body.patient,
          reason: body.reason,
          until,
        })
        .execute();
      return { until };
    },
  });
}
