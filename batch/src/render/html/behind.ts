import type { Report } from '../../report/report.ts';
import type { BatchSummary } from '../../summary.ts';
import { COVERAGE_WORDS } from '../summary-text.ts';
import { html, type Markup } from './markup.ts';
import { number } from '../numbers.ts';

/** On what the judgement rests: tables by edition, history, coverage; and all that nobody judged. */
export function behind(summary: BatchSummary, report: Report): Markup {
  const { editions, history, coverage } = summary;
  return html`<section aria-labelledby="behind">
      <h2 id="behind">What judged them</h2>
      ${Object.keys(editions).length > 0 && table('Tables', 'Edition, and how it fits the date of service', 'Claims', Object.entries(editions))}
      ${
        Object.keys(coverage).length === 0
          ? undefined
          : table(
              'Coverage policies, by the claim alone',
              'Answer',
              'Lines',
              Object.entries(coverage).map(([outcome, lines]) => [COVERAGE_WORDS[outcome] ?? outcome, lines]),
            )
      }
      <h3 style="margin-top:18px">History</h3>
      <p>
        ${history.seen} ${number(history.added)} findings came from it, ${number(history.withdrawn)} were withdrawn.
      </p>
    </section>
    <section aria-labelledby="not-evaluated">
      <h2 id="not-evaluated">Not evaluated</h2>
      <p class="soft">Nothing below was judged; silence about it is not a yes.</p>
      <ul class="plain">
        ${OUT_OF_REACH.map((what) => html`<li>${what}</li>`)}
        ${Object.entries(editions)
          .filter(([name]) => /: no |\bnone\b|^no date/.test(name))
          .map(([name, claims]) => html`<li>${name} (${number(claims)} claims)</li>`)}
      </ul>
      ${
        Object.keys(report.notJudged).length === 0
          ? undefined
          : table('Lines that no policy judged', 'Reason', 'Lines', sorted(report.notJudged))
      }
      ${issues(summary, report)}
    </section>`;
}

/** What is on no claim. */
const OUT_OF_REACH = [
  'Eligibility, benefits, contracts and enrolment: they are not on a claim.',
  'What the chart shows: criteria of coverage that need it wait for it, and are counted as waiting above.',
  'Signatures, notices to the patient and whether the documents exist.',
  'Claims outside these files: earlier sessions, global periods and duplicates were seen only within them.',
];

const SHOWN_REASONS = 15;

/** The most frequent ones, and the others together: the rows add up to all lines. */
function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  const all = Object.entries(counts).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const rest = all.slice(SHOWN_REASONS);
  if (rest.length < 2) return all;
  const lines = rest.reduce((sum, [, count]) => sum + count, 0);
  return [...all.slice(0, SHOWN_REASONS), [`${number(rest.length)} other reasons`, lines]];
}

function table(title: string, first: string, second: string, rows: readonly (readonly [string, number])[]): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Table: ${title}">
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          <th scope="col" class="n">${second}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, amount]) =>
            html`<tr>
              <td>${name}</td>
              <td class="n">${number(amount)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function issues({ issues: all }: BatchSummary, report: Report): Markup | undefined {
  if (report.issues.length === 0) return undefined;
  return html`<h3 style="margin-top:18px">What of the files could not be read, or reads oddly</h3>
    <p class="soft">${number(all)} issues in all; the first ${number(report.issues.length)} with remarks:</p>
    <ul class="plain">
      ${report.issues.map(
        ({ code, message, at, file }) =>
          html`<li>
            ${message} <span class="place">${file}${at === '' ? '' : `, ${at}`} · <span class="id">${code}</span></span>
          </li>`,
      )}
    </ul>`;
}
