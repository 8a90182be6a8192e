import { extname } from 'node:path';

/** What a document is, told by its first bytes; the extension decides only where the content leaves it open. */
export type InputKind = 'note' | 'pdf' | 'docx' | 'notes-in-bulk' | 'form' | 'x12' | 'binary';

const BULK = new Set(['.jsonl', '.ndjson']);
const FORM = new Set(['.json', '.yaml', '.yml']);

export function kindOf(name: string, head: Uint8Array): InputKind {
  const extension = extname(name).toLowerCase();
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4096)).toString('latin1');
  const text = start.replace(/^(?:\u{EF}\u{BB}\u{BF})?\s+|^\u{EF}\u{BB}\u{BF}/u, '');
  if (/^ISA[^A-Za-z0-9\s]/.test(text)) return 'x12';
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u{3}\u{4}')) return extension === '.docx' || extension === '' ? 'docx' : 'binary';
  if (looksBinary(head)) return 'binary';
  if (BULK.has(extension)) return 'notes-in-bulk';
  if (FORM.has(extension)) return 'form';
  if (text.startsWith('{')) return /^\{[^\n]*"text"\s*:/.test(text) ? 'notes-in-bulk' : 'form';
  return 'note';
}

/** A UTF-16 text has zeros too, but starts with its mark. */
function looksBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const sample = head.subarray(0, 65_536);
  let strange = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) strange++;
  }
  return strange > sample.length / 50;
}
