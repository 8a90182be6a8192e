import { SHOWN_CLAIMS, type Report, type ReportClaim, type ReportFinding } from '../../report/report.ts';
import type { BatchSummary } from '../../summary.ts';
import { dollars, placeInWords } from '../text.ts';
import { count, number } from '../numbers.ts';
import { html, type Markup } from './markup.ts';

/** The claims with the most money at risk, each with what it bills, what is wrong and where it stands in its file. */
export function worstClaims({ claims }: BatchSummary, { worst }: Report): Markup {
  const shown = worst.slice(0, SHOWN_CLAIMS);
  if (shown.length === 0)
    return html`<section aria-labelledby="claims">
      <h2 id="claims">Worst claims</h2>
      <p>${claims === 0 ? 'No claim was read.' : 'No claim has a finding that asks for anything.'}</p>
    </section>`;
  return html`<section aria-labelledby="claims">
    <h2 id="claims">Worst claims</h2>
    <p class="soft">
      The ${number(shown.length)} with the most money at risk. Every claim and finding: the same command with
      <code>--format csv</code> or <code>jsonl</code>.
    </p>
    <form class="filter" hidden aria-label="Filter the claims">
      <label>Words<input type="search" name="words" autocomplete="off" placeholder="code, claim number, …" /></label>
      <label
        >Severity<select name="severity">
          <option value="">all</option>
          <option value="block">blocked</option>
          <option value="warn">to look at</option>
        </select></label
      >
      ${choice(
        'payer',
        'Payer',
        shown.map(({ payer }) => payer),
      )}
      ${choice(
        'provider',
        'Provider',
        shown.map(({ provider }) => provider),
      )}
      ${choice(
        'rule',
        'Cause',
        shown.flatMap(({ findings }) => findings.map(({ id }) => id)),
      )}
      <button type="reset">Show all</button><output aria-live="polite"></output>
    </form>
    <div class="cards">${shown.map(card)}</div>
  </section>`;
}

function choice(name: string, label: string, values: readonly string[]): Markup {
  const distinct = [...new Set(values)].filter((value) => value !== '').toSorted();
  return html`<label
    >${label}<select name="${name}">
      <option value="">all</option>
      ${distinct.map((value) => html`<option value="${value}">${value}</option>`)}
    </select></label
  >`;
}

function card(claim: ReportClaim): Markup {
  const { findings, lines, moreLines, moreFindings } = claim;
  const severity = findings.some((finding) => finding.severity === 'block') ? 'block' : 'warn';
  const rules = [...new Set(findings.map(({ id }) => id))].join(' ');
  const { day, payer, provider, member, birthDate } = claim;
  const facts = [day || 'no date', payer, provider, member && `member ${member}`, birthDate && `born ${birthDate}`];
  return html`<article
    data-severity="${severity}"
    data-payer="${claim.payer}"
    data-provider="${claim.provider}"
    data-rules="${rules}"
  >
    <header>
      <h3>Claim ${claim.id}</h3>
      <p><strong>${dollars(claim.atRisk)}</strong> of ${dollars(claim.charges)} at risk</p>
    </header>
    <p class="soft">${facts.filter(Boolean).join(' · ')}</p>
    <ul class="lines" aria-label="Lines">
      ${lines.map((line) => html`<li>${line.number}: ${line.words} ${dollars(line.charge)}</li>`)}${moreLines > 0 ? html`<li>and ${number(moreLines)} more</li>` : undefined}
    </ul>
    <ul class="found" aria-label="Findings">
      ${together(findings).map((same) => found(same, claim))}
    </ul>
    ${moreFindings > 0 ? html`<p class="soft">and ${count(moreFindings, 'more finding')}</p>` : undefined}
    ${claim.partial ? html`<p class="soft">Only what the patient’s other claims show is listed here.</p>` : undefined}
  </article>`;
}

/** What is said of several lines in the same words is said once. */
function together(findings: readonly ReportFinding[]): ReportFinding[][] {
  const same = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const key = [finding.severity, finding.id, finding.what, finding.do].join('|');
    const others = same.get(key);
    if (others) others.push(finding);
    else same.set(key, [finding]);
  }
  return [...same.values()];
}

function found(same: readonly ReportFinding[], { file }: ReportClaim): Markup {
  const { id, severity, what, why, do: remedy, at, fromHistory } = same[0]!;
  const lines = same.flatMap(({ line }) => line ?? []);
  const name = file.replace(/^.*[\\/]/, '');
  const where = at ? `${name}, ${placeInWords(at)}` : name;
  return html`<li>
    <span><span class="tag ${severity}">${severity}</span></span
    ><span class="soft"
      >${lines.length === 0 ? 'claim' : `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`}</span
    >
    <div>
      <p>${what}</p>
      <p class="soft">${why} ${remedy}</p>
      <p class="place">
        <span class="id">${id}</span> · ${where}${fromHistory ? ' · seen with the patient’s other claims' : ''}
      </p>
    </div>
  </li>`;
}
