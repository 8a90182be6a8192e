import type { Io } from './io.ts';
import { program } from './program.ts';

export { printed, rehearse } from './rehearse.ts';

/** Runs one command and says with which code to exit; nothing is thrown beyond this. */
export async function main(args: readonly string[], io: Io = process): Promise<number> {
  // A reader that closes early (`| head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return program(args, io);
}
