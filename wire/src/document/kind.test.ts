import { expect, test } from 'vitest';
import { kindOf } from './kind.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['a.txt', 'PROCEDURE: epidural', 'note'],
  ['a.txt', 'ISA*00*', 'x12'],
  ['claims', '\u{EF}\u{BB}\u{BF}\r\nISA|00|', 'x12'],
  ['a.txt', 'ISABELLA EXAMPLE was seen today', 'note'],
  ['a.txt', '%PDF-1.7\n', 'pdf'],
  ['a.docx', 'PK\u{3}\u{4}....', 'docx'],
  ['a.xlsx', 'PK\u{3}\u{4}....', 'binary'],
  ['a.txt', 'MZ\u{0}\u{0}', 'binary'],
  ['a.txt', '\u{FF}\u{FE}P\u{0}R\u{0}', 'note'],
  ['a.jsonl', '', 'notes-in-bulk'],
  ['a.yaml', 'context:', 'form'],
  ['-', '{"id":"1","text":"x"}\n', 'notes-in-bulk'],
  ['-', '{"text": "x", "id":"1"}', 'notes-in-bulk'],
  ['-', '{\n  "note": "x"\n}', 'form'],
  ['-', 'LESI L4-5 today', 'note'],
])('%s starting %j is %s', (name, start, kind) => {
  expect(kindOf(name, bytes(start))).toBe(kind);
});
