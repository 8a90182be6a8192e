import type { FhirNode } from './fhir-node.ts';
import { isSystem, type SystemName } from './systems.ts';

export interface Coding {
  readonly system: string | undefined;
  readonly code: string;
  readonly node: FhirNode;
}

/** The codings of a CodeableConcept that have a code; clients send empty ones. */
export function codings(concept: FhirNode | undefined): Coding[] {
  if (!concept) return [];
  if (!concept.isRead('text')) concept.leaveKey('text', 'words beside the code');
  return concept.list('coding').flatMap((node) => coding(node) ?? []);
}

export function coding(node: FhirNode | undefined): Coding | undefined {
  const system = node?.text('system');
  const code = node?.text('code')?.trim();
  if (node && !node.isRead('display')) node.leaveKey('display', 'words of the sender for the code');
  return node === undefined || code === undefined || code === '' ? undefined : { system, code, node };
}

/** The first code of one of these systems. Codings of other systems are named as left aside. */
export function codeIn(concept: FhirNode | undefined, ...systems: readonly SystemName[]): string | undefined {
  return codesIn(concept, ...systems)[0];
}

export function codesIn(concept: FhirNode | undefined, ...systems: readonly SystemName[]): string[] {
  const all = codings(concept);
  const own = all.filter(({ system }) => systems.some((name) => isSystem(name, system)));
  for (const one of all)
    if (!own.includes(one))
      one.node.leave(one.system === undefined ? 'no system says what kind of code it is' : 'a code of another system');
  return own.map(({ code }) => code);
}

/** A procedure code: five letters or digits of CPT or HCPCS. */
export function procedureCodes(concept: FhirNode | undefined): string[] {
  return codesIn(concept, 'cpt', 'hcpcs').flatMap((code) => {
    const plain = code.toUpperCase();
    if (/^[0-9A-Z]{5}$/.test(plain)) return [plain];
    concept?.reading.issue('wire/fhir/code-malformed', `${concept.path}.coding`);
    return [];
  });
}

/** An ICD-10-CM code with its point. */
export function diagnosisCodes(concept: FhirNode | undefined): string[] {
  return codesIn(concept, 'icd10cm').flatMap((code) => {
    const plain = code.toUpperCase().replace('.', '');
    if (/^[A-Z][0-9][0-9A-Z]{1,5}$/.test(plain))
      return [plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain];
    concept?.reading.issue('wire/fhir/code-malformed', `${concept.path}.coding`);
    return [];
  });
}

/** True when a status element, or one of the codings of a status concept, has one of these codes. */
export function hasCode(concept: FhirNode | undefined, ...codes: readonly string[]): boolean {
  return codings(concept).some(({ code }) => codes.includes(code));
}
