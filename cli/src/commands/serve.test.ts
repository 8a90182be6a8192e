import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Io } from '../io.ts';
import { serve, type ServeOptions } from './serve.ts';

/** What is told on one line, whatever the width of the page. */
async function refused(options: ServeOptions, env: Record<string, string> = {}): Promise<[number, string]> {
  let text = '';
  const stderr = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  const io = { stdin: process.stdin, stdout: stderr, stderr, env } as unknown as Io;
  return [await serve(options, io), text.replaceAll(/\s+/g, ' ')];
}

it.each(['0.0.0.0', '::', '192.168.1.7', 'pain.example'])(
  'other machines are not answered without TLS: %s',
  async (host) => {
    const [exit, text] = await refused({ host, port: '0' });
    expect(exit).toBe(2);
    expect(text).toContain('nothing says that TLS protects it');
    expect(text).toContain('INTERSPACE_PUBLIC_URL');
  },
);

it('a public address without TLS is no TLS', async () => {
  const [exit] = await refused({ host: '0.0.0.0', port: '0' }, { INTERSPACE_PUBLIC_URL: 'http://pain.example' });
  expect(exit).toBe(2);
});

it.each(['eighty', '-1', '65536', '1.5'])('a port is a port: %s', async (port) => {
  const [exit, text] = await refused({ port });
  expect([exit, text]).toEqual([2, expect.stringContaining('0 to 65535')]);
});
