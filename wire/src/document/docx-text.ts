/** The text of a Word document, a paragraph a line. The reader is loaded on the first one. */
export async function textOfDocx(bytes: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  return value.replaceAll(/\n{3,}/g, '\n\n');
}
