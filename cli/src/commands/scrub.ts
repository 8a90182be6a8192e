import { closeSync, fstatSync, ftruncateSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createHash } from 'node:crypto';
import type { Checkpoint } from '@interspace/batch/run/checkpoint';
import { checkpointFor, checkpointKeeper, historyBeside, type Unusable } from '@interspace/batch/run/resume';
import { fileSink } from '@interspace/batch/run/file-sink';
import type { Input } from '@interspace/batch/run/input';
import { count, number } from '@interspace/batch/render/numbers';
import { ownJudge, workerJudges } from '@interspace/batch/run/judges';
import { runBatch, type Sink } from '@interspace/batch/run/run-batch';
import { BATCH_FORMATS, type BatchFormat, type JudgeSettings } from '@interspace/batch/settings';
import type { BatchSummary } from '@interspace/batch/summary';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { openTables } from '@interspace/library/tables/open-tables';
import { exitCodeOf } from './scrub-exit.ts';
import { claimInputs, type Named } from './scrub-inputs.ts';
import { ofPassing, openForWriting, passingFolder } from './scrub-output.ts';
import { reviewDocuments } from './review.ts';
import { complain, refuse } from '../complain.ts';
import { worst, type ExitCode } from '../exit.ts';
import { surroundingsOf } from '../input/context.ts';
import { checkNames } from '../input/known-names.ts';
import { screenWidth, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { overwritten, writingIssue } from '../output.ts';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { loadLibrary } from '../library.ts';
import { FORMATS, readOptions, wrong, type RawOptions } from '../options.ts';
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
  const foreign = raw.format === undefined ? foreignOutput(output) : undefined;
  if (foreign) return refuse([foreign], io, raw.color);
  const format = BATCH_FORMATS.find((name) => name === (raw.format ?? formatOf(output)));
  const opened = await claimInputs(names, io);
  const { claims, documents, again } = opened;
  const refusal = refusalOf(opened, raw.format);
  if (refusal) return refuse(refusal, io, raw.color);
  const asDocument = format === undefined && ['markdown', 'md'].includes(raw.format ?? '');
  if (claims.length === 0 || (documents.length === 0 && asDocument)) {
    const stdin = opened.stdin ? Object.assign(Readable.from(opened.stdin), { isTTY: false }) : io.stdin;
    return reviewDocuments(files, rest, { ...io, stdin }, SCRUB);
  }
  if (format === undefined) return refuse([wrong('format', raw.format ?? '', BATCH_FORMATS)], io, raw.color);
  const options = readOptions({ ...rest, format: 'text' });
  if (!options.ok) return refuse(options.issues, io, raw.color);
  // One file that cannot be read does not stop the others.
  const unread = [...opened.unread, ...documents.map(noClaimFile)];
  const settings = await settingsOf(raw, format, claims.length > 1);
  if (!settings.ok) return refuse(settings.issues, io, raw.color);
  await complain(settings.issues, io, raw.color);
  const threads = Number(workers ?? (claims.some(({ size }) => size > WORTH_WORKERS || size === 0) ? 2 : 0));
  if (!Number.isInteger(threads) || threads < 0 || threads > 64)
    return refuse([issue('cli/option/invalid', `--workers ${workers}: a number from 0 to 64.`)], io, raw.color);
  const over = overwritten('--output', output, [
    ...claims.map(({ name }) => name),
    ...(resume === undefined ? [] : [resume]),
  ]);
  if (over) return refuse([over], io, raw.color);
  await complain([...again, ...unread], io, raw.color);
  const run = await prepareRun(claims, settings.value, { output, resume, format }, io);
  if (!run.ok) return refuse(run.issues, io, raw.color);
  const judges =
    threads === 0 ? ownJudge(settings.value.judge) : workerJudges(settings.value.judge, threads, workerFile());
  const bar = progressBar(
    io,
    claims.reduce((sum, { size }) => sum + size, 0),
    // Text that runs over the same screen shows the progress itself.
    raw.quiet === true || (output === undefined && io.stdout.isTTY === true),
  );
  const { close, ...job } = run.value;
  const kept = resume === undefined ? passingFolder() : undefined;
  try {
    if (kept && 'code' in kept) return await refuse([kept], io, raw.color);
    const summary = await runBatch({
      ...job,
      historyFolder: kept ? join(kept.path, 'history') : historyBeside(resume!),
      ...(kept ? { opened: kept.opened } : {}),
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
    return refuse([kept && 'path' in kept ? ofPassing(found, kept) : found], io, raw.color);
  } finally {
    bar.end();
    close();
    if (kept && 'remove' in kept) kept.remove();
    await judges.close();
  }
}

function workerFile(): URL {
  return pathToFileURL(join(projectRoot(), 'dist', 'batch-worker.mjs'));
}

function noClaimFile(name: string): Issue {
  const message = 'This is no claim file (X12 837); the claim files beside it were judged without it.';
  return issue('cli/claims/none', message, { at: name, hint: 'Scrub it by itself when it holds a claim.' });
}

/** Why nothing can be done at all: what was named cannot be read, or cannot be written in that form. */
function refusalOf({ claims, unread, documents }: Named, format: string | undefined): readonly Issue[] | undefined {
  if (claims.length > 0) return undefined;
  const forDocuments = FORMATS.some((name) => name === format);
  const forClaims = BATCH_FORMATS.some((name) => name === format) && !forDocuments;
  const [document] = documents;
  if (forClaims && document !== undefined) {
    const what = document === '-' ? 'what is piped in' : document;
    const hint = `A claim file begins with ISA. Of a form with a claim: --format ${FORMATS.join(', ')}.`;
    const message = `--format ${format} is for claim files (X12 837), and ${what} is none.`;
    return [issue('cli/option/invalid', message, { hint })];
  }
  const packed = unread.some(({ code }) => code === 'cli/input/binary');
  const plain = forClaims || packed || !(forDocuments && format !== 'text');
  return document === undefined && unread.length > 0 && plain ? unread : undefined;
}

/** What the name of the output says, when nothing else does: `report.html` is a page. */
function formatOf(output: string | undefined): string {
  const extension = output?.split('.').at(-1)?.toLowerCase();
  return BATCH_FORMATS.find((name) => name === extension) ?? 'text';
}

/** A name that promises what is never written would open as a broken file. */
function foreignOutput(output: string | undefined): Issue | undefined {
  if (output === undefined || !/\.(?:xlsx?|ods|pdf|docx?)$/i.test(output)) return undefined;
  const hint = 'Name a .csv for a spreadsheet, or a .html to read, mail and print.';
  return issue('cli/option/invalid', `--output ${output}: files of this kind are not written.`, { hint });
}

interface Settings {
  readonly judge: JudgeSettings;
  /** Digest of everything that decides the bytes of the output. */
  readonly digest: string;
}

async function settingsOf(raw: ScrubOptions, format: BatchFormat, severalFiles: boolean): Promise<Result<Settings>> {
  const surroundings = await surroundingsOf(raw);
  if (!surroundings.ok) return surroundings;
  if (raw.tables !== undefined && statSync(raw.tables, { throwIfNoEntry: false })?.isDirectory() !== true)
    return failed(issue('cli/input/not-found', 'There is no such folder of tables.', { at: raw.tables }));
  const library = await loadLibrary();
  if (!library.ok) return library;
  const context = { ...surroundings.value.file.context, ...surroundings.value.flags };
  const left = checkNames(context, library.value);
  if (left.some(({ level }) => level !== 'warning')) return failed(...left);
  if (raw.history !== undefined) left.push({ ...issue('cli/option/invalid', HISTORY_OF_ONE), level: 'warning' });
  const shelf = openTables(raw.tables);
  const tables = judgingTables(shelf, (issue) => left.push(issue)).map(({ buffer }) => buffer);
  const identifiers = raw.identifiers === true;
  const editions = shelf.editions.map(({ kind, edition, sha256 }) => [kind, edition, sha256]);
  const digest = createHash('sha256')
    .update(JSON.stringify([library.value.revision, context, format, editions, raw.quiet === true, identifiers]))
    .digest('hex');
  const judge = { library: library.value, tables, context, format, maxIssues: 1000, identifiers, severalFiles };
  return ok({ judge, digest }, left);
}

const HISTORY_OF_ONE =
  '--history tells the sessions of one patient and is not used for claim files: put earlier claims into the same run.';

interface Run {
  readonly sink: Sink;
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
    return ok({
      sink: target === undefined ? { write: (bytes) => toStream(io, bytes, format) } : fileSink(target),
      close: () => {
        if (target !== undefined) closeSync(target);
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
    return write(stdout, folded(Buffer.from(bytes).toString('utf8'), screenWidth(io)));
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
  const found = `${number(claimsWithBlock)} blocked, ${number(claimsWithWarning)} to look at`;
  return `${count(claims, 'claim')}: ${found}; ${count(issues, 'issue')} of the file.`;
}
