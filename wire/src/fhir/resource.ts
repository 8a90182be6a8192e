import type { CodeableConcept, Extension, Identifier, Reference } from 'fhir/r4.js';
import { SYSTEMS, type SystemName } from './systems.ts';

/** A concept of one coding. */
export function concept(system: string, code: string, display?: string): CodeableConcept {
  return { coding: [{ system, code, ...(display === undefined ? {} : { display }) }] };
}

/** A code of one of the systems that we read, under its first address. */
export function inSystem(name: SystemName, code: string): CodeableConcept {
  return concept(SYSTEMS[name][0], code);
}

/** CPT is numbers (and F, T, U at the end); what begins with a letter is HCPCS level II. */
export function procedureConcept(code: string): CodeableConcept {
  return inSystem(/^[0-9]/.test(code) ? 'cpt' : 'hcpcs', code);
}

export function reference(text: string, display?: string): Reference {
  return { reference: text, ...(display === undefined ? {} : { display }) };
}

export function npi(value: string): Identifier {
  return { system: SYSTEMS.npi[0], value };
}

export function extension(url: string, value: Partial<Extension>): Extension {
  return { url, ...value };
}

/** An identifier that a FHIR id may be: letters, digits, hyphen and point, at most 64. */
export function idOf(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-+|-+$/g, '');
  return (plain === '' ? 'x' : plain).slice(0, 64);
}

/** Only what has a value: FHIR has no empty elements. */
export function present<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as T;
}
