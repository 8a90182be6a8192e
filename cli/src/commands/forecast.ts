import { forecast } from '@interspace/core/coverage/forecast';
import { preparePolicies } from '@interspace/core/coverage/prepare';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import { resolveContext } from '@interspace/core/review/resolve-context';
import type { ExitCode } from '../exit.ts';
import type { ContextFlags } from '../input/context.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { styleOf } from '../render/style.ts';
import { forecastAsMarkdown } from '../render/markdown/forecast.ts';
import { forecastAsText } from '../render/text/forecast.ts';
import type { ToldForecast } from '../render/told.ts';
import { lawOfDay } from './law-of-day.ts';
import { refuse } from '../complain.ts';

export interface ForecastOptions extends ContextFlags {
  readonly format?: string;
  readonly color?: boolean;
}

/** What is left for a patient, by family and region. Exit 1 when something cannot be done on the day. */
export async function forecastCommand(
  { format = 'text', color, ...flags }: ForecastOptions,
  io: Io,
): Promise<ExitCode> {
  const found = await lawOfDay(flags, io, color);
  if (!found) return 2;
  const { library, context, day, history } = found;
  if (!history) {
    return refuse(
      [issue('cli/input/none', 'No history was given.', { hint: 'Name a file with --history.' })],
      io,
      color,
    );
  }
  const law = preparePolicies(library);
  const { context: resolved, assumed } = resolveContext({ context, documents: [] }, day, law.jurisdictions);
  const answer = forecast({ history, on: day, context: resolved, openLedger }, law);
  const placed = resolved.contractor !== undefined || resolved.jurisdiction !== undefined;
  const missing = new Set(answer.forecasts.flatMap(({ needs }) => needs.flatMap((need) => need.missing)));
  const told: ToldForecast = {
    on: day,
    payer: resolved.payer,
    contractor: [resolved.contractor, resolved.jurisdiction].filter(Boolean).join(' ') || undefined,
    complete: history.complete === true,
    forecasts: answer.forecasts,
    questions: Object.fromEntries(
      [...missing].flatMap((name) =>
        law.declaration(name)?.question === undefined ? [] : [[name, law.declaration(name)?.question ?? '']],
      ),
    ),
    notEvaluated: [
      ...assumed.filter((text) => !text.startsWith('Claim type')),
      ...(placed ? [] : ['State not given: local documents could not be chosen (--state or --mac).']),
      ...answer.notEvaluated,
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
  return answer.forecasts.some(({ because }) => because.length > 0) ? 1 : 0;
}
