import type { Group } from '../../report/report.ts';
import { dollars } from '../text.ts';
import { html, share, type Markup } from './markup.ts';
import { count, number } from '../numbers.ts';

const SHOWN = 25;

/** Claims by payer or by provider, most money at risk first. */
export function groups(id: string, title: string, noun: string, all: readonly Group[]): Markup {
  const sorted = all.toSorted(
    (one, other) => other.atRisk - one.atRisk || other.claims - one.claims || (one.name < other.name ? -1 : 1),
  );
  const shown = sorted.slice(0, SHOWN);
  const most = Math.max(...shown.map(({ atRisk }) => atRisk), 0);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${
      shown.length === 0
        ? html`<p>No claim was read.</p>`
        : html`<div class="wide" tabindex="0" role="region" aria-label="Table: ${title}">
            <table>
              <thead>
                <tr>
                  <th scope="col">${noun}</th>
                  <th scope="col" class="n">Claims</th>
                  <th scope="col" class="n">Blocked</th>
                  <th scope="col" class="n">To look at</th>
                  <th scope="col" class="n">Charges</th>
                  <th scope="col" class="n">At risk</th>
                  <th scope="col">Most frequent cause</th>
                </tr>
              </thead>
              <tbody>
                ${shown.map((group) => row(group, most))}
              </tbody>
            </table>
          </div>`
    }
    ${sorted.length > shown.length ? html`<p class="soft">${number(sorted.length - shown.length)} more with less at risk.</p>` : undefined}
  </section>`;
}

function row(group: Group, most: number): Markup {
  const [cause] = Object.entries(group.causes)
    .filter(([, claims]) => claims > 0)
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const [name, npi] = group.name.split(' · ');
  const part = group.claims === 0 ? '' : ` (${((100 * group.blocked) / group.claims).toFixed(0)} %)`;
  return html`<tr>
    <th scope="row">${name}${npi === undefined ? undefined : html`<span class="place under">${npi}</span>`}</th>
    <td class="n">${number(group.claims)}</td>
    <td class="n">${number(group.blocked)}${part}</td>
    <td class="n">${number(group.toLookAt)}</td>
    <td class="n">${dollars(group.charges)}</td>
    <td class="n">${dollars(group.atRisk)}<span class="bar" style="width:${share(group.atRisk, most)}%"></span></td>
    <td>
      ${cause ? html`<span class="id">${cause[0]}</span><span class="place under">in ${count(cause[1], 'claim')}</span>` : '–'}
    </td>
  </tr>`;
}
