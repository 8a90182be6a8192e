import type PdfDocument from 'pdfkit';

/** A page in the few sorts of text that a Review is made of. pdfkit's own fonts know no check marks: states are words. */
export class Sheet {
  readonly #document: InstanceType<typeof PdfDocument>;

  constructor(document: InstanceType<typeof PdfDocument>) {
    this.#document = document;
  }

  title(text: string, under: string): void {
    this.#text('Helvetica-Bold', 17, '#111', text);
    this.#text('Helvetica-Bold', 11, '#333', under);
  }

  heading(text: string): void {
    this.#gap(10);
    // A heading at the foot of a page would stand alone.
    if (this.#document.y > this.#document.page.height - 110) this.#document.addPage();
    this.#text('Helvetica-Bold', 12, '#111', text);
    this.#gap(2);
  }

  strong(text: string): void {
    this.#gap(4);
    this.#text('Helvetica-Bold', 9.5, '#111', text);
  }

  body(text: string): void {
    this.#text('Helvetica', 9.5, '#111', text);
  }

  detail(label: string, text: string): void {
    const document = this.#document;
    const left = document.page.margins.left;
    document.font('Helvetica-Bold').fontSize(8.5).fillColor('#555');
    document.text(`${label}  `, left + 10, document.y, { continued: true, width: this.#width - 10 });
    document.font('Helvetica').fillColor('#111').text(printable(text));
    document.x = left;
  }

  item(text: string): void {
    this.detail('-', text);
  }

  quiet(text: string): void {
    this.#gap(2);
    this.#text('Helvetica', 8.5, '#555', text);
  }

  table(head: readonly string[], widths: readonly (number | '*')[], rows: readonly (readonly string[])[]): void {
    this.#document.font('Helvetica').fontSize(8.5).fillColor('#111');
    this.#document.table({
      columnStyles: widths.map((width) => ({ width, padding: 3 })),
      rowStyles: (row) => ({
        border: [row === 0 ? 0 : 0.5, 0, 0, 0],
        borderColor: '#bbb',
      }),
      data: [head, ...rows].map((row) => row.map(printable)),
    });
    this.#document.x = this.#document.page.margins.left;
  }

  /** The same line at the foot of every page, with its number. */
  footers(text: string): void {
    const document = this.#document;
    const { start, count } = document.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      document.switchToPage(page);
      document.page.margins.bottom = 0;
      document.font('Helvetica').fontSize(7.5).fillColor('#777');
      document.text(`${text} · page ${page - start + 1} of ${count}`, 48, document.page.height - 32, {
        width: this.#width,
        lineBreak: false,
      });
    }
  }

  get #width(): number {
    const { width, margins } = this.#document.page;
    return width - margins.left - margins.right;
  }

  #gap(points: number): void {
    this.#document.y += points;
  }

  #text(font: string, size: number, color: string, text: string): void {
    const document = this.#document;
    document
      .font(font)
      .fontSize(size)
      .fillColor(color)
      .text(printable(text), document.page.margins.left, document.y, { width: this.#width });
  }
}

/** The standard fonts hold the characters of Windows-1252; others get their nearest plain form. */
function printable(text: string): string {
  return text
    .replaceAll('≥', 'at least ')
    .replaceAll('≤', 'at most ')
    .replaceAll('→', 'to')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\n]/g, '?');
}
