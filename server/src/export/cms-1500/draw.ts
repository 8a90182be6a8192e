import PdfDocument from 'pdfkit';
import { bytesOf } from '../pdf-bytes.ts';
import type { ClaimDraft } from '../claim-draft.ts';
import { footRows, headRows, LINE_COLUMNS, lineCells, type Row } from './cells.ts';

/** Points of a tenth of an inch. */
const TENTH = 7.2;
const LEFT = 36;
const WIDTH = 75 * TENTH;
const HEIGHT = 26;
const LINES_OF_A_PAGE = 6;

/**
 * The claim laid out by the items of the paper form CMS-1500 (02/12), six lines a page, for reading and for copying onto the
 * red original, which alone is accepted by mail. What is not known stays empty and can be written in.
 */
export function cms1500(draft: ClaimDraft): Promise<Buffer> {
  const { claim, missing, assumed } = draft;
  const document = new PdfDocument({
    size: 'LETTER',
    margin: LEFT,
    autoFirstPage: false,
    info: { Title: 'Claim by the items of CMS-1500' },
  });
  const pages = Math.max(1, Math.ceil(claim.lines.length / LINES_OF_A_PAGE));
  for (let page = 0; page < pages; page++) {
    document.addPage();
    const lines = claim.lines.slice(page * LINES_OF_A_PAGE, (page + 1) * LINES_OF_A_PAGE);
    title(document, page + 1, pages);
    let y = 66;
    for (const row of headRows(draft)) y = drawRow(document, row, y);
    y = drawLines(document, claim, lines, y + 6);
    const total = lines.reduce((sum, { charge }) => sum + (charge ?? 0), 0);
    y += 6;
    for (const row of footRows(draft, total)) y = drawRow(document, row, y);
    note(document, [...assumed, ...missing.map(({ message }) => message)], y + 10);
  }
  return bytesOf(document);
}

type Sheet = InstanceType<typeof PdfDocument>;

function title(sheet: Sheet, page: number, pages: number): void {
  sheet
    .font('Helvetica-Bold')
    .fontSize(13)
    .fillColor('#111')
    .text('Professional claim by the items of CMS-1500', LEFT, 36);
  sheet.font('Helvetica').fontSize(8).fillColor('#555');
  sheet.text(`For reading and copying; payers take the red form or an 837 file.   Page ${page} of ${pages}`, LEFT, 52);
}

function drawRow(sheet: Sheet, row: Row, y: number): number {
  let x = LEFT;
  for (const { item, label, width, value } of row) {
    const wide = width * TENTH;
    box(sheet, x, y, wide, HEIGHT);
    small(sheet, [item, label].filter(Boolean).join('  '), x, y, wide);
    written(sheet, value, x, y + 11, wide);
    x += wide;
  }
  return y + HEIGHT;
}

function drawLines(sheet: Sheet, claim: ClaimDraft['claim'], lines: ClaimDraft['claim']['lines'], top: number): number {
  let x = LEFT;
  for (const [item, label, width] of LINE_COLUMNS) {
    box(sheet, x, top, width * TENTH, 16);
    small(sheet, [item, label].filter(Boolean).join(' '), x, top + 2, width * TENTH);
    x += width * TENTH;
  }
  let y = top + 16;
  for (let at = 0; at < LINES_OF_A_PAGE; at++, y += HEIGHT) {
    const line = lines[at];
    const values = line ? lineCells(claim, line) : [];
    let left = LEFT;
    for (const [column, [, , width]] of LINE_COLUMNS.entries()) {
      box(sheet, left, y, width * TENTH, HEIGHT);
      written(sheet, values[column] ?? '', left, y + 9, width * TENTH);
      left += width * TENTH;
    }
  }
  return y;
}

function note(sheet: Sheet, texts: readonly string[], y: number): void {
  if (texts.length === 0) return;
  sheet.font('Helvetica').fontSize(8).fillColor('#555');
  sheet.text(`To look at: ${texts.join(' ')}`, LEFT, y, { width: WIDTH });
}

function box(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  sheet.lineWidth(0.5).strokeColor('#999').rect(x, y, width, height).stroke();
}

function small(sheet: Sheet, text: string, x: number, y: number, width: number): void {
  sheet
    .font('Helvetica')
    .fontSize(6)
    .fillColor('#555')
    .text(text, x + 3, y + 2.5, { width: width - 4, height: 8, ellipsis: true, lineBreak: false });
}

/** What stands in a box; long texts get smaller rather than cut off. */
function written(sheet: Sheet, text: string, x: number, y: number, width: number): void {
  sheet.font('Courier').fillColor('#000');
  let size = 9.5;
  while (size > 5.5 && sheet.fontSize(size).widthOfString(text) > width - 6) size -= 0.5;
  sheet.fontSize(size).text(text, x + 3, y, { width: width - 4, height: 12, ellipsis: true, lineBreak: false });
}
