import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';

/** One line of an answer key, or of what we proposed, as it is compared. */
export interface KeyedLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

/** Billing units of one drug as an annotator keyed them. */
export interface KeyedDrug {
  readonly code: string;
  readonly units: number;
}

/** What two coders agreed on for one note; any one of `accepted` is right. */
export interface Key {
  readonly id: string;
  readonly accepted: readonly (readonly KeyedLine[])[];
  readonly families: readonly string[];
  /** Drugs by each of the two annotators. */
  readonly drugs?: readonly KeyedDrug[];
  readonly drugsB?: readonly KeyedDrug[];
  readonly dx?: readonly string[];
  readonly why?: string;
}

export interface Note {
  readonly id: string;
  readonly kind: 'procedure' | 'clinic' | 'hard-negative' | 'other';
  readonly text: string;
}

/** The notes and keys of a folder laid out as `notes/` of the shared data; `undefined` when it is not there. */
export function readCorpus(folder: string): { notes: readonly Note[]; keys: ReadonlyMap<string, Key> } | undefined {
  if (!existsSync(join(folder, 'key-dev.jsonl'))) return undefined;
  const keys = new Map(readLines<Key>(join(folder, 'key-dev.jsonl')).map((key) => [key.id, key]));
  const notes: Note[] = [];
  for (const row of readLines<{ id: string; kind: string; text: string }>(join(folder, 'mtsamples_pain_dev.jsonl')))
    notes.push({ id: row.id, kind: row.kind as Note['kind'], text: row.text });
  for (const row of readLines<{ id: string; text: string }>(join(folder, 'clinic_templates_dev.jsonl')))
    notes.push({ id: row.id, kind: 'procedure', text: row.text });
  for (const row of readLines<{ id: string; text: string }>(join(folder, 'mtsamples_other_dev.jsonl.gz')))
    notes.push({ id: row.id, kind: 'other', text: row.text });
  return { notes, keys };
}

function readLines<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
