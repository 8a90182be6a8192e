import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

it('interspace mcp: a client starts it, calls a tool and goes away', { timeout: 120_000 }, async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resolve(root, 'bin/interspace.mjs'), 'mcp'],
    cwd: root,
    stderr: 'pipe',
  });
  const complaints: string[] = [];
  transport.stderr?.on('data', (part: Buffer) => complaints.push(part.toString('utf8')));
  const client = new Client({ name: 'test', version: '0' });
  try {
    await client.connect(transport, { timeout: 90_000 });
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('review');
    const context = { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: '2026-03-02' };
    const answer = await client.callTool({ name: 'authorize', arguments: { codes: ['64483'], context } });
    expect(JSON.stringify(answer.structuredContent)).toContain('wiser');
    const review = await client.callTool({ name: 'review', arguments: { planned: ['64483'], context } });
    expect(JSON.stringify(review.structuredContent)).toContain('L39015');
  } finally {
    await client.close();
  }
  expect(complaints.join('')).not.toMatch(/error|fault/i);
});
