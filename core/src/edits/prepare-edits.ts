import { dayNumber } from '../model/date.ts';
import type { Library } from '../model/library.ts';
import type { CodeRecord } from '../model/law/coding.ts';
import type {
  AddOnTable,
  CodeKey,
  CodeSwap,
  DiagnosisTrap,
  EditLaw,
  EditRule,
  ModifierLaw,
  PairTable,
  UnitTable,
} from '../model/law/edits.ts';
import { codeKey } from './code-key.ts';
import { modifierBits } from './modifier-bits.ts';
import { addOnTable } from './tables/add-on-table.ts';
import { Editions } from './tables/editions.ts';
import { pairTable } from './tables/pair-table.ts';
import { unitTable } from './tables/unit-table.ts';

/** A code as the edits see it: its record, its key, its dates as numbers. Looked up once a line. */
export interface KnownCode {
  readonly record: CodeRecord;
  readonly key: CodeKey;
  readonly from: number;
  readonly through: number;
}

/** The law of edits, indexed once. Bigger tables (an agency's whole edition) take the place of `pairs`, `units`, `addOns`. */
export interface PreparedEdits {
  readonly rules: ReadonlyMap<string, EditRule>;
  readonly codes: ReadonlyMap<string, KnownCode>;
  readonly pairs: Editions<PairTable>;
  readonly units: Editions<UnitTable>;
  readonly addOns: Editions<AddOnTable>;
  readonly modifiers: ModifierLaw;
  readonly modifierBits: ReadonlyMap<string, number>;
  readonly lists: Readonly<Record<string, ReadonlySet<string>>>;
  readonly exclusive: EditLaw['exclusive'];
  readonly swaps: ReadonlyMap<string, CodeSwap>;
  readonly diagnoses: ReadonlyMap<string, DiagnosisTrap>;
  readonly studies: EditLaw['studies'];
  readonly devices: EditLaw['devices'];
}

export function prepareEdits(library: Library): PreparedEdits {
  const { edits } = library;
  return {
    rules: new Map(edits.rules.map((rule) => [rule.id, rule])),
    codes: knownCodes(library),
    pairs: new Editions(edits.pairs.map(pairTable)),
    units: new Editions(edits.units.map(unitTable)),
    addOns: new Editions(edits.addOns.map(addOnTable)),
    modifiers: edits.modifiers,
    modifierBits: modifierBits(edits.modifiers),
    lists: Object.fromEntries(Object.entries(edits.lists).map(([name, words]) => [name, new Set(words)])),
    exclusive: edits.exclusive,
    swaps: new Map(edits.swaps.map((swap) => [swap.code, swap])),
    diagnoses: new Map(edits.diagnoses.map((trap) => [trap.code, trap])),
    studies: edits.studies ?? [],
    devices: edits.devices ?? [],
  };
}

function knownCodes(library: Library): ReadonlyMap<string, KnownCode> {
  const known = new Map<string, KnownCode>();
  for (const record of library.coding.codes) known.set(record.code, knownCode(record));
  // A drug's billing entry is all that is known of its code; a code of several entries is valid over all of them.
  for (const drug of library.drugs)
    for (const billing of drug.billing)
      if (!known.has(billing.code))
        known.set(
          billing.code,
          knownCode({
            code: billing.code,
            gist: drug.name.replaceAll('-', ' '),
            family: 'drug',
            role: 'drug',
            guidance: [],
            confidence: billing.citation.confidence,
            citation: billing.citation,
            ...(billing.from ? { from: billing.from } : {}),
            ...(billing.through ? { through: billing.through } : {}),
          }),
        );
  return known;
}

function knownCode(record: CodeRecord): KnownCode {
  return {
    record,
    key: codeKey(record.code),
    from: record.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(record.from),
    through: record.through === undefined ? Number.POSITIVE_INFINITY : dayNumber(record.through),
  };
}
