import type { Finding } from '@interspace/core/model/finding';
import type { WireIssue } from '@interspace/wire/issues';
import type { HistoryNews } from '../history/history-pass.ts';
import type { JudgedClaim } from '../judge/judged-claim.ts';
import type { BatchFormat } from '../settings.ts';
import type { BatchSummary } from '../summary.ts';
import { CSV_HEADER, findingAsCsv } from './csv.ts';
import { pageOf } from './html/page.ts';
import { claimAsJson, findingAsJson } from './json.ts';
import { findingAsSarif, issueAsSarif, SARIF_OPENING, sarifClosing, withdrawnAsSarif } from './sarif.ts';
import { newsOf, rowOf } from './rows.ts';
import { summaryAsText } from './summary-text.ts';
import { claimAsText, forScreen, issueAsText, newsAsText } from './text.ts';

/** How one format is written: pieces in order, between an opening and a closing. */
export interface Renderer {
  readonly opening: string;
  /** Stands before every piece but the first. */
  readonly separator?: string;
  claim(judged: JudgedClaim, file: string): string;
  issue(issue: WireIssue, file: string): string;
  news(news: HistoryNews, file: string): string;
  closing(summary: BatchSummary): string;
}

/** `severalFiles`: plain text says of which file it speaks; the other forms always do. */
export function rendererFor(format: BatchFormat, severalFiles = false): Renderer {
  switch (format) {
    case 'jsonl':
      return JSONL;
    case 'json':
      return JSON_WHOLE;
    case 'csv':
      return CSV;
    case 'text':
      return severalFiles ? TEXT_OF_FILES : TEXT;
    case 'html':
      return HTML;
    case 'sarif':
      return SARIF;
    case 'rows':
      return ROWS;
  }
}

/** Names of files are few. */
const quoted = new Map<string, string>();
function quote(file: string): string {
  let text = quoted.get(file);
  if (text === undefined) quoted.set(file, (text = JSON.stringify(file)));
  return text;
}

function issueAsJson({ code, message, at, hint, level, place }: WireIssue, file: string): string {
  return JSON.stringify({
    file,
    issue: { code, message, ...(at === undefined ? {} : { at }), hint, level, ...(place ? { place } : {}) },
  });
}

function newsAsJson({ kept, added, withdrawn }: HistoryNews, file: string): string {
  const gone = withdrawn.map(({ id, line }) => ({ id, line }));
  const more = gone.length === 0 ? '' : `,"withdrawn":${JSON.stringify(gone)}`;
  return `{"id":${JSON.stringify(kept.claim.id)},"file":${quote(file)},"seen":"history","findings":[${added.map(findingAsJson).join(',')}]${more}}`;
}

const JSONL: Renderer = {
  opening: '',
  claim: (judged, file) => `${claimAsJson(judged, quote(file))}\n`,
  issue: (issue, file) => `${issueAsJson(issue, file)}\n`,
  news: (news, file) => `${newsAsJson(news, file)}\n`,
  closing: (summary) => `${JSON.stringify({ summary })}\n`,
};

const ROWS: Renderer = {
  opening: '',
  claim: (judged) => `${JSON.stringify(rowOf(judged))}\n`,
  issue: (issue, file) => `${issueAsJson(issue, file)}\n`,
  news: (news) => `${JSON.stringify({ news: newsOf(news) })}\n`,
  closing: ({ report: _report, ...summary }) => `${JSON.stringify({ summary })}\n`,
};

/** One document; every piece begins with a comma, and whoever writes the first one leaves it out. */
const JSON_WHOLE: Renderer = {
  opening: '{"claims":[',
  separator: ',',
  claim: (judged, file) => `,\n${claimAsJson(judged, quote(file))}`,
  issue: (issue, file) => `,\n${issueAsJson(issue, file)}`,
  news: (news, file) => `,\n${newsAsJson(news, file)}`,
  closing: (summary) => `\n],\n"summary":${JSON.stringify(summary, null, 2)}}\n`,
};

const CSV: Renderer = {
  opening: CSV_HEADER,
  claim: ({ read, findings }, file) =>
    findings.map((finding) => findingAsCsv(file, read.claim.id, finding, 'claim')).join(''),
  issue: (issue, file) => findingAsCsv(file, '', asFinding(issue), 'claim'),
  news: ({ kept, added, withdrawn }, file) =>
    added.map((finding) => findingAsCsv(file, kept.claim.id, finding, 'history')).join('') +
    withdrawn.map((finding) => findingAsCsv(file, kept.claim.id, finding, 'withdrawn')).join(''),
  closing: () => '',
};

function asText(nameOf: (file: string) => string): Renderer {
  return {
    opening: '',
    claim: (judged, file) => forScreen(claimAsText(judged, nameOf(file))),
    issue: (issue, file) => forScreen(issueAsText(issue, nameOf(file))),
    news: (news, file) => forScreen(newsAsText(news, nameOf(file))),
    closing: (summary) => forScreen(summaryAsText(summary)),
  };
}

const TEXT = asText(() => '');
const TEXT_OF_FILES = asText((file) => file);

/** Everything on one page, and that only at the end: the page is made of what was counted. */
const HTML: Renderer = {
  opening: '',
  claim: () => '',
  issue: () => '',
  news: () => '',
  closing: pageOf,
};

const SARIF: Renderer = {
  opening: SARIF_OPENING,
  separator: ',',
  claim: ({ read, findings }, file) =>
    findings.map((finding) => findingAsSarif(finding, read.claim.id, file, 'claim')).join(''),
  issue: issueAsSarif,
  news: ({ kept, added, withdrawn }, file) =>
    added.map((finding) => findingAsSarif(finding, kept.claim.id, file, 'history')).join('') +
    withdrawn.map((finding) => withdrawnAsSarif(finding, kept.claim.id, file)).join(''),
  closing: ({ library }) => sarifClosing(library),
};

function asFinding({ code, message, hint, level, place }: WireIssue): Finding {
  return {
    id: code,
    severity: level === 'warning' ? 'warn' : 'block',
    what: message,
    why: '',
    do: hint ?? '',
    evidence: [],
    ...(place ? { at: place } : {}),
  };
}
