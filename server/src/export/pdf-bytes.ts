import type PdfDocument from 'pdfkit';

/** Ends a document and gives its bytes. */
export function bytesOf(document: InstanceType<typeof PdfDocument>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((done, fail) => {
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => done(Buffer.concat(pieces)));
    document.on('error', fail);
    document.end();
  });
}
