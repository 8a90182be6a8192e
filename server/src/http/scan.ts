import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from './refusal.ts';

/** A scanner that hangs holds nobody up for longer. */
const LIMIT_MS = 10 * 60_000;

/**
 * Hands bytes to the scanner that the operator names (`clamdscan --no-summary -`): on its standard input, and its exit says what it
 * found, 0 nothing, 1 something. Anything else is no answer, and what could not be looked at is not taken. Without a scanner nothing is done.
 */
export async function scan(command: readonly string[], bytes: Uint8Array | Readable): Promise<void> {
  const [program, ...args] = command;
  if (program === undefined) return;
  const code = await new Promise<number | null>((told) => {
    const scanner = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    scanner.once('error', () => told(null));
    scanner.once('close', (exit) => told(exit));
    // It may have seen enough before the end.
    pipeline(bytes instanceof Readable ? bytes : Readable.from([bytes]), scanner.stdin).catch(() => undefined);
  });
  if (code === 1) throw refuse('server/upload/malware');
  if (code !== 0) throw refuse('server/upload/not-scanned');
}
