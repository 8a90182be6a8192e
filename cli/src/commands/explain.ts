import type { ExitCode } from '../exit.ts';
import type { Explanation } from '@interspace/library/explain/explanation';
import { explainableIds, findExplanation } from '@interspace/library/explain/find';
import { explainIssue } from '@interspace/library/explain/issue';
import type { Library } from '@interspace/core/model/library';
import { KNOWN_ISSUES } from '../explain/known-issues.ts';
import { suggestion } from '../input/did-you-mean.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { loadLibrary } from '../library.ts';
import { hang } from '../render/layout.ts';
import { styleOf, type Style } from '../render/style.ts';
import { projectRoot } from '../root.ts';
import { refuse } from '../complain.ts';

export async function explain(id: string, options: { format: string; color?: boolean }, io: Io): Promise<ExitCode> {
  const library = await loadLibrary();
  if (!library.ok) return refuse(library.issues, io, options.color);
  const bare = findExplanation(library.value, id) ?? explainIssue(KNOWN_ISSUES, id);
  if (!bare) {
    const near = suggestion(id, everyId(library.value));
    const parts = near === '' ? containing(id, everyId(library.value)) : near;
    return refuse([issue('cli/explain/not-found', `Nothing is known as "${id}".${parts}`)], io, options.color);
  }
  const { withExample } = await import('@interspace/library/explain/worked-example');
  const found = withExample(bare, library.value, projectRoot());
  const text =
    options.format === 'json'
      ? JSON.stringify(found, undefined, 2)
      : inWords(found, styleOf(wantsColor(io, options.color)), pageWidth(io));
  await write(io.stdout, `${text}\n`);
  return 0;
}

function* everyId(library: Library): Generator<string> {
  yield* explainableIds(library);
  for (const table of KNOWN_ISSUES) yield* Object.keys(table);
}

function containing(part: string, ids: Iterable<string>): string {
  const found = [...ids].filter((id) => id.includes(part.toLowerCase())).slice(0, 5);
  return found.length === 0 ? '' : ` Ids with it: ${found.join(', ')}.`;
}

function inWords({ id, kind, title, sections, file }: Explanation, style: Style, width: number): string {
  return [
    ...hang('', `${style.bold(id)} · ${kind}`, width),
    ...hang('', title, width),
    ...sections.flatMap(({ heading, lines }) => [
      '',
      style.bold(heading.toUpperCase()),
      ...lines.flatMap((line) => indented(line, width)),
    ]),
    ...(file === undefined ? [] : ['', style.dim(file.startsWith('library/') ? file : `library/${file}`)]),
  ].join('\n');
}

/** Keeps the indent of a nested clause and hangs its own text. */
function indented(line: string, width: number): string[] {
  const [, blanks = '', bullet = ''] = /^( *)(- )?/.exec(line) ?? [];
  return hang(`  ${blanks}${bullet}`, line.slice(blanks.length + bullet.length), width);
}
