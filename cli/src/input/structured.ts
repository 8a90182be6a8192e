import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { issue } from '../issues.ts';
import { suggestion } from './did-you-mean.ts';

type Path = readonly PropertyKey[];

/** A YAML or JSON text (JSON is YAML) as what the schema makes of it, or Issues with line and path. */
export function readStructured<T>(text: string, schema: z.ZodType<T>, at: string): Result<T> {
  const strict = at.endsWith('.json') ? jsonIssue(text, at) : undefined;
  if (strict) return failed(strict);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    maxAliasCount: 100,
    logLevel: 'silent',
  } as object);
  if (document.errors.length > 0)
    return failed(
      ...document.errors.slice(0, 5).map((error) =>
        issue('cli/input/damaged', `Not valid YAML: ${withoutContent(error.message)}.`, {
          at: `${at}:${lines.linePos(error.pos[0]).line}`,
        }),
      ),
    );
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    return failed(
      issue('cli/input/damaged', `The document cannot be read: ${withoutContent((error as Error).message)}.`, { at }),
    );
  }
  if (value === null || value === undefined) return failed(issue('cli/input/empty', 'The document is empty.', { at }));
  const parsed = parseLeniently(schema, value, document);
  if (parsed.success) return ok(parsed.data);
  const place = (path: Path): string => `${at}${lineOf(document, lines, path)}`;
  return failed(...parsed.error.issues.flatMap((found) => issuesOf(found, schema, value, place)));
}

/** JSON is YAML, but what is called .json is held to JSON: other programs will read it too. */
function jsonIssue(text: string, at: string): Issue | undefined {
  try {
    JSON.parse(text.replace(/^\u{FEFF}/u, ''));
    return undefined;
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    const line = text.slice(0, position).split('\n').length;
    return issue('cli/input/damaged', 'Not valid JSON: a comma, bracket or quote is missing or too many.', {
      at: `${at}:${line}`,
    });
  }
}

/** `code: 64483` and `placeOfService: 02` are words that look like numbers: take them as they were written. */
function parseLeniently<T>(schema: z.ZodType<T>, value: unknown, document: Document): z.ZodSafeParseResult<T> {
  const first = schema.safeParse(value);
  if (first.success) return first;
  let changed = false;
  for (const found of first.error.issues) {
    if (found.code !== 'invalid_type' || found.expected !== 'string') continue;
    const node = document.getIn(found.path, true);
    if (!isScalar(node) || typeof node.value !== 'number') continue;
    document.setIn(found.path, node.source ?? String(node.value));
    changed = true;
  }
  return changed ? schema.safeParse(document.toJS()) : first;
}

function issuesOf(found: z.core.$ZodIssue, schema: z.ZodType, value: unknown, place: (path: Path) => string): Issue[] {
  if (found.code === 'unrecognized_keys')
    return found.keys.map((key) =>
      issue(
        'cli/input/unknown-key',
        `Unknown key \`${words([...found.path, key])}\`.${suggestion(key, keysAt(schema, found.path))}`,
        {
          at: place([...found.path, key]),
        },
      ),
    );
  const held = found.path.reduce<unknown>((of, key) => (of as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const name = found.path.length === 0 ? 'The document' : `\`${words(found.path)}\``;
  const near =
    found.code === 'invalid_value' && typeof held === 'string' ? suggestion(held, found.values.map(String)) : '';
  return [issue('cli/input/invalid', `${name} ${problem(found, held)}.${near}`, { at: place(found.path) })];
}

function problem(found: z.core.$ZodIssue, held: unknown): string {
  if (found.code === 'invalid_type')
    return held === undefined
      ? 'is required'
      : `must be ${/^[aeio]/.test(found.expected) ? 'an' : 'a'} ${found.expected}, not ${kind(held)}`;
  if (found.code === 'invalid_value') return `must be one of ${found.values.map(String).join(', ')}`;
  if (found.code === 'invalid_format')
    return found.message.startsWith('Invalid') ? 'has the wrong form' : `must be ${found.message}`;
  return `is not right: ${found.message.charAt(0).toLowerCase()}${found.message.slice(1)}`;
}

function kind(value: unknown): string {
  return value === null ? 'empty' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** The keys that the schema knows at a path, for suggestions. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const key of [...path, undefined]) {
    at = unwrap(at);
    if (key === undefined) break;
    const { shape, element } = at as { shape?: Record<PropertyKey, unknown>; element?: unknown };
    at = shape?.[key] ?? element;
  }
  return Object.keys((at as { shape?: object } | undefined)?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  let at = schema as { def?: { innerType?: unknown } } | undefined;
  while (at?.def?.innerType !== undefined) at = at.def.innerType as typeof at;
  return at;
}

/** `:12`, the line where the value stands, or where its nearest parent does. */
function lineOf(document: Document, lines: LineCounter, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const node = keyNode(document, path.slice(0, length)) ?? document.getIn(path.slice(0, length), true);
    const start = (node as { range?: [number, number, number] } | undefined)?.range?.[0];
    if (start !== undefined) return `:${lines.linePos(start).line}`;
  }
  return '';
}

function keyNode(document: Document, path: Path): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const items = (parent as { items?: { key?: { value?: unknown } }[] } | undefined)?.items;
  return items?.find((item) => item.key?.value === path.at(-1))?.key;
}

function words(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

/** Behind its colon such a message repeats what stands in the document, which may say who the patient is. */
function withoutContent(message: string): string {
  return firstLine(firstLine(message).replace(/(?<=[a-z)]): .*$| %.*$/u, ''));
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[.:]$/, '').replace(/ at line \d+, column \d+$/, '');
}
