import type { Evidence, NoteEvidence } from '@interspace/core/model/evidence';
import type { EngineInput } from '@interspace/core/model/review-input';
import { shorten } from './layout.ts';
import { styleOf, type Style } from './style.ts';
import type { Mark } from '@interspace/core/review/words';

/** What every part of the text view needs to know. */
export interface Page {
  readonly width: number;
  readonly style: Style;
  /** The chart, to say on which line of it a quote stands. */
  readonly documents: EngineInput['documents'];
  /** Every clause with every quote. */
  readonly details: boolean;
}

export function pageOf(
  width: number,
  color: boolean,
  documents: EngineInput['documents'],
  details: boolean = false,
): Page {
  return { width, style: styleOf(color), documents, details };
}

export function tint(page: Page, mark: Mark, text: string): string {
  const { style } = page;
  switch (mark.tone) {
    case 'good':
      return style.green(text);
    case 'bad':
      return style.red(text);
    case 'care':
      return style.yellow(text);
    case 'ask':
      return style.blue(text);
    case 'quiet':
      return style.dim(text);
  }
}

/** `“right L4-5” (note line 12)`: the quote and where to find it. */
export function quoted(page: Page, evidence: Evidence, length = 64): string {
  const quote = `“${shorten(evidence.quote, length)}”`;
  if (evidence.source !== 'note') return `${quote} (${evidence.at})`;
  const line = lineOf(page, evidence);
  return line === undefined ? quote : `${quote} (${evidence.document} line ${line})`;
}

function lineOf(page: Page, evidence: NoteEvidence): number | undefined {
  const text = page.documents.find((document) => document.id === evidence.document)?.text;
  return text?.slice(0, evidence.start).split('\n').length;
}

/** `note line 4`, `note lines 4, 9`: where statements stand, without their words. */
export function linesOfNote(page: Page, evidence: readonly Evidence[]): string {
  const byDocument = new Map<string, Set<number>>();
  for (const one of evidence) {
    if (one.source !== 'note') continue;
    const line = lineOf(page, one);
    if (line !== undefined) byDocument.set(one.document, (byDocument.get(one.document) ?? new Set()).add(line));
  }
  return [...byDocument]
    .map(
      ([document, lines]) =>
        `${document} ${lines.size === 1 ? 'line' : 'lines'} ${[...lines].sort((a, b) => a - b).join(', ')}`,
    )
    .join('; ');
}

/** Quotes of a statement, the same place once, at most `most`. */
export function quotes(page: Page, evidence: readonly Evidence[], most = 2, length = 64): string {
  const distinct = [...new Set(evidence.map((one) => quoted(page, one, length)))];
  const rest = distinct.length - most;
  return distinct.slice(0, most).join(' · ') + (rest > 0 ? ` and ${rest} more` : '');
}

export function title(page: Page, text: string, aside = ''): string {
  return page.style.bold(text) + (aside === '' ? '' : `  ${aside}`);
}
