import type { BatchSummary } from '../../summary.ts';
import { settleWorst, emptyReport, type Report } from '../../report/report.ts';
import { dollars } from '../text.ts';
import { behind } from './behind.ts';
import { causes } from './causes.ts';
import { groups } from './groups.ts';
import { html, Markup, share } from './markup.ts';
import { count, number } from '../numbers.ts';
import { SCRIPT, SCRIPT_HASH } from './script.ts';
import { STYLE } from './style.ts';
import { worstClaims } from './worst-claims.ts';

/** The whole batch as one page that can be mailed and printed: no other file, nothing from the network. */
export function pageOf(summary: BatchSummary): string {
  const report = summary.report ?? emptyReport();
  settleWorst(report);
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="robots" content="noindex" />
        <title>Claim check: ${count(summary.claims, 'claim')}, ${dollars(summary.moneyAtRisk)} at risk</title>
        ${new Markup(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${head(summary)}
        <main>
          ${unread(summary)} ${figures(summary)} ${causes(summary, report)}
          ${groups('payers', 'By payer', 'Payer', Object.values(report.payers))}
          ${groups('providers', 'By provider', 'Provider', Object.values(report.providers))}
          ${worstClaims(summary, report)} ${behind(summary, report)}
        </main>
        ${foot(summary, report)} ${new Markup(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `;
  return text;
}

function head({ files, dates, claims, lines }: BatchSummary): Markup {
  const shown = files.slice(0, 5).map((file) => file.replace(/^.*[\\/]/, ''));
  const more = files.length > shown.length ? ` and ${count(files.length - shown.length, 'more file')}` : '';
  const period = dates.from === '' ? 'no date of service' : `services of ${dates.from} to ${dates.through}`;
  return html`<header class="top">
    <p class="eyebrow">Interspace · check before submission</p>
    <h1>What stands between these claims and payment</h1>
    <p class="soft">${shown.join(', ')}${more} · ${count(claims, 'claim')}, ${count(lines, 'line')} · ${period}</p>
    <nav aria-label="On this page">
      <ul>
        <li><a href="#causes">Top causes</a></li>
        <li><a href="#payers">By payer</a></li>
        <li><a href="#providers">By provider</a></li>
        <li><a href="#claims">Worst claims</a></li>
        <li><a href="#behind">What judged them</a></li>
        <li><a href="#not-evaluated">Not evaluated</a></li>
      </ul>
    </nav>
  </header>`;
}

/** What is not on the page stands before what is: a claim that nobody could read is not a clean one. */
function unread({ claims, claimsInPart, issues }: BatchSummary): Markup | undefined {
  if (issues === 0 && claims > 0) return undefined;
  const what =
    claims === 0
      ? 'No claim could be read in these files, so nothing below was judged.'
      : 'Something is wrong with these files themselves; claims in a part that could not be read are not counted here.';
  return html`<p class="alert" role="note">
    <strong>${what}</strong>
    ${claimsInPart === 0 ? undefined : html`Of ${count(claimsInPart, 'claim')} only a part could be read and judged: that nothing was found there says little.`}
    ${issues === 0 ? undefined : html`${count(issues, 'issue')}: <a href="#not-evaluated">what ${issues === 1 ? 'it was' : 'they were'}</a>.`}
  </p>`;
}

function figures(summary: BatchSummary): Markup {
  const { claims, claimsWithBlock: blocked, claimsWithWarning: looked, charges, moneyAtRisk } = summary;
  const clean = claims - blocked - looked;
  const percent = (part: number): string => (claims === 0 ? '' : `${((100 * part) / claims).toFixed(1)} % of claims`);
  return html`<section aria-label="In figures">
    <dl class="figures">
      <div>
        <dt>Claims</dt>
        <dd>${number(claims)}<small>${dollars(charges)} charged</small></dd>
      </div>
      <div class="is-block">
        <dt>Blocked</dt>
        <dd>${number(blocked)}<small>${[percent(blocked), 'fix before sending'].filter(Boolean).join(': ')}</small></dd>
      </div>
      <div class="is-warn">
        <dt>To look at</dt>
        <dd>${number(looked)}<small>${percent(looked)}</small></dd>
      </div>
      <div class="is-good">
        <dt>Nothing found</dt>
        <dd>${number(clean)}<small>${percent(clean)}</small></dd>
      </div>
      <div class="is-block">
        <dt>Money at risk</dt>
        <dd>${dollars(moneyAtRisk)}<small>charges of lines with a blocking finding</small></dd>
      </div>
    </dl>
    <div
      class="split"
      role="img"
      aria-label="${number(blocked)} blocked, ${number(looked)} to look at, ${number(clean)} with nothing found"
    >
      ${slice('b', blocked, claims)}${slice('w', looked, claims)}${slice('g', clean, claims)}
    </div>
  </section>`;
}

function slice(name: string, part: number, whole: number): Markup | undefined {
  return part > 0 ? html`<i class="${name}" style="width:${share(part, whole)}%"></i>` : undefined;
}

function foot({ library }: BatchSummary, { worst }: Report): Markup {
  const identified = worst.some(({ member, birthDate }) => member !== undefined || birthDate !== undefined);
  return html`<footer>
    <p>
      Judged by published rules from the claims alone. A claim in which nothing was found is not a promise: the payer
      decides what is covered and paid.
    </p>
    <p>
      ${
        identified
          ? 'This page holds member numbers and birth dates of patients: treat it as a chart.'
          : 'This page names no patient and no member number. It holds claim numbers and dates of service: share it with those who may see the claims.'
      }
    </p>
    <p>
      Law of the library, revision <code>${library.slice(0, 12)}</code>. Every rule by its name:
      <code>interspace explain NAME</code>.
    </p>
  </footer>`;
}
