import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPractice } from '../store/in-practice.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

let server: WholeServer;
let practice: TestPractice;
let coder: Person;
let administrator: Person;

beforeAll(async () => {
  server = await wholeServer();
  practice = await addPractice(server.database.db);
  [coder, administrator] = [await server.signedIn(practice, 'coder'), await server.signedIn(practice, 'administrator')];
}, 60_000);
afterAll(() => server.close());

const codeOf = (answer: { json: () => unknown }) =>
  (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code ?? 'none';
const raw = async (body: string | Buffer, type = 'application/json', more: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/api/review',
    headers: { ...coder.headers, 'content-type': type, ...more },
    payload: body,
  });

/** A form with one file, as a browser writes it. */
function form(name: string, bytes: Buffer, field = 'file') {
  const line = '----invented';
  const head = `--${line}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${line}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${line}` } };
}
const upload = async (who: Person, url: string, name: string, bytes: Buffer) => {
  const { payload, headers } = form(name, bytes);
  return server.app.inject({ method: 'POST', url, headers: { ...who.headers, ...headers }, payload });
};

describe('a body', () => {
  it.each<[string, string | Buffer, number, string]>([
    ['nested a hundred deep', '{"a":'.repeat(100) + '1' + '}'.repeat(100), 400, 'server/http/json-too-deep'],
    ['nested a million deep', '['.repeat(1_000_000), 400, 'server/http/json-too-deep'],
    ['of a million values', `[${'1,'.repeat(1_000_000)}1]`, 400, 'server/http/json-too-deep'],
    ['that reaches for the prototype', '{"__proto__":{"admin":true}}', 400, 'server/http/json-malformed'],
    [
      'that reaches for the constructor',
      '{"input":{"constructor":{"prototype":{}}}}',
      400,
      'server/http/json-malformed',
    ],
    ['cut short', '{"input":{"note":"Testina', 400, 'server/http/json-malformed'],
    ['of no UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 400, 'server/http/json-malformed'],
    ['with a field that nobody knows', '{"input":{"note":"x"},"Testina":1}', 400, 'server/http/invalid'],
    ['with another type', '{"input":{"note":["Testina"]}}', 400, 'server/http/invalid'],
    ['larger than the limit', `{"input":{"note":"${'x'.repeat(13 * 1024 * 1024)}"}}`, 413, 'server/http/too-large'],
  ])('%s is refused', async (_, body, status, code) => {
    const answer = await raw(body);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
    expect(answer.body).not.toContain('Testina');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'of the type %s is refused where JSON is read',
    async (type) => {
      const answer = await raw('a=b', type);
      expect([answer.statusCode, codeOf(answer)]).toEqual([415, 'server/http/media-type']);
    },
  );

  it('that is compressed is not unpacked: a bomb is some bytes that are no JSON', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, 0x20));
    const before = process.memoryUsage().rss;
    const answer = await raw(bomb, 'application/json', { 'content-encoding': 'gzip' });
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'server/http/json-malformed']);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
  });
});

describe('injection', () => {
  const NASTY = [
    "' or 1=1 --",
    "'; drop table patients; --",
    '%27%20or%201=1',
    '${7*7}{{7*7}}',
    '<script>alert(1)</script>',
    '../../../etc/passwd',
    '\u0000',
    '%',
    '_',
    '\\',
    'a\r\nX-Injected: yes',
  ];

  it.each(NASTY)('in every query is only a text: %j', async (text) => {
    const word = encodeURIComponent(text);
    for (const url of [
      `/api/patients?search=${word}`,
      `/api/work-items?kind=${word}`,
      `/api/policies?search=${word}`,
      `/api/edits?search=${word}`,
      `/api/explain/${word}`,
      `/api/policies/${word}`,
      `/api/batches/${word}`,
      `/api/records/${word}`,
      `/api/oidc/start?next=${word}`,
    ]) {
      const answer = await coder.ask('GET', url);
      expect(answer.statusCode, url).toBeLessThan(500);
      expect(answer.headers).not.toHaveProperty('x-injected');
      expect(answer.body, url).not.toMatch(/syntax error|<script>|root:|SELECT /i);
    }
    const answer = await administrator.ask('GET', `/api/audit-log?action=${word}&subject=${word}`);
    expect(answer.statusCode).toBeLessThan(500);
  });

  it('in stored texts comes back as it was and harms nothing', async () => {
    for (const text of NASTY.filter((one) => !one.includes('\u0000'))) {
      const patient = { firstName: text, lastName: text, birthDate: '1960-01-01', mrn: `MRN ${text}` };
      const made = await coder.ask('POST', '/api/patients', patient);
      expect(made.statusCode).toBe(201);
      expect(made.headers['content-type']).toMatch(/^application\/json/);
    }
    const count = await inPractice(server.database.db, practice.actors.coder, (tx) =>
      tx
        .selectFrom('patients')
        .select((eb) => eb.fn.countAll<number>().as('all'))
        .executeTakeFirstOrThrow(),
    );
    expect(count.all).toBe(NASTY.length - 1);
  });

  it('a NUL in a text is refused or taken out, never a fault', async () => {
    const patient = { firstName: 'a\u0000b', lastName: 'Example', birthDate: '1960-01-01', mrn: 'N\u0000' };
    expect((await coder.ask('POST', '/api/patients', patient)).statusCode).toBeLessThan(500);
    const review = await coder.ask('POST', '/api/review', { input: { note: 'A note\u0000 of somebody.' }, keep: true });
    expect(review.statusCode).toBeLessThan(500);
  });
});

describe('addresses', () => {
  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/docs/static/../../../../package.json',
    '/docs/static/..%2f..%2f..%2fpackage.json',
    '//etc/passwd',
    '/.env',
    '/.git/config',
  ])('that climb out find nothing: %s', async (url) => {
    const answer = await server.app.inject({ method: 'GET', url });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toMatch(/"workspaces"|root:x|\[core\]/);
  });
});

describe('an upload', () => {
  it('of a document that grows when it is opened ends by itself, and the server goes on', async () => {
    const bomb = zipOf('word/document.xml', deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 0x61)), 200 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const answer = await upload(coder, '/api/document-text', 'bomb.docx', bomb);
    expect([answer.statusCode, codeOf(answer)]).toEqual([413, 'server/document/too-large']);
    expect((await coder.ask('POST', '/api/review', { input: { note: 'A note.' } })).statusCode).toBe(200);
  }, 60_000);

  it.each<[string, Buffer, string]>([
    ['note.pdf', Buffer.from('%PDF-1.7\nnothing more'), 'server/document/damaged'],
    ['note.docx', Buffer.from('PK\u0003\u0004 nothing more'), 'server/document/damaged'],
    ['note.exe', Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0]), 'server/document/binary'],
    ['note.txt', Buffer.from('   \n '), 'server/document/empty'],
    ['claims.837', Buffer.from('ISA*00*          *00*'), 'server/document/claims'],
  ])('of %s says what is wrong', async (name, bytes, code) => {
    const answer = await upload(coder, '/api/document-text', name, bytes);
    expect(codeOf(answer)).toBe(code);
  });

  it('of text is text', async () => {
    const answer = await upload(coder, '/api/document-text', '../../note.txt', Buffer.from('A note of nobody.'));
    expect(answer.json()).toEqual({ name: 'note.txt', kind: 'text', text: 'A note of nobody.' });
  });

  it('of a table cannot choose where it lies, and is refused whole when it is not the right one', async () => {
    for (const name of ['../../../../var/evil.csv', '..\\evil.csv', '/etc/evil.csv', '....', 'a\u0000b.csv']) {
      const answer = await upload(
        administrator,
        '/api/library/import?kind=mue&preview=true',
        name,
        Buffer.from('a,b\n1,2\n'),
      );
      expect(answer.statusCode, name).toBe(200);
      expect(answer.json<{ refused: unknown[] }>().refused.length).toBeGreaterThan(0);
      expect(answer.body, 'no folder of this machine').not.toMatch(/interspace-upload|\/tmp\//);
    }
    expect(codeOf(await upload(administrator, '/api/library/import?kind=nothing', 'a.csv', Buffer.from('a')))).toBe(
      'server/library/unknown-kind',
    );
  }, 60_000);
});

/** A zip archive of one entry, written by hand so that it can say what it likes. */
function zipOf(name: string, deflated: Buffer, size: number): Buffer {
  const file = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(0, 10);
  common.writeUInt32LE(deflated.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, file, deflated]);
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002', 'latin1'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    file,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
