import type { IsoDate } from '../model/date.ts';
import type { CodeImplication } from '../model/law/policy.ts';
import type { ModifierLaw } from '../model/law/edits.ts';
import { groupOfRegion, type SessionRule } from '../model/law/session-rule.ts';
import { isInForce } from '../model/period.ts';
import type { FactCollector } from './procedure-facts.ts';
import type { RecordEvidence } from '../model/evidence.ts';

/** What a line says without words: of the service by its code, of the side by its modifiers. */
export interface Implications extends ReadonlyMap<string, readonly CodeImplication[]> {
  readonly modifiers: ModifierLaw;
}

export function indexImplications(list: readonly CodeImplication[], modifiers: ModifierLaw): Implications {
  const index = new Map<string, CodeImplication[]>();
  for (const entry of list) index.set(entry.code, [...(index.get(entry.code) ?? []), entry]);
  return Object.assign(index, { modifiers });
}

/** What a code says about the service on a date. */
export function implicationOf(index: Implications, code: string, on: IsoDate | undefined): CodeImplication | undefined {
  const entries = index.get(code);
  return on === undefined ? entries?.[0] : entries?.find((entry) => isInForce(entry, on));
}

/** The procedure facts that the code of a line implies by itself; the rest stays unknown. */
export function addImpliedFacts(
  found: FactCollector,
  implied: CodeImplication,
  rule: SessionRule,
  evidence: RecordEvidence,
): void {
  const put = (name: string, value: Parameters<FactCollector['add']>[1]) =>
    found.add(`procedure.${name}`, value, [evidence]);
  put('family', implied.family);
  found.addAmong('procedure.kind', implied.kinds, [evidence]);
  if (implied.guidanceIncluded) found.addAmong('procedure.guidance', implied.guidance, [evidence]);
  const regions = implied.regions ?? [];
  found.addAmong('procedure.region', regions, [evidence]);
  if (regions.length === 1) put('regions', regions);
  addImpliedGroup(found, implied, rule, evidence);
  for (const [name, value] of Object.entries(implied.facts)) put(name, value);
}

/** The region group that the code stands for, where its regions lie in one; a caudal injection names no level. */
export function addImpliedGroup(
  found: FactCollector,
  implied: CodeImplication,
  rule: SessionRule,
  evidence: RecordEvidence,
): void {
  found.add('procedure.region-group', groupImplied(implied, rule), [evidence]);
}

export function groupImplied(implied: CodeImplication, rule: SessionRule): string | undefined {
  const groups = new Set((implied.regions ?? []).map((region) => groupOfRegion(rule, region)));
  const [group] = groups;
  return groups.size === 1 ? group : undefined;
}
