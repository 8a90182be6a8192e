import { readFile } from 'node:fs/promises';
import type { Issue } from '@interspace/core/model/result';
import { readStructured } from '../../input/structured.ts';
import { fileIssue } from '../../input/source.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { overwritten, writeWhole } from '../../output.ts';
import { complain } from '../review.ts';
import { faultsOfWritten } from './faults-of-written.ts';
import { Submission, submissionOf } from './submission.ts';

export interface WriteOptions {
  readonly out?: string;
  readonly color?: boolean;
}

/** `x12 write`: a submission as JSON or YAML becomes an 837 file, all claims or none. */
export async function writeX12(name: string, options: WriteOptions, io: Io): Promise<ExitCode> {
  const over = overwritten('--out', options.out, [name]);
  if (over) return complain([over], io, options.color).then(() => 2);
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    const found = fileIssue(name, error);
    if (!found) throw error;
    return complain([found], io, options.color).then(() => 2);
  }
  const read = readStructured(text, Submission, name);
  if (!read.ok) return complain(read.issues.map(ofSubmission), io, options.color).then(() => 2);
  const written = submissionOf(read.value);
  if (!written.ok) return complain(written.issues, io, options.color).then(() => 2);
  const faults = faultsOfWritten(written.value, read.value, name);
  if (faults.length > 0) return complain(faults, io, options.color).then(() => 2);
  if (options.out === undefined) {
    io.stdout.write(written.value);
    return 0;
  }
  const wrong = await writeWhole(options.out, written.value);
  return wrong ? complain([wrong], io, options.color).then(() => 2) : 0;
}

/** A wrong value is looked up in the schema of submissions, not in that of encounters. */
function ofSubmission(found: Issue): Issue {
  if (found.code !== 'cli/input/invalid') return found;
  return { ...found, hint: 'Correct the value; `interspace schema submission` prints the schema.' };
}
