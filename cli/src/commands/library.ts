import { join } from 'node:path';
import type { Issue } from '@interspace/core/model/result';
import type { ExitCode } from '../exit.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { firstOfEachFile, inProject } from '../library.ts';
import { issueAsText } from '../render/issue.ts';
import { pad } from '../render/layout.ts';
import { styleOf } from '../render/style.ts';
import { count } from '@interspace/core/review/words';
import { projectRoot } from '../root.ts';
import { today } from '../today.ts';

/** The law's own health: `check` reads everything strictly, `test` runs the cases. Figures on standard output. */
export async function libraryCommand(
  name: 'check' | 'test',
  options: { color?: boolean; all?: boolean },
  io: Io,
): Promise<ExitCode> {
  const directory = join(projectRoot(), 'library');
  const { issues, figures } = name === 'check' ? await check(directory) : await test(directory, options.all === true);
  const located = firstOfEachFile(issues.map(inProject));
  const errors = located.filter(({ level }) => level !== 'warning');
  const warnings = located.filter(({ level }) => level === 'warning');
  const style = styleOf(wantsColor(io, options.color));
  const shown = [...errors, ...(options.all ? warnings : warnings.slice(0, 10))];
  for (const found of shown) await write(io.stdout, `${issueAsText(found, style, pageWidth(io))}\n`);
  const more = errors.length + warnings.length - shown.length;
  if (more > 0) await write(io.stdout, `… and ${count(more, 'more warning')} (--all shows them)\n`);
  await write(io.stdout, `${figures.join('\n')}\n`);
  const verdict = `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`;
  await write(io.stdout, `${errors.length === 0 ? style.green(`✓ ${verdict}`) : style.red(`✗ ${verdict}`)}\n`);
  return errors.length === 0 ? 0 : 1;
}

interface Outcome {
  readonly issues: readonly Issue[];
  readonly figures: readonly string[];
}

async function check(directory: string): Promise<Outcome> {
  const { checkLibrary } = await import('@interspace/library/check');
  const { issues, revision, counts, requirements } = checkLibrary(directory, today());
  const rows = requirements.map(
    ({ policy, rows, modelled, excused }) =>
      `  ${pad(policy, 34)} ${rows} rows: ${modelled} modelled, ${excused} excused, ${rows - modelled - excused} orphan`,
  );
  const figures = Object.entries(counts).map(([name, number]) => `${String(number).padStart(6)}  ${name}`);
  return {
    issues,
    figures: [...figures, ...(rows.length === 0 ? [] : ['requirements', ...rows]), `revision ${revision}`],
  };
}

async function test(directory: string, all: boolean): Promise<Outcome> {
  const { testLibrary } = await import('@interspace/library/test-cases');
  const { issues, criteria } = testLibrary(directory);
  const total = (of: (entry: (typeof criteria)[number]) => number): number =>
    criteria.reduce((sum, entry) => sum + of(entry), 0);
  const by = (['met', 'not-met', 'unknown', 'not-applicable'] as const).map(
    (status) => `${total((entry) => entry.counts[status])} ${status}`,
  );
  const unreached = criteria.flatMap((entry) => entry.unreached.map((clause) => `  ${entry.criterion}: ${clause}`));
  const shown = all ? unreached : unreached.slice(0, 10);
  const more = unreached.length - shown.length;
  return {
    issues,
    figures: [
      `${count(
        total((entry) => entry.cases),
        'case',
      )} of ${count(criteria.length, 'criterion', 'criteria')}: ${by.join(', ')}; ${total((entry) => entry.boundary)} at a boundary`,
      `${count(
        total((entry) => entry.clauses),
        'clause',
      )}, ${unreached.length} that no case showed both met and not met${unreached.length === 0 ? '' : ':'}`,
      ...shown,
      ...(more > 0 ? [`  … and ${more} more (--all shows them)`] : []),
    ],
  };
}
