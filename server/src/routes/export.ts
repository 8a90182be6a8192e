import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { may } from '../contract/roles.ts';
import { ExportRequest } from '../contract/review-verbs.ts';
import { judge } from '../decisions/judge.ts';
import { claimDraft } from '../export/claim-draft.ts';
import { EXPORTS, exportAs, type MarkdownOf } from '../export/export-what.ts';
import { claimSubject } from '../export/subject.ts';
import type { Plugin } from '../http/app.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { practiceDetails } from '../practice/details.ts';
import { engineInput, knownOf, withAnswers } from '../review/input-of.ts';
import { inPractice } from '../store/in-practice.ts';

/** A Review and its claim as files. */
export function exportRoutes(markdown: MarkdownOf): Plugin {
  return (app: FastifyInstance, deps: Deps) =>
    route(app, deps, {
      method: 'POST',
      url: '/api/export/:what',
      summary: 'The claim of a Review as 837P, on paper or as FHIR; the Review as PDF or Markdown',
      description:
        '`claim-837` and `claim-fhir` need a patient with a coverage and the details of the practice; what is missing is named (422). `claim-cms1500` leaves empty what is not known.',
      tag: 'review',
      permission: 'review',
      params: z.object({ what: z.enum(EXPORTS) }),
      body: ExportRequest,
      bodyLimit: 12 * 1024 * 1024,
      produces: ['application/edi-x12', 'application/pdf', 'application/fhir+json', 'text/markdown'],
      transaction: 'own',
      audit: {
        action: 'review.export',
        subject: ({ body }) => (body.patient === undefined ? undefined : `patient ${body.patient}`),
        detail: ({ params }) => params.what,
      },
      handler: async ({ actor, params, body, inTx }) => {
        const charted = body.patient !== undefined || body.encounter !== undefined;
        if (charted && !may(actor.role, 'chart:read')) throw refuse('server/identity/not-allowed');
        const found = await inPractice(deps.database.db, actor, async (tx) => {
          const known = await knownOf(tx, body);
          const patient = body.patient ?? (await patientOf(tx, body.encounter));
          const on = body.input.context.dateOfService ?? known.chart?.context.dateOfService;
          return {
            known,
            practice: await practiceDetails(tx),
            subject:
              patient === undefined ? undefined : await claimSubject(tx, patient, { encounter: body.encounter, on }),
          };
        });
        const { input, review } = await judge(deps.engine, withAnswers(engineInput(body, found.known), body.answers));
        const { practice, subject } = found;
        const { lines, claim } = body;
        const draft = claimDraft({ review, context: input.context, lines, claim, subject, practice });
        const title = subject
          ? `${subject.person.lastName}, ${subject.person.firstName ?? ''} · ${subject.mrn}`
          : 'Review';
        const file = await exportAs(params.what, { input, review, draft, practice, title, now: deps.now(), markdown });
        // Kept in the audit log only once the file exists.
        await inTx(async () => undefined);
        return file;
      },
    });
}

async function patientOf(
  tx: Parameters<typeof knownOf>[0],
  encounter: string | undefined,
): Promise<string | undefined> {
  if (encounter === undefined) return undefined;
  const row = await tx.selectFrom('encounters').select('patient_id').where('id', '=', encounter).executeTakeFirst();
  return row?.patient_id;
}
