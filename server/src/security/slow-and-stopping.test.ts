import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicRoute } from '../http/route.ts';
import { wholeServer, type WholeServer } from '../testing/whole-server.fixture.ts';

let server: WholeServer;
let port: number;
const held: (() => void)[] = [];
const release = (): void => held.splice(0).forEach((go) => go());

beforeAll(async () => {
  server = await wholeServer({ bodyMs: 300, headersMs: 400, mostInProgress: 6 }, [
    (app, deps) =>
      publicRoute(app, deps, {
        method: 'POST',
        url: '/api/waits',
        summary: 'Waits',
        tag: 'x',
        body: z.object({ text: z.string() }),
        answer: z.object({ length: z.int() }),
        handler: async ({ body }) => {
          await new Promise<void>((go) => held.push(go));
          return { length: body.text.length };
        },
      }),
  ]);
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = server.app.server.address() as AddressInfo);
}, 60_000);
afterAll(() => server.close());

/** Sends pieces with pauses; answers what came back when the connection ended, and after how long. */
function send(pieces: readonly string[], pauseMs: number): Promise<{ answer: string; ms: number }> {
  return new Promise((done) => {
    const begun = performance.now();
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    const timer = setTimeout(() => socket.destroy(), 12_000);
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      done({ answer, ms: performance.now() - begun });
    });
    void (async () => {
      for (const piece of pieces) {
        if (!socket.writable) return;
        socket.write(piece);
        await new Promise((go) => setTimeout(go, pauseMs));
      }
    })();
  });
}

const HEAD = 'POST /api/waits HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('a slow client', () => {
  it('that sends its headers letter by letter is cut off', async () => {
    const { ms } = await send(['GET / HTTP/1.1\r\n', ...Array.from({ length: 100 }, (_, at) => `X-${at}: y\r\n`)], 100);
    expect(ms).toBeLessThan(8000);
  }, 20_000);

  it('that sends its body letter by letter is cut off', async () => {
    const { answer, ms } = await send(
      [`${HEAD}Content-Length: 1000\r\n\r\n`, ...Array.from({ length: 100 }, () => '{')],
      100,
    );
    expect(ms).toBeLessThan(3000);
    expect(answer).not.toContain('200 OK');
  }, 20_000);

  it('that promises a body and sends none is cut off', async () => {
    const { ms } = await send([`${HEAD}Content-Length: 1000\r\n\r\n`], 0);
    expect(ms).toBeLessThan(3000);
  }, 20_000);

  it('that speaks no HTTP is told so', async () => {
    const { answer } = await send(['Testina Example 1951-07-19\r\n\r\n'], 0);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer).not.toContain('Testina');
  });

  it('that hides a second request in the first gets none of it', async () => {
    const { answer } = await send(
      [
        `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n`,
      ],
      0,
    );
    expect(answer).not.toContain('interspace_');
  });
});

const ask = async (text: string) =>
  fetch(`http://127.0.0.1:${port}/api/waits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(10_000),
  });

describe('more than can be done', () => {
  it('is refused at once, and what was taken on is done', async () => {
    const taken = Array.from({ length: 6 }, () => ask('abc'));
    await new Promise((go) => setTimeout(go, 300));
    const refused = await ask('abc');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    const health = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(10_000) });
    expect(health.status).toBe(200);
    release();
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual(Array(6).fill(200));
  }, 20_000);
});

describe('stopping', () => {
  it('finishes what was begun, tells others to come again, then closes', async () => {
    const begun = ask('abcdef');
    await new Promise((go) => setTimeout(go, 300));
    server.app.stopTaking();
    const late = await ask('x');
    expect(late.status).toBe(503);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(503);
    release();
    const answer = await begun;
    expect([answer.status, await answer.json()]).toEqual([200, { length: 6 }]);
  }, 20_000);
});
