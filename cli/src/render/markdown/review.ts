import type { ClauseResult, CriterionResult } from '@interspace/core/model/determination';
import type { Citation } from '@interspace/core/model/citation';
import type { Review } from '@interspace/core/model/review';
import { quotes, type Page } from '../page.ts';
import { groupDeterminations, groupFindings, headlineOf, outcomeOfLine } from '@interspace/core/review/summary';
import { details } from '../text/authorization.ts';
import { place } from '../text/findings.ts';
import { surroundingsInWords, type Part, type Subject } from '../text/review.ts';
import { AUTHORIZATION, lineList, OUTCOME, SEVERITY, source, STATUS } from '@interspace/core/review/words';

/** A Review for printing or for a ticket: headings and tables, links to the sources. */
export function reviewAsMarkdown(review: Review, subject: Subject, page: Page, parts: readonly Part[]): string {
  const draw: Readonly<Record<Part, (review: Review, page: Page) => string[]>> = {
    lines,
    findings,
    prompts,
    coverage,
    authorization,
  };
  const mark = headlineOf(review, parts);
  return [
    `# ${cell(review.id ?? subject.source)}`,
    '',
    `${mark.sign} **${mark.word}**  `,
    cell(surroundingsInWords(review, subject.context)),
    ...parts.flatMap((part) => draw[part](review, page)),
    ...list('Not evaluated', review.trace.notEvaluated),
    '',
    `<small>library ${review.trace.library.slice(0, 12)} · engine ${review.trace.engine} · input ${review.trace.input.slice(0, 12)}</small>`,
  ].join('\n');
}

function lines(review: Review, page: Page): string[] {
  const rows = review.lines.map((line, index) => {
    const outcome = outcomeOfLine(review, index + 1);
    const mark = outcome === undefined ? undefined : OUTCOME[outcome];
    const coverage = mark === undefined ? 'not judged' : `${mark.sign} ${mark.word}`;
    const why = [line.why, quotes(page, line.evidence)].filter((text) => text !== '').join(' ');
    return [
      String(index + 1),
      `**${line.code}**`,
      line.modifiers.join(' ') || '-',
      String(line.units),
      line.diagnoses.join(' ') || '-',
      coverage,
      why,
    ];
  });
  if (rows.length === 0) return ['', '## Claim lines', '', 'None: no billable procedure was found as done.'];
  return ['', '## Claim lines', '', ...table(['#', 'Code', 'Mod', 'Units', 'Diagnoses', 'Coverage', 'Why'], rows)];
}

function findings(review: Review, page: Page): string[] {
  if (review.findings.length === 0) return [];
  const items = groupFindings(review.findings).map(({ finding, lines, places }, index) => {
    const mark = SEVERITY[finding.severity];
    const where = [lines.length === 0 ? '' : lineList(lines), ...places.map(place)].filter((text) => text !== '');
    const evidence = finding.evidence.length === 0 ? '' : ` Chart: ${cell(quotes(page, finding.evidence))}.`;
    const origin = finding.citation === undefined ? '' : `${link(finding.citation)} · `;
    return [
      `${index + 1}. ${mark.sign} **${mark.word}** ${where.length === 0 ? '' : `(${where.join(', ')}) `}${cell(finding.what)}  `,
      `   *Why:* ${cell(finding.why)}  `,
      `   *Do:* ${cell(finding.do)}${evidence}  `,
      `   *Source:* ${origin}\`${finding.id}\``,
    ].join('\n');
  });
  return ['', '## What to fix first', '', ...items];
}

function prompts(review: Review): string[] {
  const items = review.prompts.map(
    (prompt, index) => `${index + 1}. ${cell(prompt.question)}  \n   *${cell(prompt.because)}*`,
  );
  return items.length === 0 ? [] : ['', '## Questions for the physician', '', ...items];
}

function coverage(review: Review, page: Page): string[] {
  return groupDeterminations(review).flatMap(({ lines, determination }) => {
    const mark = OUTCOME[determination.outcome];
    const judge = [determination.document, determination.article, determination.contractor]
      .filter((name) => name !== undefined)
      .join(', ');
    const rows = determination.criteria.map((criterion) => {
      const { sign, word } = STATUS[criterion.status];
      return [`${sign} ${word}`, criterion.title, reason(criterion, page), link(criterion.citation)];
    });
    return [
      '',
      `## Coverage of ${lineList(lines)}: ${mark.sign} ${mark.word}`,
      '',
      cell([judge, determination.because].filter((text) => text !== '').join(': ')),
      ...(rows.length === 0 ? [] : ['', ...table(['Status', 'Criterion', 'Found', 'Source'], rows)]),
      ...(determination.nextEligible === undefined ? [] : ['', `Next eligible: **${determination.nextEligible}**`]),
    ];
  });
}

function reason(criterion: CriterionResult, page: Page): string {
  if (criterion.status === 'not-applicable') return '';
  const deciding = leaves(criterion.tree).filter(({ status }) => status === criterion.status);
  return deciding
    .map((leaf) =>
      [leaf.says, leaf.found === undefined ? '' : `found: ${leaf.found}`, quotes(page, leaf.evidence, 1)]
        .filter((text) => text !== '')
        .join('; '),
    )
    .join(' / ');
}

function leaves(clause: ClauseResult): ClauseResult[] {
  return clause.parts.length === 0 ? [clause] : clause.parts.flatMap(leaves);
}

function authorization(review: Review): string[] {
  const rows = review.authorization.map((entry) => {
    const mark = AUTHORIZATION[entry.status];
    return [
      `${mark.sign} ${mark.word}`,
      `${entry.line === undefined ? '' : `line ${entry.line}: `}${entry.what}`,
      [entry.why, entry.do, ...details(entry)].join(' '),
      entry.citation === undefined ? entry.program : link(entry.citation),
    ];
  });
  return rows.length === 0
    ? []
    : ['', '## Prior authorization', '', ...table(['Status', 'What', 'Why and what to do', 'Source'], rows)];
}

function list(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `## ${heading}`, '', ...items.map((item) => `- ${cell(item)}`)];
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((text) => cell(text).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(titles), `|${titles.map(() => '---').join('|')}|`, ...rows.map(row)];
}

function link(citation: Citation): string {
  return citation.url === undefined ? source(citation) : `[${source(citation)}](${citation.url})`;
}

/** A quote from a chart may hold anything; it must not become a tag or break a table. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;').trim();
}
