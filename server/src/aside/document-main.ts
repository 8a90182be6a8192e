import { parentPort, workerData } from 'node:worker_threads';
import { zipEntries } from '@interspace/library/import/zip';
import { decodeText } from '@interspace/wire/document/decode-text';
import { textOfDocx } from '@interspace/wire/document/docx-text';
import { kindOf } from '@interspace/wire/document/kind';
import { foreignLanguage } from '@interspace/wire/document/language';
import { pagesOfPdf } from '@interspace/wire/document/pdf-text';
import type { DocumentAsked, DocumentTold } from './document.ts';

/** Two million characters are a thousand pages. */
const MOST = 2 << 20;
const MOST_UNPACKED = 128 << 20;

const { name, bytes } = workerData as DocumentAsked;
parentPort?.postMessage(await read());

async function read(): Promise<DocumentTold> {
  const kind = kindOf(name, bytes);
  try {
    switch (kind) {
      case 'pdf': {
        const text = (await pagesOfPdf(bytes)).join('\n\n');
        return text.trim() === '' ? { problem: 'no-text-layer' } : judged('pdf', text);
      }
      case 'docx':
        // Weighed entry by entry before the reader unpacks it whole.
        if (await isBomb(Buffer.from(bytes))) return { problem: 'too-large' };
        return judged('docx', await textOfDocx(Buffer.from(bytes)));
      case 'binary':
        return { problem: 'binary' };
      case 'x12':
        return { problem: 'claims' };
      default:
        return judged('text', decodeText(bytes));
    }
  } catch {
    return { problem: 'damaged' };
  }
}

async function isBomb(archive: Buffer): Promise<boolean> {
  let size = 0;
  for (const entry of zipEntries(archive, 'document'))
    for await (const piece of entry.stream()) if ((size += piece.length) > MOST_UNPACKED) return true;
  return false;
}

function judged(kind: string, text: string): DocumentTold {
  if (text.trim() === '') return { problem: 'empty' };
  if (text.length > MOST) return { problem: 'too-large' };
  const language = foreignLanguage(text);
  return language === undefined ? { kind, text } : { problem: 'language' };
}
