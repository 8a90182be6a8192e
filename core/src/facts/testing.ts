import type { Procedure } from '../model/procedure.ts';
import type { Drug } from '../model/law/drug.ts';
import { prepareReader } from './prepare-reader.ts';
import { readProcedures } from './procedures/read-procedures.ts';
import { readNote } from './text/read-note.ts';

/** A few substances for tests of the reader; the real list is the library's. */
const DRUGS: readonly Drug[] = [
  {
    name: 'triamcinolone-acetonide',
    role: 'steroid',
    names: ['triamcinolone', 'kenalog', 'kenalog-40'],
    strengths: { 'kenalog-40': 40 },
    billing: [],
  },
  {
    name: 'methylprednisolone-acetate',
    role: 'steroid',
    names: ['methylprednisolone', 'depo-medrol', 'depomedrol', 'depo'],
    billing: [],
  },
  { name: 'dexamethasone-sodium-phosphate', role: 'steroid', names: ['dexamethasone', 'decadron', 'dex'], billing: [] },
  {
    name: 'betamethasone',
    role: 'steroid',
    names: ['betamethasone', 'celestone', 'celestone soluspan'],
    strengths: { celestone: 6, 'celestone soluspan': 6 },
    billing: [],
  },
  { name: 'corticosteroid-unspecified', role: 'steroid', names: ['steroid', 'corticosteroid'], billing: [] },
  { name: 'lidocaine', role: 'anesthetic', names: ['lidocaine', 'xylocaine', 'lido'], billing: [] },
  { name: 'bupivacaine', role: 'anesthetic', names: ['bupivacaine', 'marcaine', 'sensorcaine'], billing: [] },
  { name: 'ropivacaine', role: 'anesthetic', names: ['ropivacaine'], billing: [] },
  { name: 'iohexol', role: 'contrast', names: ['omnipaque', 'iohexol', 'omnipaque 240', 'omnipaque 300'], billing: [] },
  { name: 'iopamidol', role: 'contrast', names: ['isovue', 'isovue-m 200'], billing: [] },
  { name: 'phenol', role: 'neurolytic', names: ['phenol', '6% phenol'], billing: [] },
  { name: 'ethanol', role: 'neurolytic', names: ['dehydrated alcohol', 'absolute alcohol'], billing: [] },
  { name: 'sodium-chloride', role: 'saline', names: ['saline', 'normal saline', 'ns'], billing: [] },
];

export const testReader = prepareReader({ drugs: DRUGS });

/** Procedures of a text in one line each: `facet-injection L4-L5 right, L5-S1 right; fluoroscopy`. */
export function told(text: string): string[] {
  return readProcedures(readNote({ id: 'note', text }), testReader).procedures.map(inWords);
}

export function inWords(procedure: Omit<Procedure, 'id'>): string {
  const targets = procedure.targets.map(
    (target) =>
      `${target.name ?? `?${target.region ?? ''}`}${target.side && target.side !== 'midline' ? ` ${target.side}` : ''}`,
  );
  return `${procedure.kind} ${targets.join(', ')}; ${procedure.guidance.modality ?? 'unsaid'}`;
}

export function findingsOf(text: string): string[] {
  return readProcedures(readNote({ id: 'note', text }), testReader).findings.map((finding) => finding.id);
}

export function agentsOf(text: string): string[] {
  const [procedure] = readProcedures(readNote({ id: 'note', text }), testReader).procedures;
  return (procedure?.agents ?? []).map((agent) => `${agent.drug} ${agent.milligrams ?? '?'} mg`);
}
