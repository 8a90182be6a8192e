import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { batchFolder } from '../batches/folder.ts';
import { forgetBatches } from '../chores.ts';
import { verifyAuditLog } from '../audit-log/verify.ts';
import { asSystem } from '../store/in-practice.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

/** Looks for an invented mark on its standard input, and says so as scanners do. */
const SCANNER = [
  process.execPath,
  '-e',
  "let t='';process.stdin.on('data',(d)=>t+=d).on('end',()=>process.exit(t.includes('INVENTED-MALWARE')?1:0))",
];
const X12 = { 'content-type': 'application/edi-x12' };

let server: WholeServer | undefined;
afterEach(() => server?.close());

const codeOf = (answer: { json: () => unknown }) =>
  (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code ?? 'none';
const send = (who: Person, text: string) => who.ask('POST', '/api/scrub', text, X12);
const claims = (bytes: number) => `ISA${'*'.repeat(bytes - 3)}`;

describe('what is sent', () => {
  it('fills the room of who sends it, and no more', async () => {
    server = await wholeServer({ uploadQuota: 1000 });
    const practice = await addPractice(server.database.db);
    const biller = await server.signedIn(practice, 'biller');
    expect((await send(biller, claims(600))).statusCode).toBe(202);
    expect(codeOf(await send(biller, claims(600)))).toBe('server/batch/quota');
    expect((await send(biller, claims(400))).statusCode).toBe(202);
    expect(codeOf(await send(biller, claims(10)))).toBe('server/batch/quota');
    expect((await send(await server.signedIn(practice, 'coder'), claims(600))).statusCode, 'somebody else').toBe(202);
  }, 60_000);

  it('is looked at by the scanner that the operator names; what could not be looked at is not taken', async () => {
    server = await wholeServer({ scanCommand: SCANNER });
    const practice = await addPractice(server.database.db);
    const coder = await server.signedIn(practice, 'coder');
    const administrator = await server.signedIn(practice, 'administrator');
    const upload = async (who: Person, url: string, text: string) => {
      const form = new FormData();
      form.append('file', new Blob([text]), 'note.txt');
      const request = new Request('http://x/', { method: 'POST', body: form });
      return server!.app.inject({
        method: 'POST',
        url,
        headers: { ...who.headers, 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    };
    expect((await upload(coder, '/api/document-text', 'A note of nobody.')).statusCode).toBe(200);
    expect((await send(coder, claims(100))).statusCode).toBe(202);
    for (const refused of [
      await upload(coder, '/api/document-text', 'A note with INVENTED-MALWARE in it.'),
      await upload(administrator, '/api/library/import?kind=mue', 'INVENTED-MALWARE,1'),
      await send(coder, `${claims(100)}INVENTED-MALWARE`),
    ])
      expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'server/upload/malware']);
    (server.deps.settings as { scanCommand: readonly string[] }).scanCommand = ['/nowhere/scanner'];
    expect(codeOf(await upload(coder, '/api/document-text', 'A note of nobody.'))).toBe('server/upload/not-scanned');
    expect(codeOf(await send(coder, claims(100)))).toBe('server/upload/not-scanned');
    const kept = await asSystem(server.database.db, (tx) =>
      tx.selectFrom('batches').select('id').where('bytes', '>', 0).execute(),
    );
    expect(kept).toHaveLength(1);
  }, 60_000);

  it('is forgotten after the days that the operator sets, with its file, and the log says so', async () => {
    server = await wholeServer();
    const { db } = server.database;
    const practice = await addPractice(db);
    const biller = await server.signedIn(practice, 'biller');
    const [old, young] = await Promise.all([send(biller, claims(50)), send(biller, claims(60))]);
    const idOf = (answer: { json: () => unknown }) => (answer.json() as { id: string }).id;
    const now = new Date();
    const set = (id: string, days: number) =>
      asSystem(db, (tx) =>
        tx
          .updateTable('batches')
          .set({ state: 'done', finished_at: new Date(now.getTime() - days * 86_400_000).toISOString() })
          .where('id', '=', id)
          .execute(),
      );
    await set(idOf(old), 40);
    await set(idOf(young), 20);
    await forgetBatches(db, server.home, 30, now);
    expect((await biller.ask('GET', `/api/batches/${idOf(old)}`)).statusCode).toBe(404);
    expect((await biller.ask('GET', `/api/batches/${idOf(young)}`)).statusCode).toBe(200);
    expect(existsSync(batchFolder(server.home, idOf(young)).claims)).toBe(true);
    const compliance = await server.signedIn(practice, 'compliance');
    expect((await compliance.ask('GET', '/api/audit-log?action=batch.delete')).body).toContain(`batch ${idOf(old)}`);
    expect((await verifyAuditLog(db)).intact).toBe(true);
  }, 60_000);
});
