import type { Issue } from '@interspace/core/model/result';
import type { Review } from '@interspace/core/model/review';
import type { ReadyJob } from '../input/job.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import type { Format } from '../options.ts';
import { reviewAsMarkdown } from './markdown/review.ts';
import { pageOf, tint } from './page.ts';
import { headlineOf } from '@interspace/core/review/summary';
import { reviewAsText, type Part } from './text/review.ts';

/** Puts Reviews and refusals on standard output, one after the other, in one format. */
export interface Emitter {
  review(review: Review, job: ReadyJob): Promise<void>;
  refusal(refusal: { source: string; id?: string | undefined; issues: readonly Issue[] }): Promise<void>;
  end(): Promise<void>;
}

export interface EmitOptions {
  readonly format: Format;
  readonly many: boolean;
  readonly parts: readonly Part[];
  readonly quiet: boolean;
  readonly details: boolean;
  readonly color: boolean | undefined;
  /** What a command shows of a Review in JSON; the whole of it unless told. */
  readonly project?: (review: Review) => object;
}

export function emitter(io: Io, options: EmitOptions): Emitter {
  switch (options.format) {
    case 'json':
      return json(io, options);
    case 'jsonl':
      return jsonl(io, options);
    case 'text':
    case 'markdown':
      return pages(io, options);
  }
}

/** One Review is one object; several are one list, written as they come. */
function json(io: Io, { many, project = (review) => review }: EmitOptions): Emitter {
  let count = 0;
  const item = async (value: object): Promise<void> => {
    const text = JSON.stringify(value, undefined, 2);
    await write(io.stdout, many ? `${count === 0 ? '[\n' : ',\n'}${text}` : `${text}\n`);
    count++;
  };
  return {
    review: (review) => item(project(review)),
    refusal: (refusal) => item(refusal),
    end: async () => {
      if (many) await write(io.stdout, count === 0 ? '[]\n' : '\n]\n');
    },
  };
}

function jsonl(io: Io, { project = (review) => review }: EmitOptions): Emitter {
  const line = (value: object): Promise<void> => write(io.stdout, `${JSON.stringify(value)}\n`);
  return {
    review: (review) => line(project(review)),
    refusal: ({ source, id, issues }) => line({ ...(id === undefined ? {} : { id }), source, issues }),
    end: async () => {},
  };
}

function pages(io: Io, { format, parts, quiet, details, color }: EmitOptions): Emitter {
  const width = pageWidth(io);
  const between = format === 'markdown' ? '\n---\n\n' : `\n${'─'.repeat(width)}\n\n`;
  let count = 0;
  return {
    review: async (review, job) => {
      const page = pageOf(width, format === 'text' && wantsColor(io, color), job.input.documents, details);
      const subject = { source: job.source, context: job.input.context };
      if (quiet) {
        const mark = headlineOf(review, parts);
        return write(
          io.stdout,
          `${job.source}${review.id === undefined ? '' : ` ${review.id}`}: ${tint(page, mark, `${mark.sign} ${mark.word}`)}\n`,
        );
      }
      const body =
        format === 'markdown'
          ? reviewAsMarkdown(review, subject, page, parts)
          : reviewAsText(review, subject, page, parts);
      await write(io.stdout, `${count++ === 0 ? '' : between}${body}\n`);
    },
    refusal: async () => {},
    end: async () => {},
  };
}
