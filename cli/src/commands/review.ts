import type { Issue, Result } from '@interspace/core/model/result';
import type { Review } from '@interspace/core/model/review';
import { complain, refuse } from '../complain.ts';
import { loadEngine, type Engine } from '../engine.ts';
import { exitOf, worst, type ExitCode, type FailOn } from '../exit.ts';
import { surroundingsOf, type Around } from '../input/context.ts';
import { checkNames } from '../input/known-names.ts';
import { openDocument, type OpenedDocument } from '../input/jobs.ts';
import type { Job, ReadyJob } from '../input/job.ts';
import { standardInput, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { readOptions, type Options, type RawOptions } from '../options.ts';
import { emitter, type Emitter } from '../render/emit.ts';
import { ALL_PARTS, type Part } from '../render/text/review.ts';

/** What makes `code` and `scrub` narrower than `review`. */
export interface Mode {
  readonly parts: readonly Part[];
  readonly project?: (review: Review) => object;
  /** Issues that refuse a document before it is reviewed. */
  readonly refuse?: (job: ReadyJob) => readonly Issue[];
  /** What of the Review concerns this command; its exit code counts nothing else. */
  readonly narrow?: (review: Review) => Review;
  /** Documents that the flags themselves make, instead of files. */
  readonly jobs?: (around: Around) => readonly Job[];
  /** When the answer has something to do; findings decide unless told. */
  readonly exit?: (review: Review, failOn: FailOn) => ExitCode;
}

export const REVIEW: Mode = { parts: ALL_PARTS };

/** Reviews every named document; one that cannot be read does not stop the others. */
export async function reviewDocuments(
  files: readonly string[],
  raw: RawOptions,
  io: Io,
  mode: Mode,
): Promise<ExitCode> {
  const prepared = await prepare(files, raw, io, mode.jobs !== undefined);
  if (!prepared.ok) return refuse(prepared.issues, io, raw.color);
  const { options, around, engine, names } = prepared.value;
  await complain(prepared.issues, io, options.color);
  let exit: ExitCode = 0;
  let out: Emitter | undefined;
  const made = mode.jobs?.(around) ?? [];
  for (const name of made.length > 0 && files.length === 0 ? ['flags'] : names) {
    const document =
      made.length > 0 && files.length === 0 ? opened(made) : await openDocument(name, standardInput(io), around);
    out ??= emitterFor(document, names, options, io, mode);
    for await (const job of safely(document.jobs, name)) {
      const outcome = judge(job, engine, mode);
      if (!('review' in outcome)) {
        await complain(outcome.issues, io, options.color);
        if (outcome.issues.every(({ level }) => level === 'warning')) continue;
        await out.refusal({ source: job.source, ...('id' in job ? { id: job.id } : {}), issues: outcome.issues });
        exit = 2;
        continue;
      }
      await complain(outcome.job.issues, io, options.color);
      await out.review(outcome.review, outcome.job);
      exit = worst(exit, (mode.exit ?? exitOf)(outcome.review, options.failOn));
    }
  }
  await out?.end();
  return exit;
}

function opened(jobs: readonly Job[]): OpenedDocument {
  return {
    kind: 'form',
    jobs: (async function* () {
      yield* jobs;
    })(),
  };
}

interface Prepared {
  readonly options: Options;
  readonly around: Around;
  readonly engine: Engine;
  readonly names: readonly string[];
}

async function prepare(files: readonly string[], raw: RawOptions, io: Io, made: boolean): Promise<Result<Prepared>> {
  const options = readOptions(raw);
  if (!options.ok) return options;
  if (files.length === 0 && !made && io.stdin.isTTY === true)
    return { ok: false, issues: [issue('cli/input/none', 'No file was named and nothing is piped in.')] };
  const surroundings = await surroundingsOf(options.value.context);
  if (!surroundings.ok) return surroundings;
  const engine = await loadEngine();
  if (!engine.ok) return engine;
  const { flags, file } = surroundings.value;
  const issues = checkNames({ ...file.context, ...flags }, engine.value.library);
  if (issues.some(({ level }) => level !== 'warning')) return { ok: false, issues };
  const facts = new Set(engine.value.library.facts.map(({ name }) => name));
  const around = { ...surroundings.value, facts };
  return {
    ok: true,
    issues: [...engine.issues, ...issues],
    value: { options: options.value, around, engine: engine.value, names: files.length === 0 ? ['-'] : files },
  };
}

function emitterFor(first: OpenedDocument, names: readonly string[], options: Options, io: Io, mode: Mode): Emitter {
  const bulk = first.kind === 'notes-in-bulk';
  const format = options.format ?? (bulk ? 'jsonl' : 'text');
  return emitter(io, {
    format,
    many: names.length > 1 || bulk || first.kind === 'x12',
    parts: mode.parts,
    quiet: options.quiet,
    details: options.details,
    color: options.color,
    ...(mode.project ? { project: mode.project } : {}),
  });
}

function judge(job: Job, engine: Engine, mode: Mode): { review: Review; job: ReadyJob } | { issues: readonly Issue[] } {
  if (job.input === undefined) return { issues: job.issues };
  const refusal = mode.refuse?.(job) ?? [];
  if (refusal.length > 0) return { issues: refusal };
  try {
    const whole = engine.review(job.input);
    const review = mode.narrow ? mode.narrow(whole) : whole;
    const { locate } = job;
    return { review: locate ? { ...review, findings: review.findings.map(locate) } : review, job };
  } catch (error) {
    return { issues: [fault(error, job.source)] };
  }
}

/** A fault while reading becomes a refusal of the rest of that document. */
async function* safely(jobs: AsyncIterable<Job>, name: string): AsyncGenerator<Job> {
  try {
    yield* jobs;
  } catch (error) {
    yield { source: name, issues: [fault(error, name)] };
  }
}

/** Our mistake: said once, without a stack unless asked for. */
export function fault(error: unknown, at: string): Issue {
  if (process.env['INTERSPACE_DEBUG'])
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return issue('cli/fault', `This program failed (${what}).`, { at });
}
