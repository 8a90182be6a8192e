import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPractice } from '../testing/database.fixture.ts';
import { wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
const REVIEW = {
  jsonrpc: '2.0',
  id: 2,
  method: 'tools/call',
  params: {
    name: 'review',
    arguments: { planned: ['64483'], context: { payer: 'medicare', state: 'OH', dateOfService: '2026-03-02' } },
  },
};

describe('the tools over HTTP', () => {
  let server: WholeServer;
  let coder: Person;
  beforeAll(async () => {
    server = await wholeServer();
    coder = await server.signedIn(await addPractice(server.database.db), 'coder');
  }, 120_000);
  afterAll(() => server.close());

  it('nobody unknown calls them', async () => {
    expect((await server.ask('POST', '/mcp', LIST)).statusCode).toBe(401);
  });
  it('a coder lists them and reviews', async () => {
    const list = await coder.ask('POST', '/mcp', LIST);
    expect([list.statusCode, list.json().result.tools.length]).toEqual([200, 7]);
    const review = await coder.ask('POST', '/mcp', REVIEW);
    expect(review.json().result.structuredContent.coverage[0].outcome).toBe('incomplete');
  });
});
