import type { AddOnTable as AddOnLaw, PairTable as PairLaw, UnitTable as UnitLaw } from '../../model/law/edits.ts';
import { dayNumber } from '../../model/date.ts';
import { AddOnTable } from './add-on-table.ts';
import { addOnsAsLaw, pairsAsLaw, unitsAsLaw } from './as-law.ts';
import { Dated } from './dated.ts';
import { DiagnosisNotes } from './diagnosis-notes.ts';
import { DiagnosisTable } from './diagnosis-table.ts';
import { FeeTable } from './fee-table.ts';
import type { TableFile } from './layout.ts';
import { PairTable } from './pair-table.ts';
import { ProcedureCodeTable } from './procedure-code-table.ts';
import { RecordTable } from './record-table.ts';
import { UnitTable } from './unit-table.ts';

/** Imported editions by what they answer. Kinds that no edit asks about are left aside. */
export interface AgencyLaw {
  readonly pairs: readonly PairLaw[];
  readonly units: readonly UnitLaw[];
  readonly addOns: readonly AddOnLaw[];
  readonly diagnoses: readonly DiagnosisTable[];
  readonly notes: Dated<DiagnosisNotes>;
  readonly codes: Dated<ProcedureCodeTable>;
  readonly fees: Dated<FeeTable>;
  readonly modifiers: Dated<RecordTable>;
  readonly places: Dated<RecordTable>;
  readonly taxonomy: Dated<RecordTable>;
}

/** Opens table files (already read into memory, perhaps shared with other workers) for the edits. */
export function agencyLaw(files: readonly TableFile[]): AgencyLaw {
  const of = <T>(kinds: readonly string[], make: (file: TableFile) => T): T[] =>
    files.filter((file) => kinds.includes(file.header.kind)).map(make);
  return {
    pairs: ['ncci-ptp-practitioner', 'ncci-ptp-hospital'].flatMap((kind) => {
      const { newest } = new Dated(of([kind], (file) => new PairTable(file)));
      return newest.map((table, at) => pairsAsLaw(table, newest.slice(0, at)));
    }),
    units: of(['mue-practitioner', 'mue-hospital'], (file) => unitsAsLaw(new UnitTable(file))),
    addOns: of(['aoc'], (file) => addOnsAsLaw(new AddOnTable(file), dayNumber(file.header.effective.from))),
    diagnoses: of(['icd10cm-order'], (file) => new DiagnosisTable(file)),
    notes: new Dated(of(['icd10cm-tabular'], (file) => new DiagnosisNotes(file))),
    codes: new Dated(of(['hcpcs'], (file) => new ProcedureCodeTable(file))),
    fees: new Dated(of(['pprrvu'], (file) => new FeeTable(file))),
    modifiers: new Dated(of(['modifiers'], (file) => new RecordTable(file))),
    places: new Dated(of(['pos'], (file) => new RecordTable(file))),
    taxonomy: new Dated(of(['taxonomy'], (file) => new RecordTable(file))),
  };
}
