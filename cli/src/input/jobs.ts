import { failed, ok, type Result } from '@interspace/core/model/result';
import type { EngineInput } from '@interspace/core/model/review-input';
import { issue } from '../issues.ts';
import { withContext, type Around } from './context.ts';
import { refused, type Job } from './job.ts';
import { kindOf, type InputKind } from '@interspace/wire/document/kind';
import { DOCUMENT_LIMIT, NOTE_LIMIT, noteFromBytes, noteFromDocx, noteFromPdf } from './note-text.ts';
import { openSource, readAll, type Source } from './source.ts';

export interface OpenedDocument {
  readonly kind: InputKind;
  readonly jobs: AsyncIterable<Job>;
}

/** What one named document holds, job by job. A document that cannot be read is one refused job: the next one is still read. */
export async function openDocument(
  name: string,
  stdin: AsyncIterable<Buffer | string>,
  around: Around,
): Promise<OpenedDocument> {
  const shown = name === '-' ? 'standard input' : name;
  const opened = await openSource(name, stdin);
  if (!opened.ok) return { kind: 'note', jobs: one(refused(shown, opened.issues)) };
  const kind = kindOf(name, opened.value.head);
  return { kind, jobs: jobsOf(kind, opened.value, shown, around) };
}

async function* one(job: Job): AsyncGenerator<Job> {
  yield job;
}

async function* jobsOf(kind: InputKind, source: Source, name: string, around: Around): AsyncGenerator<Job> {
  if (kind === 'notes-in-bulk') {
    const { notesInBulk } = await import('./notes-in-bulk.ts');
    for await (const note of notesInBulk(name, source.chunks))
      yield 'text' in note ? ready(note.source, noteInput(note.text, around, note.id)) : note;
    return;
  }
  if (kind === 'binary') {
    yield refused(name, [issue('cli/input/binary', 'The file is not text, PDF or Word.', { at: name })]);
    return;
  }
  if (kind === 'x12') {
    const { claimJobs } = await import('./claims-from-x12.ts');
    yield* claimJobs(source.chunks, name, around);
    return;
  }
  const limit = kind === 'note' ? NOTE_LIMIT * 4 : DOCUMENT_LIMIT;
  const bytes = await readAll(source, limit);
  if (!bytes) {
    const what = `The document is larger than ${limit >> 20} MB.`;
    yield refused(name, [issue('cli/input/too-large', what, { at: name })]);
  } else {
    const input = kind === 'form' ? await formInput(bytes, name, around) : await noteFile(kind, bytes, name, around);
    yield input.ok ? ready(name, input.value) : refused(name, input.issues);
  }
}

function ready(source: string, input: EngineInput): Job {
  return { source, input, issues: [] };
}

async function noteFile(kind: InputKind, bytes: Buffer, name: string, around: Around): Promise<Result<EngineInput>> {
  const text =
    kind === 'pdf'
      ? await noteFromPdf(bytes, name)
      : kind === 'docx'
        ? await noteFromDocx(bytes, name)
        : noteFromBytes(bytes, name);
  return text.ok ? ok(noteInput(text.value, around)) : failed(...text.issues);
}

function noteInput(text: string, around: Around, id?: string): EngineInput {
  return { ...(id === undefined ? {} : { id }), ...withContext({}, around), documents: [{ id: 'note', text }] };
}

async function formInput(bytes: Buffer, name: string, around: Around): Promise<Result<EngineInput>> {
  const { inputFromForm } = await import('./form.ts');
  const { decodeText } = await import('@interspace/wire/document/decode-text');
  const read = inputFromForm(decodeText(bytes), name, around.facts, (context) => withContext(context, around).context);
  return read.ok ? ok({ ...around.file.rest, ...read.value, ...around.own }) : read;
}
