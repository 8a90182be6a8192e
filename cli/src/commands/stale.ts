import { join } from 'node:path';
import type { Overdue, Upkeep } from '@interspace/library/upkeep/stale';
import type { ExitCode } from '../exit.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { hang } from '../render/layout.ts';
import { styleOf, type Style } from '../render/style.ts';
import { count } from '@interspace/core/review/words';
import { projectRoot } from '../root.ts';
import { today } from '../today.ts';
import { refuse } from '../complain.ts';

export interface StaleOptions {
  readonly on?: string;
  readonly format?: string;
  readonly color?: boolean;
  readonly all?: boolean;
}

/** What of the law has passed its review date. Exit 1 when something has. */
export async function staleCommand(options: StaleOptions, io: Io): Promise<ExitCode> {
  const { isIsoDate } = await import('@interspace/core/model/date');
  const on = options.on ?? today();
  if (!isIsoDate(on)) {
    return refuse(
      [issue('cli/option/invalid', `--on ${on}: a date is written YYYY-MM-DD.`, { at: '--on' })],
      io,
      options.color,
    );
  }
  const { staleLibrary } = await import('@interspace/library/upkeep/stale');
  const upkeep = staleLibrary(join(projectRoot(), 'library'), on);
  if (upkeep.issues.length > 0) {
    return refuse(upkeep.issues, io, options.color);
  }
  if (options.format === 'json') {
    const { issues: _none, ...told } = upkeep;
    await write(io.stdout, `${JSON.stringify(told, undefined, 2)}\n`);
  } else {
    await write(
      io.stdout,
      `${inWords(upkeep, styleOf(wantsColor(io, options.color)), pageWidth(io), options.all === true).join('\n')}\n`,
    );
  }
  return upkeep.files.length + upkeep.rules.length === 0 ? 0 : 1;
}

function inWords(
  { on, files, rules, undated, next, counts }: Upkeep,
  style: Style,
  width: number,
  all: boolean,
): string[] {
  const shown = all ? rules : rules.slice(0, 15);
  const more = rules.length - shown.length;
  return [
    style.bold(
      `On ${on}: ${files.length} of ${count(counts.files, 'file')} and ${rules.length} of ${count(counts.rules, 'rule')} are due`,
    ),
    ...(files.length === 0 ? [] : ['', style.bold('FILES')]),
    ...files.flatMap((one) => overdue(one, style, width)),
    ...(rules.length === 0 ? [] : ['', style.bold('RULES')]),
    ...shown.flatMap((one) => overdue(one, style, width)),
    ...(more > 0 ? [`  … and ${count(more, 'more rule')} (--all shows them)`] : []),
    ...(undated.length === 0
      ? []
      : [
          '',
          `${count(undated.length, 'rule')} without a reading date: ${undated
            .slice(0, 8)
            .map(({ id }) => id)
            .join(', ')}${undated.length > 8 ? ' …' : ''}`,
        ]),
    ...(next === undefined ? [] : ['', `Next: ${next.what} on ${next.due}.`]),
  ];
}

function overdue({ kind, id, read, due, interval, because }: Overdue, style: Style, width: number): string[] {
  const when = read === undefined ? `due since ${due}` : `read ${read}, due ${due} (${interval})`;
  return [
    ...hang(`  ${style.yellow('!')} `, `${kind === 'file' ? '' : `${kind} `}${id} · ${when}`, width),
    ...hang('    ', style.dim(because), width),
  ];
}
