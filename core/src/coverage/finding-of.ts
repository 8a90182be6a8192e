import type { ClauseResult, CriterionResult } from '../model/determination.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { PolicyDocument } from '../model/law/policy.ts';
import type { LineView } from '../model/line-view.ts';
import type { CriterionInForce } from './in-force.ts';
import type { Scene } from './scene.ts';
import { plain, valueInWords } from './words.ts';

/** Holes that any finding text may have besides its criterion's params and `fact:<name>`. */
export const HOLES: readonly string[] = [
  'count',
  'earlier',
  'dates',
  'next',
  'found',
  'region',
  'levels',
  'side',
  'kind',
  'code',
  'modifiers',
  'units',
  'diagnoses',
  'document',
  'article',
  'contractor',
  'date',
];
const HOLE = /\{([^{}]+)\}/g;

/** Texts of the law, cut once: words at even places, names of holes at odd ones. */
const cut = new Map<string, readonly string[]>();

function partsOf(text: string): readonly string[] {
  let parts = cut.get(text);
  if (!parts) {
    if (cut.size > 10_000) cut.clear();
    cut.set(text, (parts = text.split(HOLE)));
  }
  return parts;
}

/** The names between braces in a text. */
export function holesOf(text: string): string[] {
  return [...text.matchAll(HOLE)].map((found) => found[1] ?? '');
}

/** The three sentences for staff, with what was found filled in. */
export function findingOf(
  entry: CriterionInForce,
  result: CriterionResult,
  scene: Scene,
  where: { readonly line: LineView; readonly document: PolicyDocument },
): Finding {
  const { finding } = entry.criterion;
  const fill = (text: string): string => {
    const parts = partsOf(text);
    let filled = parts[0] ?? '';
    for (let at = 1; at < parts.length; at += 2)
      filled += holeValue(parts[at] ?? '', entry, result, scene, where) + (parts[at + 1] ?? '');
    return filled;
  };
  const doubt = scene.doubts.length > 0 ? ` (Not settled: ${scene.doubts.join('; ')}.)` : '';
  return {
    id: entry.criterion.id,
    severity: result.severity,
    line: where.line.number,
    what: fill(finding.what),
    why: fill(finding.why) + doubt,
    do: fill(finding.do),
    citation: result.citation,
    evidence: distinctEvidence(deciding(result.tree)),
  };
}

/** The leaves that made a result not-met. */
export function deciding(result: ClauseResult): ClauseResult[] {
  if (result.parts.length === 0) return result.status === 'not-met' ? [result] : [];
  const leaves: ClauseResult[] = [];
  gather(result, leaves);
  return leaves;
}

/** Those of a result with parts; the result itself where none of its parts is to blame. */
function gather(result: ClauseResult, leaves: ClauseResult[]): void {
  const inverted = result.operator === 'none-of';
  const guilty = inverted ? 'met' : 'not-met';
  let found = false;
  for (const part of result.parts) {
    if (part.operator === 'when' || part.operator === 'unless' || part.status !== guilty) continue;
    found = true;
    if (inverted || part.parts.length === 0) leaves.push(part);
    else gather(part, leaves);
  }
  if (!found) leaves.push(result);
}

function holeValue(
  name: string,
  entry: CriterionInForce,
  result: CriterionResult,
  scene: Scene,
  { line, document }: { readonly line: LineView; readonly document: PolicyDocument },
): string {
  const param = entry.params.get(name);
  if (param) return plain(param.value);
  if (name.startsWith('fact:')) return valueInWords(scene.fact(name.slice(5)), entry.declaration(name.slice(5)));
  const fact = (of: string) => valueInWords(scene.fact(of), undefined);
  const tally = scene.tallies.find((entry) => entry.next !== undefined) ?? scene.tallies[0];
  switch (name) {
    case 'count':
      return String((tally?.dates.length ?? 0) + 1);
    case 'earlier':
      return [...new Set(scene.looked)].sort().join(', ') || 'none known';
    case 'dates':
      return tally && tally.dates.length > 0 ? tally.dates.join(', ') : 'none';
    case 'next':
      return tally?.next ?? 'not known';
    case 'found':
      return (
        deciding(result.tree)
          .map((leaf) => leaf.found)
          .filter(Boolean)
          .join('; ') || 'nothing'
      );
    case 'region':
      return fact('procedure.region-group');
    case 'levels':
      return fact('procedure.levels');
    case 'side':
      return fact('procedure.side');
    case 'kind':
      return fact('procedure.kind');
    case 'code':
      return line.code;
    case 'modifiers':
      return line.modifiers.length > 0 ? line.modifiers.join(', ') : 'none';
    case 'units':
      return String(line.units);
    case 'diagnoses':
      return line.diagnoses && line.diagnoses.length > 0 ? line.diagnoses.join(', ') : 'none stated';
    case 'document':
      return document.id;
    case 'article':
      return document.article ?? document.id;
    case 'contractor':
      return document.issuer;
    case 'date':
      return scene.on;
    default:
      throw new Error(`the library was compiled with an unknown hole: ${name}`);
  }
}

/** The evidence of these, each piece once. */
function distinctEvidence(leaves: readonly ClauseResult[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const leaf of leaves)
    for (const piece of leaf.evidence) if (!evidence.some((other) => isSame(other, piece))) evidence.push(piece);
  return evidence;
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one === other || (one.quote === other.quote && JSON.stringify(one) === JSON.stringify(other));
}
