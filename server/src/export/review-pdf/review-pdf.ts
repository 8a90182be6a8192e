import PdfDocument from 'pdfkit';
import type { Context } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { groupDeterminations, groupFindings, headline, outcomeOfLine } from '@interspace/core/review/summary';
import { AUTHORIZATION, lineList, OUTCOME, SEVERITY, source, STATUS } from '@interspace/core/review/words';
import { bytesOf } from '../pdf-bytes.ts';
import { Sheet } from './sheet.ts';

export interface ReviewPdf {
  readonly review: Review;
  readonly context: Context;
  /** Whose it is or where it came from; absent for a note that belongs to nobody here. */
  readonly title?: string | undefined;
}

/** A Review for a binder: lines, what to fix, questions, authorization, coverage with its sources, what was not judged. */
export function reviewPdf({ review, context, title }: ReviewPdf): Promise<Buffer> {
  const document = new PdfDocument({ size: 'LETTER', margin: 48, bufferPages: true, info: { Title: 'Review' } });
  const sheet = new Sheet(document);
  sheet.title(title ?? review.id ?? 'Review', headline(review).word);
  sheet.quiet(surroundings(review, context));
  claimLines(sheet, review);
  findings(sheet, review);
  prompts(sheet, review);
  authorization(sheet, review);
  coverage(sheet, review);
  sheet.heading('Not evaluated');
  for (const text of review.trace.notEvaluated) sheet.item(text);
  sheet.quiet(
    'This says what meets the criteria as published. The payer decides what is covered. Nothing here asks to record anything that did not happen.',
  );
  const { library, engine, input } = review.trace;
  sheet.footers(`library ${library.slice(0, 12)} · engine ${engine} · input ${input.slice(0, 12)}`);
  return bytesOf(document);
}

function surroundings({ trace }: Review, context: Context): string {
  const date = trace.dateOfService ?? context.dateOfService;
  return [
    date === undefined ? 'date of service not known' : `date of service ${date}`,
    context.payer,
    trace.contractor,
    context.state,
    context.placeOfService === undefined ? undefined : `place ${context.placeOfService}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function claimLines(sheet: Sheet, review: Review): void {
  sheet.heading('Claim lines');
  if (review.lines.length === 0) return sheet.body('None: no billable procedure was found as done.');
  sheet.table(
    ['#', 'Code', 'Mod', 'Units', 'Diagnoses', 'Coverage', 'Why'],
    [20, 42, 42, 34, 70, 78, '*'],
    review.lines.map((line, at) => {
      const outcome = outcomeOfLine(review, at + 1);
      return [
        String(at + 1),
        line.code,
        line.modifiers.join(' ') || '-',
        String(line.units),
        line.diagnoses.join(' ') || '-',
        outcome === undefined ? 'not judged' : OUTCOME[outcome].word,
        line.why,
      ];
    }),
  );
}

function findings(sheet: Sheet, review: Review): void {
  if (review.findings.length === 0) return;
  sheet.heading('What to fix first');
  for (const { finding, lines } of groupFindings(review.findings)) {
    const where = lines.length === 0 ? '' : ` (${lineList(lines)})`;
    sheet.strong(`${SEVERITY[finding.severity].word}${where}: ${finding.what}`);
    sheet.detail('Why', finding.why);
    sheet.detail('Do', finding.do);
    const quotes = finding.evidence.map(({ quote }) => `“${quote}”`).join(' · ');
    if (quotes !== '') sheet.detail('Chart', quotes);
    sheet.detail('Source', finding.citation ? `${source(finding.citation)} · ${finding.id}` : finding.id);
  }
}

function prompts(sheet: Sheet, { prompts: asked }: Review): void {
  if (asked.length === 0) return;
  sheet.heading('Questions for the physician');
  for (const [at, { question, because }] of asked.entries()) {
    sheet.strong(`${at + 1}. ${question}`);
    sheet.detail('Because', because);
  }
}

function authorization(sheet: Sheet, { authorization: answers }: Review): void {
  if (answers.length === 0) return;
  sheet.heading('Prior authorization');
  for (const one of answers) {
    sheet.strong(`${AUTHORIZATION[one.status].word}: ${one.what}`);
    sheet.detail('Why', one.why);
    sheet.detail('Do', one.do);
    if (one.missing.length > 0) sheet.detail('Not shown yet', one.missing.map(plain).join('; '));
    if (one.citation) sheet.detail('Source', source(one.citation));
  }
}

/** What failed or is open with its clause and source; what is met as a list. */
function coverage(sheet: Sheet, review: Review): void {
  for (const { lines, determination } of groupDeterminations(review)) {
    const judge = [determination.document, determination.contractor].filter(Boolean).join(', ');
    sheet.heading(
      `Coverage, ${lineList(lines)}: ${OUTCOME[determination.outcome].word}${judge === '' ? '' : ` (${judge})`}`,
    );
    sheet.body(determination.because);
    const shown = determination.criteria.filter(
      ({ status, silence }) => status === 'not-met' || (status === 'unknown' && !silence),
    );
    for (const criterion of shown) {
      sheet.strong(`${STATUS[criterion.status].word}: ${criterion.title}`);
      if (criterion.missing.length > 0) sheet.detail('Not stated', criterion.missing.map(plain).join(', '));
      sheet.detail('Source', source(criterion.citation));
    }
    const listed = (status: 'met' | 'not-applicable') =>
      determination.criteria.filter((criterion) => criterion.status === status).map(({ title }) => title);
    const tolerated = determination.criteria
      .filter(({ status, silence }) => status === 'unknown' && silence)
      .map(({ title }) => title);
    if (listed('met').length > 0) sheet.detail('Met', listed('met').join('; '));
    if (tolerated.length > 0) sheet.detail('Not stated, and asked only where it applies', tolerated.join('; '));
    if (listed('not-applicable').length > 0) sheet.detail('Not applicable here', listed('not-applicable').join('; '));
  }
}

const plain = (fact: string): string => fact.replaceAll(/[.-]/g, ' ');
