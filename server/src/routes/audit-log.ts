import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { entryAsLine, EXPORT_COLUMNS, exportAuditLog } from '../audit-log/export.ts';
import { verifyAuditLog } from '../audit-log/verify.ts';
import { Day, pageOf } from '../contract/common.ts';
import { AuditEntry, AuditQuery, AuditVerdict } from '../contract/session.ts';
import { FileAnswer } from '../http/call.ts';
import type { Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';

/** Who saw and changed what. Looking into the log is itself in the log. */
export function auditLogRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/audit-log',
    summary: 'Who saw and changed what, newest first',
    tag: 'audit',
    permission: 'audit:read',
    audit: { action: 'audit-log.read' },
    query: AuditQuery,
    answer: pageOf(AuditEntry),
    handler: async ({ tx, query: { offset, limit, action, actor, subject, from, through } }) => {
      let rows = tx.selectFrom('audit_log');
      if (action !== undefined) rows = rows.where('action', '>=', action).where('action', '<', `${action}\u{10ffff}`);
      if (actor !== undefined) rows = rows.where('actor_id', '=', actor);
      if (subject !== undefined) rows = rows.where('subject', '=', subject);
      if (from !== undefined) rows = rows.where('at', '>=', `${from}T00:00:00Z`);
      if (through !== undefined) rows = rows.where('at', '<=', `${through}T23:59:59.999Z`);
      const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
      const found = await rows.selectAll().orderBy('sequence', 'desc').offset(offset).limit(limit).execute();
      return {
        total,
        offset,
        items: found.map((row) => ({
          sequence: row.sequence,
          at: row.at,
          actor: row.actor,
          role: row.role,
          action: row.action,
          ...(row.subject === null ? {} : { subject: row.subject }),
          ...(row.detail === null ? {} : { detail: row.detail }),
          hash: row.hash,
        })),
      };
    },
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/audit-log/verify',
    summary: 'Whether the log is what was written: entries changed, taken out or cut off are named',
    tag: 'audit',
    permission: 'audit:read',
    audit: { action: 'audit-log.verify' },
    answer: AuditVerdict,
    transaction: 'own',
    handler: async ({ actor, inTx }) => {
      const { entries, intact, broken, chains } = await verifyAuditLog(deps.database.db, { practice: actor.practice });
      return inTx(async () => ({
        entries,
        intact,
        broken: broken.map(({ sequence, why }) => ({ sequence, why })),
        last: chains[0]?.last ?? '',
      }));
    },
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/audit-log/export',
    summary: 'The log as a file, oldest first, with the hashes by which it can be checked again',
    tag: 'audit',
    permission: 'audit:read',
    audit: { action: 'audit-log.export', detail: ({ query }) => query.format },
    query: z.object({
      format: z.enum(['csv', 'jsonl']).default('jsonl'),
      from: Day.optional(),
      through: Day.optional(),
    }),
    produces: ['text/csv', 'application/jsonl'],
    transaction: 'own',
    handler: async ({ actor, query: { format, from, through }, inTx }) => {
      await inTx(async () => undefined);
      const pages = exportAuditLog(deps.database.db, { practice: actor.practice, from, through });
      const lines = async function* () {
        if (format === 'csv') yield `${EXPORT_COLUMNS.join(',')}\n`;
        for await (const rows of pages) yield `${rows.map((row) => entryAsLine(row, format)).join('\n')}\n`;
      };
      const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8';
      return new FileAnswer(Readable.from(lines()), type, `audit-log.${format}`);
    },
  });
}
