import { join } from 'node:path';
import type { Library } from '@interspace/core/model/library';
import type { IsoDate } from '@interspace/core/model/date';
import type { Result } from '@interspace/core/model/result';
import type { ExitCode } from '../exit.ts';
import { surroundingsOf, type Around, type ContextFlags } from '../input/context.ts';
import type { ReadyJob } from '../input/job.ts';
import { openDocument } from '../input/jobs.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { inProject } from '../library.ts';
import { styleOf } from '../render/style.ts';
import { differenceInWords } from '../render/text/difference.ts';
import { count } from '@interspace/core/review/words';
import { projectRoot } from '../root.ts';
import { complain, refuse } from '../complain.ts';
import { fault } from './review.ts';

export interface ImpactOptions extends ContextFlags {
  readonly claims: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly format?: string;
  readonly color?: boolean;
}

interface Counted {
  read: number;
  changed: number;
  refused: number;
}

/**
 * Which documents would be judged differently by two laws. Without `--from` the committed law is compared with the one in
 * the folder; with dates each document is judged by the law of those days, whatever its own date of service.
 */
export async function impactCommand(options: ImpactOptions, io: Io): Promise<ExitCode> {
  const { claims, from = 'HEAD', to, format, color, ...flags } = options;
  const surroundings = await surroundingsOf(flags);
  const laws = await readLaws(from, to);
  if (!surroundings.ok || !laws.ok) {
    return refuse(
      [surroundings, laws]
        .flatMap((part) => (part.ok ? [] : part.issues))
        .slice(0, 5)
        .map(inProject),
      io,
      color,
    );
  }
  const { compareReviews } = await import('@interspace/core/review/compare-reviews');
  const [before, after] = laws.value;
  const around: Around = { ...surroundings.value, facts: after.facts };
  const counted: Counted = { read: 0, changed: 0, refused: 0 };
  const json: object[] = [];
  const style = styleOf(wantsColor(io, color));
  for (const name of claims) {
    const { jobs } = await openDocument(name, io.stdin, around);
    for await (const job of jobs) {
      if (job.input === undefined) {
        counted.refused += 1;
        await complain(job.issues, io, color);
        continue;
      }
      counted.read += 1;
      const found = safely(() => compareReviews(before.review(job.input), after.review(job.input)));
      if (found instanceof Error) {
        counted.refused += 1;
        await complain([fault(found, job.source)], io, color);
      } else if (found) {
        counted.changed += 1;
        const told = { source: job.source, ...idOf(job), ...found };
        if (format === 'jsonl') await write(io.stdout, `${JSON.stringify(told)}\n`);
        else if (format === 'json') json.push(told);
        else await write(io.stdout, `${differenceInWords(headingOf(job), found, style, pageWidth(io)).join('\n')}\n\n`);
      }
    }
  }
  if (format === 'json')
    await write(
      io.stdout,
      `${JSON.stringify({ from: before.name, to: after.name, ...counted, changes: json }, undefined, 2)}\n`,
    );
  else if (format !== 'jsonl')
    await write(
      io.stdout,
      `${style.bold(`${counted.changed} of ${count(counted.read, 'document')} judged differently`)} by ${before.name} and by ${after.name}${counted.refused === 0 ? '' : `; ${counted.refused} could not be read`}.\n`,
    );
  return counted.refused > 0 ? 2 : counted.changed > 0 ? 1 : 0;
}

interface Law {
  readonly name: string;
  readonly facts: ReadonlySet<string>;
  readonly review: (
    input: NonNullable<ReadyJob['input']>,
  ) => Parameters<typeof import('@interspace/core/review/compare-reviews').compareReviews>[0];
}

async function readLaws(from: string, to: string | undefined): Promise<Result<readonly [Law, Law]>> {
  const [{ readSide }, { lawOfDay }, { prepareLibrary }, { review }] = await Promise.all([
    import('@interspace/library/diff/read-side'),
    import('@interspace/library/diff/law-of-day'),
    import('@interspace/core/review/prepare'),
    import('@interspace/core/review/review'),
  ]);
  const directory = join(projectRoot(), 'library');
  const before = readSide(from, directory);
  const after = before.ok ? readSide(to, directory) : before;
  if (!before.ok) return before;
  if (!after.ok) return after;
  const lawOf = ({ name, library, on }: { name: string; library: Library; on?: IsoDate | undefined }): Law => {
    const prepared = prepareLibrary(on === undefined ? library : lawOfDay(library, on));
    const facts = new Set<string>(library.facts.map((fact) => fact.name));
    return { name: on === undefined ? name : `the law of ${name}`, facts, review: (input) => review(input, prepared) };
  };
  return { ok: true, issues: [], value: [lawOf(before.value), lawOf(after.value)] };
}

function safely<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function idOf(job: ReadyJob): { id?: string } {
  return job.input.id === undefined ? {} : { id: job.input.id };
}

function headingOf(job: ReadyJob): string {
  return job.input.id === undefined || job.source.includes(job.input.id)
    ? job.source
    : `${job.source} · ${job.input.id}`;
}
