import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { noX12 } from './no-x12.ts';

const CLAIM = 'ISA*00*          *00*          *ZZ*SENDER';

it.each([
  ['nothing', Buffer.alloc(0), 'The file is empty.', 'right file'],
  ['gzip', gzipSync(CLAIM), 'packed (gzip)', 'gunzip -c a.837 | interspace x12 check -'],
  ['ZIP', Buffer.from(`PK\u0003\u0004\u0000\u0000`), 'packed (ZIP)', 'unzip -p a.837 |'],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${CLAIM}`, 'utf16le'), 'UTF-16', 'iconv -f UTF-16'],
  ['UTF-16, the other way', Buffer.from(`\uFEFF${CLAIM}`, 'utf16le').swap16(), 'UTF-16', 'iconv'],
  ['UTF-16 without a mark', Buffer.from(CLAIM, 'utf16le'), 'UTF-16', 'iconv'],
  ['pictures', Buffer.from([0, 1, 2, 3, 0, 255, 254]), 'bytes are not text', 'begins with ISA'],
])('says of %s what it is and what to do', (_, head, message, hint) => {
  const found = noX12('a.837', head, 'x12 check');
  expect(found).toMatchObject({ at: 'a.837' });
  expect(found!.message).toContain(message);
  expect(found!.hint).toContain(hint);
});

it('names standard input as such', () => {
  expect(noX12('-', gzipSync(CLAIM), 'scrub')).toMatchObject({
    at: 'standard input',
    hint: 'Unpack it on the way: gunzip -c FILE | interspace scrub -',
  });
  expect(noX12('-', Buffer.alloc(0), 'scrub')?.message).toBe('Nothing was piped in.');
});

it.each([
  ['a claim file', CLAIM],
  ['one that begins with a blank line and a mark', `\u{EF}\u{BB}\u{BF}\r\n${CLAIM}`],
  ['one with separators that are no letters', CLAIM.replaceAll('*', '\u001d')],
  ['a group without an interchange', 'GS\u001dHC\u001dS\u001dR\u001e'],
  ['a text, of which others say what it is', 'A note.'],
])('says nothing of %s', (_, text) => {
  expect(noX12('a.837', Buffer.from(text, 'latin1'), 'scrub')).toBeUndefined();
});
