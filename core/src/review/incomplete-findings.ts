import { waits } from '../coverage/determine.ts';
import type { Determination } from '../model/determination.ts';
import type { Finding } from '../model/finding.ts';

/** An answer that waits for facts is something to do before the claim goes out, so it is a Finding as well as questions. */
export function incompleteFindings(determinations: readonly Determination[]): Finding[] {
  const waiting = determinations.filter((entry) => entry.outcome === 'incomplete');
  const byDocument = new Map<string, Determination[]>();
  for (const entry of waiting) {
    const document = entry.document ?? entry.policy ?? '';
    byDocument.set(document, [...(byDocument.get(document) ?? []), entry]);
  }
  return [...byDocument].map(([document, entries]) => {
    const lines = entries.map((entry) => entry.line);
    const titles = new Set(entries.flatMap(({ criteria }) => criteria.filter(waits).map((entry) => entry.title)));
    const [line] = lines;
    return {
      id: 'coverage/incomplete',
      severity: 'warn' as const,
      line: lines.length === 1 ? line : undefined,
      what: `${titles.size === 1 ? '1 criterion' : `${titles.size} criteria`} of ${document} cannot be judged from this chart (line ${lines.join(', ')}).`,
      why: 'What the chart does not say is neither met nor failed; a reviewer who does not find it will not assume it.',
      do: 'Answer the questions from the record, or ask the clinician; document only what happened.',
      evidence: [],
    };
  });
}
