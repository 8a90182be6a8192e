import type { Io } from './io.ts';
import { issue } from './issues.ts';
import { writingIssue } from './output.ts';
import { issueAsText } from './render/issue.ts';
import { styleOf } from './render/style.ts';
import { program } from './program.ts';

export { printed, rehearse } from './rehearse.ts';

/** Runs one command and says with which code to exit; nothing is thrown beyond this. */
export async function main(args: readonly string[], io: Io = process): Promise<number> {
  // A reader that closes early (`| head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    const told = writingIssue(error, 'standard output') ?? issue('cli/output/not-written', error.message);
    process.stderr.write(`${issueAsText(told, styleOf(false), 100)}\n`);
    process.exit(2);
  });
  return program(args, io);
}
