import { NOTE_KINDS, type NoteKind } from '@interspace/core/edits/agency/diagnosis-notes';
import { endOfDiagnosis, packDiagnosis } from '@interspace/core/edits/agency/packed-code';
import { TableWriter, offsetsOf } from '../tables/table-writer.ts';
import { type CodeRange, codesInNote } from './codes-in-note.ts';
import { fiscalYear, nameEdition, yearFromName } from './edition-name.ts';
import { type BuiltTable, type ImportJob, pick } from './job.ts';
import { truncatedFile, wrongFile } from './refusal.ts';
import { unescape } from './sheet.ts';
import type { Member } from './source.ts';

const KIND_OF: Readonly<Record<string, NoteKind>> = {
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'code-first',
  useAdditionalCode: 'use-additional',
  codeAlso: 'code-also',
};

interface Note {
  readonly kind: NoteKind;
  readonly scope: CodeRange;
  readonly text: string;
  readonly targets: readonly CodeRange[];
}

interface Reading {
  version?: string;
  readonly notes: Note[];
  readonly categories: Set<number>;
  codes: number;
  unresolved: number;
}

/** The tabular list (XML): the notes that say which codes exclude each other and which come first. */
export async function importTabular(job: ImportJob): Promise<readonly BuiltTable[]> {
  const [member, ...others] = pick(job, /tabular.*\.xml$/i, /addenda|index|drug|neoplasm|\.xsd$/i);
  if (!member || others.length > 0)
    throw wrongFile(job.names[0] ?? '', 'Give one tabular list (icd10cm_tabular_YYYY.xml).');
  const reading = readTabular(await wholeText(member), member.at);
  const name = nameEdition(job.options, [`tabular ${reading.version ?? ''}`, member.name, ...job.names], (text) => {
    const year = yearFromName(text);
    return year === undefined ? undefined : fiscalYear(year);
  });
  return [
    {
      kind: 'icd10cm-tabular',
      name,
      counts: {
        rows: reading.notes.length,
        codes: reading.codes,
        unresolved: reading.unresolved,
        ...byKind(reading.notes),
      },
      attributes: {},
      writer: write(reading),
    },
  ];
}

async function wholeText(member: Member): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of member.stream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** How many packed codes one category holds: four more characters, each one of 36 or none. */
const CATEGORY = 37 ** 4;

const TOKEN = /<(\/?)([\w.]+)([^>]*?)(\/?)>|([^<]+)/g;

function readTabular(xml: string, at: string): Reading {
  const reading: Reading = { notes: [], categories: new Set(), codes: 0, unresolved: 0 };
  const open: string[] = [];
  const scopes: (CodeRange | undefined)[] = [];
  if (!xml.includes('<ICD10CM.tabular')) throw wrongFile(at, 'This is not the ICD-10-CM tabular list (XML).');
  for (const [, closing, element, attributes, selfClosing, text] of xml
    .replace(/<\?.*?\?>|<!--.*?-->/gs, '')
    .matchAll(TOKEN)) {
    if (text !== undefined) {
      takeText(reading, open, scopes, unescape(text).trim());
      continue;
    }
    if (closing) {
      if (open.pop() !== element)
        throw truncatedFile(at, `The element ${element} closes where it is not open: the file is damaged.`);
      if (isPlace(element!)) scopes.pop();
    } else if (!selfClosing) {
      open.push(element!);
      if (isPlace(element!))
        scopes.push(element === 'section' ? rangeOf(/\bid="([^"]+)"/.exec(attributes!)?.[1] ?? '') : undefined);
    }
  }
  if (open.length > 0) throw truncatedFile(at, `The element ${open.at(-1)} is never closed: the file is cut off.`);
  if (reading.codes === 0) throw wrongFile(at, 'The tabular list holds no code.');
  return reading;
}

function isPlace(element: string): boolean {
  return element === 'chapter' || element === 'section' || element === 'diag';
}

function takeText(reading: Reading, open: readonly string[], scopes: (CodeRange | undefined)[], text: string): void {
  if (text === '') return;
  const [parent, element] = [open.at(-2), open.at(-1)];
  if (element === 'version') reading.version = text;
  else if (element === 'name' && parent === 'diag') {
    const from = packDiagnosis(text);
    if (from < 0) return;
    scopes[scopes.length - 1] = { from, end: endOfDiagnosis(text) };
    reading.codes++;
    reading.categories.add(from - (from % CATEGORY));
  } else if (element === 'desc' && parent === 'chapter')
    scopes[scopes.length - 1] = rangeOf(/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? '');
  else if (element === 'note' && parent !== undefined && KIND_OF[parent]) {
    const scope = scopes.at(-1);
    const targets = codesInNote(text);
    if (targets.length === 0) reading.unresolved++;
    if (scope) reading.notes.push({ kind: KIND_OF[parent], scope, text, targets });
  }
}

/** `A00-B99`, or a single category. */
function rangeOf(text: string): CodeRange | undefined {
  const [first, last = first] = text.split('-').map((part) => part.trim());
  const [from, end] = [packDiagnosis(first ?? ''), endOfDiagnosis(last ?? '')];
  return from < 0 || end < 0 ? undefined : { from, end };
}

function byKind(notes: readonly Note[]): Record<string, number> {
  return Object.fromEntries(NOTE_KINDS.map((kind) => [kind, notes.filter((note) => note.kind === kind).length]));
}

function write({ notes: unsorted, categories: found }: Reading): TableWriter {
  // The narrowest scope first: the note nearest to the code is the one to quote.
  const notes = unsorted.toSorted((a, b) => a.scope.end - a.scope.from - (b.scope.end - b.scope.from));
  const categories = [...found].toSorted((a, b) => a - b);
  const listed = categories.map((category) =>
    notes.flatMap(({ scope }, note) => (scope.from < category + CATEGORY && category < scope.end ? [note] : [])),
  );
  const targets = notes.flatMap((note) => note.targets);
  return new TableWriter()
    .add('categories', Float64Array.from(categories))
    .add('offsets', offsetsOf(listed))
    .add('listed', Uint32Array.from(listed.flat()))
    .add(
      'kind',
      Uint8Array.from(notes, ({ kind }) => NOTE_KINDS.indexOf(kind)),
    )
    .add(
      'scope-from',
      Float64Array.from(notes, ({ scope }) => scope.from),
    )
    .add(
      'scope-end',
      Float64Array.from(notes, ({ scope }) => scope.end),
    )
    .add('target-offsets', offsetsOf(notes.map((note) => note.targets)))
    .add(
      'target-from',
      Float64Array.from(targets, ({ from }) => from),
    )
    .add(
      'target-end',
      Float64Array.from(targets, ({ end }) => end),
    )
    .addTexts(
      'texts',
      notes.map(({ text }) => text),
    );
}
