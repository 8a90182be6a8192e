import type { Forecast, LimitUse, Need } from '@interspace/core/coverage/forecast';
import type { ToldForecast } from '../told.ts';
import { hang } from '../layout.ts';
import type { Style } from '../style.ts';
import { source, STATUS } from '@interspace/core/review/words';

/** Family by family: what is used, what is left, from when, and what the record must show. */
export function forecastAsText(told: ToldForecast, style: Style, width: number): string[] {
  const { on, payer, contractor, complete, forecasts, notEvaluated } = told;
  return [
    ...hang('', style.bold(['Forecast', on, payer, contractor].filter(Boolean).join(' · ')), width),
    ...(complete
      ? []
      : hang('', 'The history is not known to be complete: more sessions may count than are told.', width)),
    ...forecasts.flatMap((one) => ['', ...forecastInWords(one, told, style, width)]),
    ...(notEvaluated.length === 0 ? [] : ['', style.bold('NOT EVALUATED')]),
    ...notEvaluated.flatMap((text) => hang('  - ', text, width)),
  ];
}

function forecastInWords(one: Forecast, told: ToldForecast, style: Style, width: number): string[] {
  const { title, document, limits, because, needs, next } = one;
  return [
    ...hang('', `${style.bold(actInWords(one))} · ${title} · ${document}`, width),
    ...limits.flatMap((limit) => hang('  ', limitInWords(limit), width)),
    ...hang(
      '  ',
      nextInWords(one, told, (text) => (next === told.on ? style.green(text) : style.yellow(text))),
      width,
    ),
    ...because.flatMap((text) => hang('    because ', text, width)),
    ...needs.flatMap((need) => needInWords(need, told, width)),
  ];
}

/** `epidural, lumbar-sacral, therapeutic (like 2026-02-15)`. */
export function actInWords({ act }: Forecast): string {
  const words = [act.family, act.group, act.role, act.kind, act.levels?.join(' '), act.side].filter(Boolean).join(', ');
  return `${words}${act.like === undefined ? ' (none yet)' : ` (like ${act.like})`}`;
}

export function limitInWords({ title, used, limit, window, dates, certain, citation }: LimitUse): string {
  const when = dates.length === 0 ? '' : `: ${dates.join(', ')}`;
  const doubt = certain ? '' : used >= limit ? '' : '; more may count';
  return `${used} of ${limit} used${window === undefined ? '' : ` within ${window}`}${when}${doubt}. ${title} (${source(citation)})`;
}

export function nextInWords(
  { next, limits, needs }: Forecast,
  { on }: ToldForecast,
  ink: (text: string) => string = (text) => text,
): string {
  if (next === undefined) return ink('No date by waiting alone.');
  const open = limits.some(({ certain }) => !certain) || needs.some(({ status }) => status === 'unknown');
  return `${ink(next === on ? `Possible on ${on}` : `Next eligible date ${next}`)}${open ? ', as far as the history tells.' : '.'}`;
}

function needInWords(
  { title, status, open, missing, citation }: Need,
  { questions }: ToldForecast,
  width: number,
): string[] {
  const { sign, word } = STATUS[status];
  const asked = [...new Set(missing.flatMap((name) => questions[name] ?? []))];
  return [
    ...hang(`  ${sign} ${word}: `, `${title} (${source(citation)})`, width),
    ...open.slice(0, 6).flatMap((text) => hang('      · ', text, width)),
    ...asked.slice(0, 6).flatMap((text) => hang('      ask: ', text, width)),
  ];
}
