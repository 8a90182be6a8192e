import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { readLibrary } from '@interspace/library/read';
import { VERBS } from '../engine/verbs.ts';
import type { McpDeps } from './deps.ts';
import { answerMcp } from './http.ts';
import { makeMcpServer, TOOLS } from './make-server.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = readLibrary(resolve(root, 'library'));
if (!read.ok) throw new Error('the library does not load');
const law = prepareLibrary(read.value);
const deps: McpDeps = {
  ask: async (verb, asked) => (VERBS[verb] as (asked: unknown, law: unknown) => unknown)(asked, law) as never,
  library: () => read.value,
  today: () => date('2026-03-02'),
  version: '0.1.0',
};
const note = readFileSync(resolve(root, 'examples/notes/tfesi-l4-l5.txt'), 'utf8');
const context = { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: '2026-03-02' };

let client: Client;
beforeAll(async () => {
  const [here, there] = InMemoryTransport.createLinkedPair();
  client = new Client({ name: 'test', version: '0' });
  await makeMcpServer(deps).connect(there);
  await client.connect(here);
});
afterAll(() => client.close());

interface Told {
  readonly isError?: boolean;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer of a tool, looked at piece by piece
  readonly data: any;
}
async function call(name: string, given: Record<string, unknown>): Promise<Told> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  return { isError: isError === true, text: (content as { text: string }[])[0]?.text ?? '', data: structuredContent };
}

describe('tools', () => {
  it('are the verbs, and every one of them only reads', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'review',
      'code',
      'scrub',
      'authorize',
      'forecast',
      'explain',
      'policies',
    ]);
    for (const { annotations, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema.type).toBe('object');
      expect(description?.length).toBeGreaterThan(40);
    }
    expect(client.getInstructions()).toContain('never assume');
  });
  it('review: lines with quotes, judgements with sources, unknowns by name', async () => {
    const { data } = await call('review', { note, context });
    expect(data.lines.map((line: { code: string }) => line.code)).toEqual(['64483', 'J1100']);
    const [first] = data.coverage;
    expect(first).toMatchObject({ document: 'L39015', outcome: 'incomplete' });
    for (const one of [...first.unknown, ...first.notMet])
      expect(one.citation).toMatch(/^[A-Z]\d+.*\((?:high|medium|low)/);
    expect(first.unknown.length).toBeGreaterThan(0);
    expect(data.questions.length).toBeGreaterThan(0);
    expect(data.readThis).toContain('Unknown is not no');
  });
  it('review of a note that says little guesses nothing', async () => {
    const { data } = await call('review', { note: 'Patient seen today. Doing well.', context });
    expect(data.lines).toEqual([]);
    expect(data.coverage).toEqual([]);
  });
  it('code: only the lines', async () => {
    const { data } = await call('code', { note, context });
    expect(Object.keys(data).toSorted()).toEqual(['lines', 'notEvaluated', 'readThis', 'trace']);
  });
  it('scrub: an 837 text, and lines', async () => {
    const x12 = readFileSync(resolve(root, 'examples/claims/facet-both-sides.837'), 'latin1');
    const file = await call('scrub', { x12 });
    expect(file.data.claims.length).toBeGreaterThan(0);
    const lines = await call('scrub', {
      claim: {
        lines: [
          { code: '64483', diagnoses: ['M54.16'] },
          { code: '77003', diagnoses: ['M54.16'] },
        ],
      },
      context,
    });
    const findings = lines.data.claims[0].findings as { citation?: string; what: string }[];
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.some(({ citation }) => citation !== undefined)).toBe(true);
  });
  it('authorize: what a program asks; silence is not a no', async () => {
    const asked = await call('authorize', { codes: ['64483'], context });
    expect(asked.data.authorization[0]).toMatchObject({ program: 'wiser', status: 'recommended' });
    const silent = await call('authorize', { codes: ['99213'], context: { ...context, payer: 'invented-plan' } });
    expect(silent.data.nothingKnown ?? silent.data.authorization[0]?.status).toMatch(/not a no|unknown/);
    expect(silent.data.notes[0]).toContain('knows no payer');
  });
  it('forecast: counted limits from a history', async () => {
    const sessions = ['2025-09-01', '2025-11-01', '2026-01-05'].map((day) => ({
      date: day,
      family: 'epidural',
      region: 'lumbar',
      codes: ['64483'],
    }));
    const { data } = await call('forecast', {
      history: { complete: true, sessions },
      on: '2026-03-02',
      context: { payer: 'medicare', state: 'OH' },
    });
    expect(data.forecasts[0]).toMatchObject({ family: 'epidural', policy: 'medicare/epidural' });
  });
  it('explain and policies', async () => {
    expect((await call('explain', { id: 'medicare/epidural/frequency' })).data.title).toMatch(/session/i);
    const list = await call('policies', { code: '64483', state: 'OH' });
    expect(list.data.policies.map(({ id }: { id: string }) => id)).toContain('medicare/epidural');
    const one = await call('policies', { policy: 'medicare/epidural', document: 'L39015' });
    expect(one.data.criteria.length).toBeGreaterThan(20);
    expect((await call('policies', { search: 'nothing of the kind' })).data.nothingKnown).toContain('cannot be said');
  });
  it.each<[string, string, Record<string, unknown>, string]>([
    ['a tool that is not there', 'delete', {}, 'There is no tool'],
    ['an input that is malformed', 'review', { note: 3 }, 'note'],
    ['a key that is not known', 'review', { node: 'x' }, 'node'],
    ['an id that is not known', 'explain', { id: 'medicare/epidural/freq' }, 'medicare/epidural/frequency'],
    ['a policy that is not known', 'policies', { policy: 'x' }, 'Known: '],
    ['a contractor that is not known', 'review', { note: 'x', context: { contractor: 'x' } }, 'Known: '],
    ['nothing to scrub', 'scrub', {}, 'x12'],
  ])('%s is refused in words', async (_, name, given, says) => {
    const { isError, text } = await call(name, given);
    expect(isError).toBe(true);
    expect(text).toContain(says);
  });
  it('a malformed value is never repeated', async () => {
    const { text } = await call('review', { context: { state: 'Testa Fictiva' } });
    expect(text).not.toContain('Fictiva');
  });
});

describe('over HTTP', () => {
  let server: Server;
  let url: URL;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (request.method !== 'POST') return void response.writeHead(405).end();
        void answerMcp(JSON.parse(Buffer.concat(parts).toString('utf8')), deps).then(({ status, body }) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body)),
        );
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  it('what is no message is refused, what needs no answer gets none', async () => {
    expect((await answerMcp({ x: 1 }, deps)).status).toBe(400);
    expect((await answerMcp([], deps)).status).toBe(400);
    expect(await answerMcp({ jsonrpc: '2.0', method: 'notifications/initialized' }, deps)).toEqual({
      status: 202,
      body: undefined,
    });
    const unknown = await answerMcp({ jsonrpc: '2.0', id: 1, method: 'resources/list' }, deps);
    expect(unknown).toMatchObject({ status: 200, body: { id: 1, error: { code: -32_601 } } });
  });
  it('the same tools, each request for itself', async () => {
    const remote = new Client({ name: 'test', version: '0' });
    await remote.connect(new StreamableHTTPClientTransport(url));
    expect((await remote.listTools()).tools).toHaveLength(TOOLS.length);
    const [one, other] = await Promise.all([
      remote.callTool({ name: 'explain', arguments: { id: 'wiser' } }),
      remote.callTool({ name: 'code', arguments: { note, context } }),
    ]);
    expect([one.isError ?? false, other.isError ?? false]).toEqual([false, false]);
    await remote.close();
  });
});
