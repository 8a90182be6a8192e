import type { Finding } from '@interspace/core/model/finding';
import type { WireIssue } from '@interspace/wire/issues';
import type { HistoryNews } from '../history/history-pass.ts';
import type { JudgedClaim } from '../judge/judged-claim.ts';
import type { BatchFormat } from '../settings.ts';
import type { BatchSummary } from '../summary.ts';
import { CSV_HEADER, findingAsCsv } from './csv.ts';
import { claimAsJson, findingAsJson } from './json.ts';
import { summaryAsText } from './summary-text.ts';
import { claimAsText, findingAsText } from './text.ts';

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

export function rendererFor(format: BatchFormat): Renderer {
  switch (format) {
    case 'jsonl':
      return JSONL;
    case 'json':
      return JSON_WHOLE;
    case 'csv':
      return CSV;
    case 'text':
      return TEXT;
  }
}

/** Names of files are few. */
const quoted = new Map<string, string>();
function quote(file: string): string {
  let text = quoted.get(file);
  if (text === undefined) quoted.set(file, (text = JSON.stringify(file)));
  return text;
}

function issueAsJson({ code, message, at, hint, level }: WireIssue, file: string): string {
  return JSON.stringify({ file, issue: { code, message, ...(at === undefined ? {} : { at }), hint, level } });
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

const TEXT: Renderer = {
  opening: '',
  claim: claimAsText,
  issue: ({ code, message, at }) => `  ISSUE  ${message}  [${code}; ${at ?? ''}]\n\n`,
  news: ({ kept, added, withdrawn }) =>
    `${kept.claim.id}  ${kept.claim.lines[0]?.from ?? ''}  seen with the patient's other claims\n${added.map(findingAsText).join('')}${withdrawn
      .map(({ id, line }) => `  no longer: ${id}${line === undefined ? '' : ` on line ${line}`}\n`)
      .join('')}\n`,
  closing: summaryAsText,
};

function asFinding({ code, message, hint, level }: WireIssue): Finding {
  return {
    id: code,
    severity: level === 'warning' ? 'warn' : 'block',
    what: message,
    why: '',
    do: hint ?? '',
    evidence: [],
  };
}
