import { forScreen } from '@interspace/batch/render/text';
import type { DescribedSegment } from '@interspace/wire/x12/describe';
import { Describer } from '@interspace/wire/x12/describe';
import { refuse } from '../../complain.ts';
import type { ExitCode } from '../../exit.ts';
import { noX12 } from '../../input/no-x12.ts';
import { openSource } from '../../input/source.ts';
import { wantsColor, write, type Io } from '../../io.ts';
import { styleOf, type Style } from '../../render/style.ts';
import { asIssue } from './issue-of-file.ts';

export interface ShowOptions {
  readonly format: string;
  readonly color?: boolean;
}

/** `x12 show`: every segment of any transaction in words, with its place; what cannot be read is said where it stands. */
export async function showX12(name: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  const source = await openSource(name, io.stdin);
  if (!source.ok) return refuse(source.issues, io, options.color);
  const none = noX12(name, source.value.head, 'x12 show');
  if (none) return refuse([none], io, options.color);
  const style = styleOf(wantsColor(io, options.color));
  const waiting: string[] = [];
  let errors = 0;
  let segments = 0;
  const describer = new Describer({
    segment: (segment) => {
      segments++;
      waiting.push(options.format === 'jsonl' ? `${JSON.stringify(segment)}\n` : inWords(segment, style));
    },
    issue: (found) => {
      if (found.level !== 'warning') errors++;
      const told = asIssue(found, name);
      waiting.push(
        options.format === 'jsonl'
          ? `${JSON.stringify({ issue: told })}\n`
          : `${style.yellow(`  ! ${[told.message, told.hint].join(' ').trim()}`)}  ${style.dim(`[${told.code}; ${told.at}]`)}\n`,
      );
    },
  });
  for await (const chunk of source.value.chunks) {
    describer.push(chunk);
    for (const text of waiting.splice(0)) await write(io.stdout, text);
    if (describer.stopped) break;
  }
  describer.end();
  for (const text of waiting.splice(0)) await write(io.stdout, text);
  return segments === 0 ? 2 : errors > 0 ? 1 : 0;
}

function inWords(segment: DescribedSegment, style: Style): string {
  const indent = '  '.repeat(segment.depth);
  const loop = segment.opens === undefined ? '' : `${indent}${style.bold(`loop ${segment.opens}`)}\n`;
  const place = style.dim(`segment ${segment.place.ordinal}, byte ${segment.place.offset}`);
  const unknown = segment.known ? '' : style.yellow(' (not in the map of this transaction)');
  const head = `${indent}${style.bold(segment.id)} ${segment.words}${unknown}  ${place}\n`;
  const elements = segment.elements
    .filter((element) => element.value !== '')
    .map((element) => {
      const meaning = element.meaning === undefined ? '' : style.dim(` = ${element.meaning}`);
      return `${indent}  ${segment.id}${element.position.padStart(2, '0')}  ${element.words}: ${forScreen(element.value)}${meaning}\n`;
    });
  return `${loop}${head}${elements.join('')}`;
}
