import { SHOWN_CLAIMS, type Report } from '../../report/report.ts';
import type { BatchSummary, CauseSummary } from '../../summary.ts';
import { dollars } from '../text.ts';
import { html, share, type Markup } from './markup.ts';
import { count, number } from '../numbers.ts';

const SHOWN = 40;

/** What goes wrong most, by severity and by the money that hangs on it. */
export function causes({ causes: all, claims }: BatchSummary, report: Report): Markup {
  const found = all.filter(({ findings }) => findings > 0);
  const shown = found.slice(0, SHOWN);
  const listed = new Set(report.worst.slice(0, SHOWN_CLAIMS).flatMap(({ findings }) => findings.map(({ id }) => id)));
  const most = new Map<string, number>();
  for (const { severity, charges } of shown) most.set(severity, Math.max(charges, most.get(severity) ?? 0));
  const more = found.length - shown.length;
  return html`<section aria-labelledby="causes">
    <h2 id="causes">Top causes</h2>
    ${
      shown.length === 0
        ? undefined
        : html`<p class="soft">
            Blocking ones first, then by the charges of the lines they stand at. A line with two causes counts in both.
          </p>`
    }
    ${
      shown.length === 0
        ? html`<p>${claims === 0 ? 'No claim was read.' : 'Nothing was found.'}</p>`
        : html`<div class="wide" tabindex="0" role="region" aria-label="Table of top causes">
            <table class="stacks" role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">Severity</th>
                  <th role="columnheader" scope="col">What is wrong, for example, and what to do</th>
                  <th role="columnheader" scope="col" class="n">Claims</th>
                  <th role="columnheader" scope="col" class="n">Findings</th>
                  <th role="columnheader" scope="col" class="n">Charges</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${shown.map((cause) => row(cause, report, most.get(cause.severity) ?? 0, listed.has(cause.id)))}
              </tbody>
            </table>
          </div>`
    }
    ${more > 0 ? html`<p class="soft">${count(more, 'more cause')} with less at stake; the summary of <code>--format jsonl</code> has all of them.</p>` : undefined}
  </section>`;
}

function row(cause: CauseSummary, report: Report, most: number, isListed: boolean): Markup {
  const { id, severity, claims, findings, charges } = cause;
  const words = report.rules[id];
  const source = words?.citation;
  const sure = source && source.confidence !== 'high' ? `, confidence ${source.confidence}` : '';
  // Roles are named because a narrow screen shows the rows as blocks, and some readers then take no table for one.
  return html`<tr role="row">
    <td role="cell"><span class="tag ${severity}">${severity}</span></td>
    <th role="rowheader" scope="row" class="what">
      ${words?.what ?? id}
      <div class="soft" style="font-weight:400">${words?.why} ${words?.do}</div>
      <div style="font-weight:400">
        ${isListed ? html`<a class="id" href="#claims" data-rule="${id}" title="Claims of this list with it">${id}</a>` : html`<span class="id">${id}</span>`}${source ? html`<span class="place"> · ${source.document}${source.section ? `, ${source.section}` : ''}${sure}</span>` : undefined}
      </div>
    </th>
    <td role="cell" class="n" data-of="Claims">${number(claims)}</td>
    <td role="cell" class="n" data-of="Findings">${number(findings)}</td>
    <td role="cell" class="n" data-of="Charges">
      ${dollars(charges)}<span class="bar" style="width:${share(charges, most)}%"></span>
    </td>
  </tr>`;
}
