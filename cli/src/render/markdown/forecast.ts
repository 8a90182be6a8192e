import type { ToldForecast } from '../told.ts';
import { actInWords, limitInWords, nextInWords } from '../text/forecast.ts';
import { source, STATUS } from '@interspace/core/review/words';

/** The same for a page: one heading a session that may come next. */
export function forecastAsMarkdown(told: ToldForecast): string {
  const { on, payer, contractor, complete, forecasts, notEvaluated } = told;
  const parts = forecasts.map((one) =>
    [
      `## ${actInWords(one)}`,
      '',
      `${one.title}, ${one.document}. **${nextInWords(one, told)}**`,
      '',
      ...one.limits.map((limit) => `- ${limitInWords(limit)}`),
      ...one.because.map((text) => `- because: ${text}`),
      ...one.needs.flatMap(({ title, status, open, citation }) => [
        `- ${STATUS[status].word}: ${title} (${source(citation)})`,
        ...open.slice(0, 6).map((text) => `  - ${text}`),
      ]),
    ].join('\n'),
  );
  return [
    `# Forecast ${[on, payer, contractor].filter(Boolean).join(', ')}`,
    ...(complete ? [] : ['The history is not known to be complete: more sessions may count than are told.']),
    ...parts,
    ...(notEvaluated.length === 0 ? [] : [`## Not evaluated\n\n${notEvaluated.map((text) => `- ${text}`).join('\n')}`]),
  ].join('\n\n');
}
