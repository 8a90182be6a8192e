import type { ChartDocument } from '@interspace/core/model/review-input';
import { codings } from './codes.ts';
import type { FhirNode } from './fhir-node.ts';
import { plainText } from './plain-text.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { isSystem } from './systems.ts';

/** LOINC types of documents that are read as the note of a procedure, and as a note of the clinic. */
const KINDS: Readonly<Record<string, 'procedure-note' | 'clinic-note'>> = {
  '28570-0': 'procedure-note',
  '11504-8': 'procedure-note',
  '11506-3': 'clinic-note',
  '34117-2': 'clinic-note',
  '11488-4': 'clinic-note',
  '34109-9': 'clinic-note',
  '18842-5': 'clinic-note',
};

const MOST_TEXT = 2_000_000;

/** Texts of DocumentReference and DiagnosticReport, and notes that procedures and orders carry themselves. */
export function readDocuments(shelf: Shelf, mine: (shelved: Shelved) => boolean): ChartDocument[] {
  const documents: ChartDocument[] = [];
  for (const shelved of shelf.of('DocumentReference', 'DiagnosticReport').filter(mine)) {
    const { node, type } = shelved;
    const status = node.text('status');
    if (status === 'entered-in-error' || status === 'superseded' || status === 'cancelled') {
      node.leave(`the document is ${status}`);
      continue;
    }
    const kinds = codings(node.child(type === 'DocumentReference' ? 'type' : 'code'));
    const kind = kinds.flatMap(({ system, code }) => (isSystem('loinc', system) ? (KINDS[code] ?? []) : []))[0];
    const context = node.child('context');
    const period = context?.child('period');
    const date = period?.day('start') ?? node.day('effectiveDateTime') ?? node.day('date');
    const attachments =
      type === 'DocumentReference'
        ? node.list('content').flatMap((content) => content.child('attachment') ?? [])
        : node.list('presentedForm');
    attachments.forEach((attachment, at) => {
      const text = textOf(shelf, shelved, attachment);
      if (text === undefined) return;
      documents.push({
        id: `${type}/${shelved.id ?? documents.length + 1}${attachments.length > 1 ? `#${at + 1}` : ''}`,
        ...(kind === undefined ? {} : { kind }),
        text,
        ...(date === undefined ? {} : { date }),
      });
    });
  }
  for (const shelved of shelf.of('Procedure', 'ServiceRequest').filter(mine)) {
    const texts = shelved.node.list('note').flatMap((note) => note.text('text') ?? []);
    if (texts.length > 0)
      documents.push({ id: `${shelved.type}/${shelved.id ?? documents.length + 1}`, text: texts.join('\n') });
  }
  return documents;
}

function textOf(shelf: Shelf, shelved: Shelved, attachment: FhirNode): string | undefined {
  let type = (attachment.text('contentType') ?? '').toLowerCase();
  let data = attachment.text('data');
  const url = data === undefined ? attachment.text('url') : undefined;
  if (data === undefined && url !== undefined) {
    const binary = shelf.find(url, shelved);
    data = binary?.node.text('data');
    type = binary?.node.text('contentType')?.toLowerCase() ?? type;
    if (data === undefined) attachment.leaveKey('url', 'the content was not sent, only its address');
  }
  if (data === undefined) return undefined;
  const base = type.split(';')[0]?.trim() ?? '';
  if (!/^text\/|^application\/xhtml\+xml$/.test(base)) {
    attachment.leaveKey(
      'data',
      `${/^[\w.+-]+\/[\w.+-]+$/.test(base) ? base : 'content of unknown type'} is not read here; send its text`,
    );
    return undefined;
  }
  if (/[^A-Za-z0-9+/=\s]/.test(data) || data.length > MOST_TEXT * 2) {
    attachment.leaveKey('data', 'cannot be decoded');
    attachment.reading.issue('wire/fhir/attachment', attachment.at('data'));
    return undefined;
  }
  const bytes = Buffer.from(data, 'base64');
  const charset = /charset=["']?([\w-]+)/.exec(type)?.[1];
  const text = decode(bytes, charset);
  const plain = base === 'text/html' || base === 'application/xhtml+xml' ? plainText(text) : text;
  return plain.trim() === '' ? undefined : plain.slice(0, MOST_TEXT);
}

function decode(bytes: Uint8Array, charset: string | undefined): string {
  if (charset !== undefined && /^(?:iso-8859-1|latin1|windows-1252|us-ascii)$/.test(charset))
    return new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
