import { join } from 'node:path';
import type { Change } from '@interspace/library/diff/diff-libraries';
import type { ExitCode } from '../exit.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { inProject } from '../library.ts';
import { hang } from '../render/layout.ts';
import { styleOf, type Style } from '../render/style.ts';
import { count } from '@interspace/core/review/words';
import { projectRoot } from '../root.ts';
import { refuse } from '../complain.ts';

export interface DiffOptions {
  readonly format?: string;
  readonly color?: boolean;
  readonly document?: string;
  readonly code?: string;
  readonly all?: boolean;
}

/** What changed in the law between two dates, folders or revisions, in words. */
export async function diffCommand(
  from: string,
  to: string | undefined,
  options: DiffOptions,
  io: Io,
): Promise<ExitCode> {
  const { readSide } = await import('@interspace/library/diff/read-side');
  const { diffLibraries } = await import('@interspace/library/diff/diff-libraries');
  const directory = join(projectRoot(), 'library');
  const before = readSide(from, directory);
  const after = before.ok ? readSide(to, directory) : before;
  if (!before.ok || !after.ok) {
    return refuse(
      [before, after]
        .flatMap((side) => (side.ok ? [] : side.issues))
        .slice(0, 5)
        .map(inProject),
      io,
      options.color,
    );
  }
  const changes = diffLibraries(before.value, after.value).filter((change) => isWanted(change, options));
  const sides = [before.value, after.value].map(({ name, library, on }) => ({
    name,
    revision: library.revision,
    ...(on === undefined ? {} : { on }),
  }));
  if (options.format === 'json') {
    await write(io.stdout, `${JSON.stringify({ from: sides[0], to: sides[1], changes }, undefined, 2)}\n`);
    return 0;
  }
  const style = styleOf(wantsColor(io, options.color));
  const title = style.bold(`From ${sides[0]?.name ?? ''} to ${sides[1]?.name ?? ''}`);
  await write(
    io.stdout,
    `${[title, summary(changes), ...inWords(changes, style, pageWidth(io), options.all === true)].join('\n')}\n`,
  );
  return 0;
}

function isWanted({ documents, codes, id }: Change, { document, code }: DiffOptions): boolean {
  const wanted = document?.toUpperCase();
  return (
    (wanted === undefined || documents.includes(wanted) || id === wanted) &&
    (code === undefined || codes.includes(code.toUpperCase()))
  );
}

function summary(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing is said differently.';
  const kinds = [...new Set(changes.map(({ kind }) => kind))].map((kind) => {
    const number = changes.filter((one) => one.kind === kind).length;
    return count(number, kind, kind.endsWith('ion') && kind === 'criterion' ? 'criteria' : undefined);
  });
  return `${count(changes.length, 'change')}: ${kinds.join(', ')}.`;
}

/** Under the date of service from which each makes a difference. */
function inWords(changes: readonly Change[], style: Style, width: number, all: boolean): string[] {
  const days = [...new Set(changes.map(({ effective }) => effective.join(', ')))];
  return days.flatMap((day) => [
    '',
    style.bold(day === '' ? 'FOR EVERY DATE OF SERVICE' : `FROM DATE OF SERVICE ${day}`),
    ...changes
      .filter(({ effective }) => effective.join(', ') === day)
      .flatMap((change) => oneInWords(change, style, width, all)),
  ]);
}

const INK = { added: 'green', removed: 'red', changed: 'yellow' } as const;

function oneInWords(change: Change, style: Style, width: number, all: boolean): string[] {
  const { kind, id, title, documents, codes, aspects, file } = change;
  const where = [
    few(documents.filter((one) => one !== id)),
    codes.length <= 8 || kind === 'criterion' ? few(codes.filter((one) => one !== id)) : '',
  ];
  return [
    ...hang('  ', `${style[INK[change.change]](change.change)} ${kind} ${style.bold(id)} · ${title}`, width),
    ...where.filter(Boolean).flatMap((text) => hang('    ', style.dim(text), width)),
    ...aspects.flatMap(({ aspect, before, after }) => [
      `    ${aspect}`,
      ...some(before, all).flatMap((text) => hang(`      ${style.red('-')} `, text, width)),
      ...some(after, all).flatMap((text) => hang(`      ${style.green('+')} `, text, width)),
    ]),
    ...(file === undefined ? [] : [style.dim(`    library/${file}`)]),
  ];
}

function some(texts: readonly string[], all: boolean): string[] {
  return all || texts.length <= 12
    ? [...texts]
    : [...texts.slice(0, 10), `… and ${texts.length - 10} more (--all shows them)`];
}

function few(words: readonly string[]): string {
  return words.length <= 10 ? words.join(' ') : `${words.slice(0, 10).join(' ')} and ${words.length - 10} more`;
}
