import type { ClaimType } from '../model/claim.ts';
import type { Library } from '../model/library.ts';
import type {
  AddOnTable,
  BesideRule,
  BillTypeRule,
  DiagnosisTrap,
  EditLaw,
  EditRule,
  ModifierLaw,
  OutlierRule,
  PairTable,
  ToldRule,
  UnitTable,
} from '../model/law/edits.ts';
import { agencyLaw, type AgencyLaw } from './agency/agency-law.ts';
import { editionOf } from './agency/as-law.ts';
import type { TableFile } from './agency/layout.ts';
import { CodeSheets, type FeeReleases } from './code-sheet.ts';
import { DiagnosisConflicts, DiagnosisYear, DiagnosisYears } from './diagnosis-sheet.ts';
import { modifierBits } from './modifier-bits.ts';
import { FilingLimits } from './filing-limits.ts';
import { addOnTable } from './tables/add-on-table.ts';
import { Editions } from './tables/editions.ts';
import { pairTable } from './tables/pair-table.ts';
import { unitTable } from './tables/unit-table.ts';
import { uniform } from './uniform.ts';
import { template, type Template } from './template.ts';

/** A rule with its texts cut at their holes. */
export interface PreparedRule {
  readonly rule: EditRule;
  readonly what: Template;
  readonly why: Template;
  readonly do: Template;
}

/** Pair and unit tables of one kind of provider. */
export interface SettingTables {
  readonly pairs: Editions<PairTable>;
  readonly units: Editions<UnitTable>;
}

/** The law of edits, indexed once: the library's own small tables and, beside them, every imported edition. */
export interface PreparedEdits extends SettingTables {
  readonly rules: ReadonlyMap<string, PreparedRule>;
  readonly codes: CodeSheets;
  readonly hospital: SettingTables;
  readonly addOns: Editions<AddOnTable>;
  readonly modifiers: ModifierLaw;
  readonly modifierBits: ReadonlyMap<string, number>;
  readonly lists: Readonly<Record<string, ReadonlySet<string>>>;
  readonly exclusive: EditLaw['exclusive'];
  readonly beside: readonly BesideRule[];
  readonly outliers: readonly OutlierRule[];
  readonly told: readonly ToldRule[];
  readonly filing: FilingLimits;
  /** By the first two digits. */
  readonly billTypes: ReadonlyMap<string, readonly BillTypeRule[]>;
  readonly diagnoses: ReadonlyMap<string, DiagnosisTrap>;
  readonly years: DiagnosisYears;
  /** The oldest first. */
  readonly conflicts: readonly DiagnosisConflicts[];
  readonly studies: EditLaw['studies'];
  readonly devices: EditLaw['devices'];
  readonly agency: AgencyLaw;
}

/** `tables` are the imported editions that may answer; which one does is decided line by line, by date of service. */
export function prepareEdits(library: Library, tables: readonly TableFile[] = []): PreparedEdits {
  const { edits } = library;
  const agency = agencyLaw(tables);
  const practitioner = settingTables(
    [...edits.pairs.map(pairTable), ...agency.pairs.filter(isPractitioner)],
    [...edits.units.map(unitTable), ...agency.units.filter(isPractitioner)],
  );
  const hospital = settingTables(
    agency.pairs.filter((table) => !isPractitioner(table)),
    agency.units.filter((table) => !isPractitioner(table)),
  );
  const own = edits.addOns.map(addOnTable);
  return {
    rules: new Map(uniform(edits.rules).map((rule) => [rule.id, preparedRule(rule)])),
    codes: new CodeSheets(library, releasesOf(agency)),
    ...practitioner,
    hospital: {
      pairs: hospital.pairs.all.length > 0 ? hospital.pairs : practitioner.pairs,
      units: hospital.units.all.length > 0 ? hospital.units : practitioner.units,
    },
    addOns: new Editions([...own, ...agency.addOns.map((table) => withNeeds(table, own))]),
    modifiers: edits.modifiers,
    modifierBits: modifierBits(edits.modifiers),
    lists: Object.fromEntries(Object.entries(edits.lists).map(([name, words]) => [name, new Set(words)])),
    exclusive: edits.exclusive,
    beside: edits.combinations?.beside ?? [],
    outliers: edits.combinations?.outliers ?? [],
    told: edits.combinations?.told ?? [],
    filing: new FilingLimits(edits.filing ?? []),
    billTypes: billTypesOf(edits.billTypes),
    diagnoses: new Map(edits.diagnoses.map((trap) => [trap.code, trap])),
    years: new DiagnosisYears(agency.diagnoses.map((table) => new DiagnosisYear(table, edits.lists))),
    conflicts: agency.notes.newest.map((notes) => new DiagnosisConflicts(notes)).toReversed(),
    studies: edits.studies ?? [],
    devices: edits.devices ?? [],
    agency,
  };
}

/** The tables that judge this kind of claim: surgical centers are judged by the practitioners' tables. */
export function tablesFor(law: PreparedEdits, type: ClaimType): SettingTables {
  return type === 'hospital-opd' ? law.hospital : law;
}

function settingTables(pairs: readonly PairTable[], units: readonly UnitTable[]): SettingTables {
  return { pairs: new Editions(pairs), units: new Editions(units) };
}

function isPractitioner(table: PairTable | UnitTable): boolean {
  return table.edition.setting !== 'hospital';
}

function billTypesOf(rules: readonly BillTypeRule[] = []): ReadonlyMap<string, readonly BillTypeRule[]> {
  const types = new Set(rules.flatMap((rule) => rule.types));
  return new Map([...types].map((type) => [type, rules.filter((rule) => rule.types.includes(type))]));
}

function preparedRule(rule: EditRule): PreparedRule {
  return { rule, what: template(rule.what), why: template(rule.why), do: template(rule.do) };
}

/** The agency lists primaries one by one; that some add-ons need two of them is the library's own knowledge. */
function withNeeds(table: AddOnTable, own: readonly AddOnTable[]): AddOnTable {
  return {
    ...table,
    needs: (code) => own.map((one) => one.needs(code)).find((groups) => groups.length > 0) ?? [],
  };
}

/** A release is the whole schedule of its quarter: a code that it does not have was not on the schedule then. */
function releasesOf({ fees }: AgencyLaw): FeeReleases {
  return {
    count: fees.newest.length,
    on: (day) => fees.at(day),
    find: (code, release) => {
      const table = fees.newest[release];
      const row = table?.find(code);
      return table && row && { row, edition: editionOf(table.file) };
    },
  };
}
