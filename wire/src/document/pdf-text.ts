/** The text layer of a PDF, page by page; pages without one are empty. The reader is loaded on the first PDF. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  return (await extractText(document, { mergePages: false })).text;
}
