import { closeSync, fstatSync, ftruncateSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import type { Checkpoint } from '@interspace/batch/run/checkpoint';
import { checkpointFor, checkpointKeeper, historyBeside, type Unusable } from '@interspace/batch/run/resume';
import { fileSink } from '@interspace/batch/run/file-sink';
import type { Input } from '@interspace/batch/run/input';
import { ownJudge, workerJudges } from '@interspace/batch/run/judges';
import { runBatch, type Sink } from '@interspace/batch/run/run-batch';
import { BATCH_FORMATS, type BatchFormat, type JudgeSettings } from '@interspace/batch/settings';
import type { BatchSummary } from '@interspace/batch/summary';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { count as counted } from '@interspace/core/review/words';
import { openTables } from '@interspace/library/tables/open-tables';
import { exitCodeOf } from './scrub-exit.ts';
import { claimInputs, type Named } from './scrub-inputs.ts';
import { openForWriting, passingFolder } from './scrub-output.ts';
import { complain, reviewDocuments } from './review.ts';
import { worst, type ExitCode } from '../exit.ts';
import { surroundingsOf } from '../input/context.ts';
import { pageWidth, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { overwritten, writingIssue } from '../output.ts';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { loadLibrary } from '../library.ts';
import { FORMATS, readOptions, type RawOptions } from '../options.ts';
import { folded } from '../render/fold.ts';
import { progressBar } from '../render/progress.ts';
import { projectRoot } from '../root.ts';
import { SCRUB } from './modes.ts';

export interface ScrubOptions extends RawOptions {
  readonly tables?: string;
  readonly workers?: string;
  readonly output?: string;
  readonly resume?: string;
  readonly identifiers?: boolean;
}

/** Below this size starting workers costs more than they save. */
const WORTH_WORKERS = 8 << 20;
/** How often a run that can be resumed says where it is. */
const CHECKPOINT_MS = 250;

/** Claim files of any size go through the batch; anything else is reviewed as one document, narrowed to its claim. */
export async function scrubFiles(files: readonly string[], raw: ScrubOptions, io: Io): Promise<ExitCode> {
  const { tables: _, workers, output, resume, identifiers: __, ...rest } = raw;
  const names = files.length === 0 ? ['-'] : files;
  const format = BATCH_FORMATS.find((name) => name === (raw.format ?? formatOf(output)));
  const opened = await claimInputs(names, io);
  const { claims, unread } = opened;
  const refusal = refusalOf(opened, raw.format);
  if (refusal) return refuse({ issues: refusal }, raw, io);
  if (opened.documents.length > 0 || claims.length === 0 || format === undefined) {
    const stdin = opened.stdin ? Object.assign(Readable.from(opened.stdin), { isTTY: false }) : io.stdin;
    return reviewDocuments(files, rest, { ...io, stdin }, SCRUB);
  }
  const own = { ...rest, format: 'text' };
  const options = readOptions(own);
  if (!options.ok) return refuse(options, raw, io);
  const settings = await settingsOf(raw, format);
  if (!settings.ok) return refuse(settings, raw, io);
  await complain(settings.issues, io, raw.color);
  const count = Number(workers ?? (claims.some(({ size }) => size > WORTH_WORKERS || size === 0) ? 2 : 0));
  if (!Number.isInteger(count) || count < 0 || count > 64)
    return refuse({ issues: [issue('cli/option/invalid', `--workers ${workers}: a number from 0 to 64.`)] }, raw, io);
  const over = overwritten('--output', output, [
    ...claims.map(({ name }) => name),
    ...(resume === undefined ? [] : [resume]),
  ]);
  if (over) return refuse({ issues: [over] }, raw, io);
  // One file that cannot be read does not stop the others.
  await complain(unread, io, raw.color);
  const run = await prepareRun(claims, settings.value, { output, resume, format }, io);
  if (!run.ok) return refuse(run, raw, io);
  const file = new URL(`file://${join(projectRoot(), 'dist', 'batch-worker.mjs')}`);
  const judges = count === 0 ? ownJudge(settings.value.judge) : workerJudges(settings.value.judge, count, file);
  const bar = progressBar(
    io,
    claims.reduce((sum, { size }) => sum + size, 0),
    // Text that runs over the same screen shows the progress itself.
    raw.quiet === true || (output === undefined && io.stdout.isTTY === true),
  );
  const { close, ...job } = run.value;
  try {
    const summary = await runBatch({
      ...job,
      inputs: claims,
      judges,
      format,
      library: settings.value.judge.library.revision,
      quiet: raw.quiet === true,
      progress: bar.update,
    });
    bar.end();
    if (format === 'csv' || (output !== undefined && format !== 'text'))
      await write(io.stderr, `${inOneLine(summary)}\n`);
    return worst(exitCodeOf(summary, options.value.failOn), unread.length > 0 ? 2 : 0);
  } catch (error) {
    const found = writingIssue(error, output ?? 'standard output');
    if (!found) throw error;
    bar.end();
    return refuse({ issues: [found] }, raw, io);
  } finally {
    bar.end();
    close();
    await judges.close();
  }
}

/** Why nothing can be done at all: what was named cannot be read, or cannot be written in that form. */
function refusalOf({ claims, unread, documents }: Named, format: string | undefined): readonly Issue[] | undefined {
  const forClaims = BATCH_FORMATS.some((name) => name === format) && !FORMATS.some((name) => name === format);
  const [document] = documents;
  if (forClaims && document !== undefined) {
    const what = document === '-' ? 'what is piped in' : document;
    return [issue('cli/option/invalid', `--format ${format} is for claim files (X12 837), and ${what} is none.`)];
  }
  const packed = unread.some(({ code }) => code === 'cli/input/binary');
  return claims.length === 0 && document === undefined && (forClaims || packed) ? unread : undefined;
}

/** What the name of the output says, when nothing else does: `report.html` is a page. */
function formatOf(output: string | undefined): string {
  const extension = output?.split('.').at(-1)?.toLowerCase();
  return BATCH_FORMATS.find((name) => name === extension) ?? 'text';
}

interface Settings {
  readonly judge: JudgeSettings;
  /** Digest of everything that decides the bytes of the output. */
  readonly digest: string;
}

async function settingsOf(raw: ScrubOptions, format: BatchFormat): Promise<Result<Settings>> {
  const surroundings = await surroundingsOf(raw);
  if (!surroundings.ok) return surroundings;
  const library = await loadLibrary();
  if (!library.ok) return library;
  const context = { ...surroundings.value.file.context, ...surroundings.value.flags };
  const shelf = openTables(raw.tables);
  const left: Issue[] = [];
  const tables = judgingTables(shelf, (issue) => left.push(issue)).map(({ buffer }) => buffer);
  const identifiers = raw.identifiers === true;
  const editions = shelf.editions.map(({ kind, edition, sha256 }) => [kind, edition, sha256]);
  const digest = createHash('sha256')
    .update(JSON.stringify([library.value.revision, context, format, editions, raw.quiet === true, identifiers]))
    .digest('hex');
  return ok({ judge: { library: library.value, tables, context, format, maxIssues: 1000, identifiers }, digest }, left);
}

interface Run {
  readonly sink: Sink;
  readonly historyFolder: string;
  readonly from?: Checkpoint;
  readonly checkpoint?: NonNullable<Parameters<typeof runBatch>[0]['checkpoint']>;
  readonly written?: () => void;
  readonly close: () => void;
}

const UNUSABLE: Readonly<Record<Unusable, string>> = {
  broken: 'The file named by --resume is no checkpoint.',
  other: 'The checkpoint belongs to other files, tables, law or options.',
  gone: 'What was kept beside the checkpoint is gone.',
  short: 'The output is shorter than the checkpoint says.',
};

async function prepareRun(
  inputs: readonly Input[],
  { digest }: Settings,
  {
    output,
    resume,
    format,
  }: { readonly output: string | undefined; readonly resume: string | undefined; readonly format: BatchFormat },
  io: Io,
): Promise<Result<Run>> {
  if (resume === undefined) {
    const target = output === undefined ? undefined : openForWriting(output, 'w');
    if (typeof target === 'object') return failed(target);
    const folder = passingFolder();
    return ok({
      sink: target === undefined ? { write: (bytes) => toStream(io, bytes, format) } : fileSink(target),
      historyFolder: join(folder.path, 'history'),
      close: () => {
        if (target !== undefined) closeSync(target);
        folder.remove();
      },
    });
  }
  if (inputs.some(({ size }) => size === 0))
    return failed(issue('cli/resume/unusable', 'Standard input cannot be resumed; name the file.', { at: resume }));
  const run = { path: resume, digest, inputs, output };
  const found = checkpointFor(run);
  if (typeof found === 'string') {
    const at = found === 'short' ? (output ?? 'standard output') : resume;
    return failed(issue('cli/resume/unusable', UNUSABLE[found], { at }));
  }
  const target = output === undefined ? 1 : openForWriting(output, found ? 'r+' : 'w');
  if (typeof target === 'object') return failed(target);
  const state = fstatSync(target);
  if (!state.isFile())
    return failed(
      issue('cli/resume/unusable', 'A run that can be resumed writes to a file (--output).', { at: resume }),
    );
  if (found && state.size < found.output)
    return failed(issue('cli/resume/unusable', UNUSABLE.short, { at: output ?? 'standard output' }));
  ftruncateSync(target, found?.output ?? 0);
  return ok({
    sink: fileSink(target, output === undefined ? undefined : (found?.output ?? 0)),
    historyFolder: historyBeside(resume),
    ...(found ? { from: found } : {}),
    checkpoint: checkpointKeeper(run, CHECKPOINT_MS),
    written: () => rmSync(resume, { force: true }),
    close: () => {
      if (output !== undefined) closeSync(target);
    },
  });
}

async function toStream(io: Io, bytes: Uint8Array, format: BatchFormat): Promise<void> {
  const { stdout } = io;
  if (format === 'text' && stdout.isTTY === true)
    return write(stdout, folded(Buffer.from(bytes).toString('utf8'), pageWidth(io)));
  // A stream may keep what it was given, and the bytes are ours for the call only.
  if (stdout.write(Buffer.from(bytes)) || stdout.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      stdout.off('drain', go).off('close', go).off('error', go);
      resolve();
    };
    stdout.once('drain', go).once('close', go).once('error', go);
  });
}

function inOneLine({ claims, claimsWithBlock, claimsWithWarning, issues }: BatchSummary): string {
  return `${counted(claims, 'claim')}: ${claimsWithBlock} blocked, ${claimsWithWarning} to look at; ${counted(issues, 'issue')} of the file.`;
}

async function refuse(result: { readonly issues: readonly Issue[] }, raw: RawOptions, io: Io): Promise<ExitCode> {
  await complain(result.issues, io, raw.color);
  return 2;
}
