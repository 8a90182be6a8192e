import { forecast } from '@interspace/core/coverage/forecast';
import { preparePolicies } from '@interspace/core/coverage/prepare';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import { resolveContext } from '@interspace/core/review/resolve-context';
import type { ExitCode } from '../exit.ts';
import { surroundingsOf, type ContextFlags } from '../input/context.ts';
import { checkNames } from '../input/known-names.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { loadLibrary } from '../library.ts';
import { styleOf } from '../render/style.ts';
import { forecastAsMarkdown } from '../render/markdown/forecast.ts';
import { forecastAsText } from '../render/text/forecast.ts';
import type { ToldForecast } from '../render/told.ts';
import { today } from '../today.ts';
import { complain } from './review.ts';

export interface ForecastOptions extends ContextFlags {
  readonly format?: string;
  readonly color?: boolean;
}

/** What is left for a patient, by family and region. Exit 1 when something cannot be done on the day. */
export async function forecastCommand(
  { format = 'text', color, ...flags }: ForecastOptions,
  io: Io,
): Promise<ExitCode> {
  const surroundings = await surroundingsOf({ ...flags, on: flags.on ?? today() });
  const library = await loadLibrary();
  if (!surroundings.ok || !library.ok) {
    await complain(
      [surroundings, library].flatMap((part) => (part.ok ? [] : part.issues)),
      io,
      color,
    );
    return 2;
  }
  const { flags: given, own, file } = surroundings.value;
  const context = { ...file.context, ...given };
  const history = own.history ?? file.rest.history;
  const names = checkNames(context, library.value);
  await complain(names, io, color);
  if (names.some(({ level }) => level !== 'warning')) return 2;
  if (!history) {
    await complain(
      [issue('cli/input/none', 'No history was given.', { hint: 'Name a file with --history.' })],
      io,
      color,
    );
    return 2;
  }
  const law = preparePolicies(library.value);
  const day = context.dateOfService ?? today();
  const { context: resolved, assumed } = resolveContext({ context, documents: [] }, day, law.jurisdictions);
  const found = forecast({ history, on: day, context: resolved, openLedger }, law);
  const placed = resolved.contractor !== undefined || resolved.jurisdiction !== undefined;
  const missing = new Set(found.forecasts.flatMap(({ needs }) => needs.flatMap((need) => need.missing)));
  const told: ToldForecast = {
    on: day,
    payer: resolved.payer,
    contractor: [resolved.contractor, resolved.jurisdiction].filter(Boolean).join(' ') || undefined,
    complete: history.complete === true,
    forecasts: found.forecasts,
    questions: Object.fromEntries(
      [...missing].flatMap((name) =>
        law.declaration(name)?.question === undefined ? [] : [[name, law.declaration(name)?.question ?? '']],
      ),
    ),
    notEvaluated: [
      ...assumed.filter((text) => !text.startsWith('Claim type')),
      ...(placed ? [] : ['State not given: local documents could not be chosen (--state or --mac).']),
      ...found.notEvaluated,
    ],
  };
  const style = styleOf(wantsColor(io, color));
  const text =
    format === 'json'
      ? JSON.stringify(told, undefined, 2)
      : format === 'markdown' || format === 'md'
        ? forecastAsMarkdown(told)
        : forecastAsText(told, style, pageWidth(io)).join('\n');
  await write(io.stdout, `${text}\n`);
  return found.forecasts.some(({ because }) => because.length > 0) ? 1 : 0;
}
