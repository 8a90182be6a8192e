import type { Issue } from '@interspace/core/model/result';
import { kindOf } from '@interspace/wire/document/kind';
import { readStructured } from '../../input/structured.ts';
import { openSource, readAll } from '../../input/source.ts';
import { refuse } from '../../complain.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { issue } from '../../issues.ts';
import { overwritten, writeWhole } from '../../output.ts';
import { faultsOfWritten } from './faults-of-written.ts';
import { Submission, submissionOf } from './submission.ts';

export interface WriteOptions {
  readonly out?: string;
  readonly color?: boolean;
}

/** `x12 write`: a submission as JSON or YAML becomes an 837 file, all claims or none. */
export async function writeX12(name: string, options: WriteOptions, io: Io): Promise<ExitCode> {
  const over = overwritten('--out', options.out, [name]);
  if (over) return refuse([over], io, options.color);
  const source = await openSource(name, io.stdin);
  if (!source.ok) return refuse(source.issues, io, options.color);
  const at = name === '-' ? 'standard input' : name;
  const none = noSubmission(name, source.value.head, at);
  if (none) return refuse([none], io, options.color);
  const text = (await readAll(source.value, Infinity))!.toString('utf8');
  const read = readStructured(text, Submission, at);
  if (!read.ok) return refuse(read.issues.map(ofSubmission), io, options.color);
  const written = submissionOf(read.value);
  if (!written.ok) return refuse(written.issues, io, options.color);
  const faults = faultsOfWritten(written.value, read.value, at);
  if (faults.length > 0) return refuse(faults, io, options.color);
  if (options.out === undefined) {
    io.stdout.write(written.value);
    return 0;
  }
  const wrong = await writeWhole(options.out, written.value);
  return wrong ? refuse([wrong], io, options.color) : 0;
}

/** What is no text at all is not tried as YAML: all that could be said of it is where it stops being that. */
function noSubmission(name: string, head: Buffer, at: string): Issue | undefined {
  const hint = 'docs/x12.md has examples; `interspace schema submission` prints all keys.';
  const kind = kindOf(name, head);
  if (kind === 'x12')
    return issue('cli/input/invalid', 'This is an X12 file already; a submission is YAML or JSON.', {
      at,
      hint: 'Check it with `interspace x12 check`.',
    });
  if (kind !== 'binary' && kind !== 'pdf' && kind !== 'docx') return undefined;
  return issue('cli/input/binary', 'This is no text; a submission is YAML or JSON.', { at, hint });
}

/** A wrong value is looked up in the schema of submissions, not in that of encounters. */
function ofSubmission(found: Issue): Issue {
  if (found.code !== 'cli/input/invalid') return found;
  return { ...found, hint: 'Correct the value; `interspace schema submission` prints the schema.' };
}
