import { z } from 'zod';
import type { LawCitation } from '@interspace/core/model/law/criterion';
import { OVERLAY_POSITIONS, OVERLAY_STATES, type PayerOverlay } from '@interspace/core/model/law/overlay';
import type { Issue } from '@interspace/core/model/result';
import type { SourceFile } from '../yaml/source-file.ts';
import { CodeWord, DateWord } from '../yaml/words.ts';
import { dangling, defined } from './citations.ts';
import { checkPeriod } from './periods.ts';

/** One statement of a payer about a service (docs/how-to-add-an-overlay.md). */
export const Overlay = z
  .object({
    overlay: z.string().regex(/^[a-z0-9-]+$/, 'lower case, joined by hyphens'),
    title: z.string(),
    state: z.enum(OVERLAY_STATES),
    position: z.enum(OVERLAY_POSITIONS),
    codes: z.array(CodeWord).default([]),
    families: z.array(z.string()).default([]),
    kinds: z.array(z.string()).default([]),
    when: z
      .object({ fact: z.string(), is: z.array(z.union([z.string(), z.boolean()])).min(1) })
      .strict()
      .optional(),
    from: DateWord.optional(),
    through: DateWord.optional(),
    says: z.string(),
    conditions: z.array(z.string()).default([]),
    do: z.string(),
    cite: z.string(),
  })
  .strict();

/** Names that an overlay may use. Families and kinds are undefined while a library is read without its codes. */
export interface KnownNames {
  readonly facts: ReadonlySet<string>;
}

export function compileOverlays(
  payer: string,
  entries: readonly z.infer<typeof Overlay>[],
  citations: Readonly<Record<string, LawCitation>>,
  file: SourceFile,
  names: KnownNames,
  issues: Issue[],
): PayerOverlay[] {
  const seen = new Set<string>();
  return entries.map((entry, index): PayerOverlay => {
    const at = file.at(['overlays', index]);
    const { overlay, codes, families, kinds, when, cite, ...rest } = entry;
    const say = (message: string) => issues.push({ code: 'library/shape', message, at });
    checkPeriod(entry, at, issues);
    if (seen.has(overlay)) {
      issues.push({ code: 'library/declared-twice', message: `The overlay "${overlay}" is written twice.`, at });
    }
    seen.add(overlay);
    if (codes.length + families.length + kinds.length === 0) say('An overlay names codes, families or kinds.');
    if (entry.position === 'conditions' && entry.conditions.length === 0) say('A position "conditions" lists them.');
    // Criteria that belong to somebody are never restated: only who to ask.
    if (entry.state === 'licensed' && entry.conditions.length > 0) say('Licensed criteria are not listed.');
    if (!(cite in citations)) issues.push(dangling('citation', cite, Object.keys(citations), at));
    if (when && !names.facts.has(when.fact)) issues.push(dangling('fact', when.fact, names.facts, at));
    const { confidence = 'medium', standing = 'settled' } = citations[cite] ?? {};
    return defined({
      ...rest,
      id: `payer/${payer}/${overlay}`,
      payer,
      appliesTo: defined({ codes, families, kinds, when }),
      cite: `${payer}/${cite}`,
      confidence,
      standing,
      file: file.path,
    });
  });
}
