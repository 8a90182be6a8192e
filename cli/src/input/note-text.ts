import { failed, ok, type Result } from '@interspace/core/model/result';
import { issue } from '../issues.ts';
import { decodeText } from '@interspace/wire/document/decode-text';
import { foreignLanguage } from '@interspace/wire/document/language';

/** Two million characters are a thousand pages; a note has two or three. */
export const NOTE_LIMIT = 2 << 20;
export const DOCUMENT_LIMIT = 64 << 20;

/** The text of a note, checked for being one; offsets of Evidence count in exactly this string. */
export function noteText(text: string, at: string): Result<string> {
  if (text.trim() === '' || text.trim() === '\u{FEFF}')
    return failed(issue('cli/input/empty', 'The note holds no text.', { at }));
  if (text.length > NOTE_LIMIT)
    return failed(
      issue('cli/input/too-large', `The note has ${millions(text.length)} million characters; at most 2 are read.`, {
        at,
      }),
    );
  const language = foreignLanguage(text);
  if (language !== undefined)
    return failed(issue('cli/input/language', `The note is written in ${language}; only English is read.`, { at }));
  return ok(text);
}

export function noteFromBytes(bytes: Uint8Array, at: string): Result<string> {
  return noteText(decodeText(bytes), at);
}

/** The text layer of a PDF, pages one below the other. The reader is loaded on the first PDF. */
export async function noteFromPdf(bytes: Uint8Array, at: string): Promise<Result<string>> {
  let pages: readonly string[];
  try {
    const { pagesOfPdf } = await import('@interspace/wire/document/pdf-text');
    pages = await pagesOfPdf(bytes);
  } catch (error) {
    return failed(issue('cli/input/damaged', `The PDF cannot be opened: ${firstLine(error)}.`, { at }));
  }
  const text = pages.join('\n\n');
  if (text.trim() === '')
    return failed(issue('cli/input/no-text-layer', `The PDF has ${pages.length} page(s) and no text on them.`, { at }));
  return noteText(text, at);
}

/** The text of a Word document, a paragraph a line. The reader is loaded on the first one. */
export async function noteFromDocx(bytes: Buffer, at: string): Promise<Result<string>> {
  try {
    const { textOfDocx } = await import('@interspace/wire/document/docx-text');
    return noteText(await textOfDocx(bytes), at);
  } catch (error) {
    return failed(issue('cli/input/damaged', `The Word document cannot be opened: ${firstLine(error)}.`, { at }));
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 120);
}

function millions(count: number): string {
  return (count / 1e6).toFixed(1);
}
