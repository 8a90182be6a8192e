import { z } from 'zod';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { didYouMean } from './nearest.ts';
import type { Path, SourceFile } from './source-file.ts';

/** Checks a file against its schema; every disagreement is an Issue at its line, a misspelt key with the nearest known one. */
export function readShape<T>(schema: z.ZodType<T>, file: SourceFile): Result<T> {
  if (file.issues.length > 0) return failed(...file.issues);
  const read = schema.safeParse(file.data);
  if (read.success) return ok(read.data);
  return failed(...read.error.issues.flatMap((issue) => issuesOf(issue, schema, file)));
}

function issuesOf(issue: z.core.$ZodIssue, schema: z.ZodType, file: SourceFile): Issue[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const hint = didYouMean(key, known) ?? (known.length > 0 ? `Known keys here: ${known.join(', ')}.` : undefined);
      return {
        code: 'library/unknown-key',
        message: `The key "${key}" is not known here and would be ignored.`,
        at: file.at([...path, key]),
        ...(hint !== undefined && { hint }),
      };
    });
  }
  const where = path.length > 0 ? `"${path.join('.')}": ` : '';
  return [{ code: 'library/shape', message: `${where}${sentence(issue)}`, at: file.at(path) }];
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing or has the wrong type.';
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}.`;
  return `${issue.message}.`;
}

/** The keys that a strict object schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let here: unknown = unwrap(schema);
  for (const part of path) {
    if (here instanceof z.ZodObject) here = unwrap((here.shape as Record<string, z.ZodType>)[String(part)]);
    else if (here instanceof z.ZodArray) here = unwrap(here.element as z.ZodType);
    else if (here instanceof z.ZodRecord) here = unwrap(here.valueType as z.ZodType);
    else return [];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function unwrap(schema: z.ZodType | undefined): unknown {
  let here: unknown = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodPipe) {
    here = here instanceof z.ZodPipe ? here.in : here.unwrap();
  }
  return here;
}
