import type { LawIssueCode } from '../issues.ts';
import { z } from 'zod';
import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Issue } from '@interspace/core/model/result';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';

const FactFile = z
  .object({
    facts: z.array(
      z
        .object({
          name: z.string().regex(/^[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9-]*|\.\*)+$/, 'a dotted name in lower case'),
          type: z.enum(['boolean', 'number', 'date', 'word', 'words', 'text']),
          unit: z.string().optional(),
          words: z.array(z.string()).optional(),
          meaning: z.string().min(5),
          question: z.string().endsWith('?').optional(),
          asked: z.enum(['clinician', 'office']).optional(),
        })
        .strict(),
    ),
  })
  .strict();

/** Fact declarations of all files; a name declared twice, or a closed list on a number, is an Issue. */
export function compileFacts(files: readonly SourceFile[], issues: Issue[]): FactDeclaration[] {
  const facts = new Map<string, FactDeclaration>();
  for (const file of files) {
    const read = readShape(FactFile, file);
    issues.push(...read.issues);
    if (!read.ok) continue;
    for (const [index, fact] of read.value.facts.entries()) {
      const at = file.at(['facts', index]);
      const say = (code: LawIssueCode, message: string, hint: string) => issues.push({ code, message, at, hint });
      if (facts.has(fact.name))
        say('library/declared-twice', `The fact "${fact.name}" is declared twice.`, 'Keep one declaration.');
      if (fact.words && fact.type !== 'word' && fact.type !== 'words') {
        say(
          'library/shape',
          `"${fact.name}" has a list of words but is a ${fact.type}.`,
          'Only word and words have a closed list.',
        );
      }
      if ((fact.question === undefined) !== (fact.asked === undefined)) {
        say(
          'library/shape',
          `"${fact.name}" needs both question and asked, or neither.`,
          'Say who can answer, or drop the question.',
        );
      }
      facts.set(fact.name, fact as FactDeclaration);
    }
  }
  return [...facts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
