import type { Around } from './context.ts';
import { refused, type Job } from './job.ts';
import { issue } from '../issues.ts';

/** Stub until the codec lands. */
export async function* claimJobs(_bytes: Buffer, name: string, _around: Around): AsyncGenerator<Job> {
  yield refused(name, [issue('cli/input/damaged', 'X12 is not read yet.', { at: name })]);
}
