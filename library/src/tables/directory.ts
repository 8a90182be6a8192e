import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where imported tables live: `INTERSPACE_HOME/tables`, else the user's data folder. */
export function defaultTablesDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const home = environment['INTERSPACE_HOME'];
  if (home) return join(home, 'tables');
  const data = environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  return join(data, 'interspace', 'tables');
}

/** One folder a kind; one file an edition. */
export function editionPath(directory: string, kind: TableKind, edition: string): string {
  return join(directory, kind, `${edition}.ist`);
}

/** Every kind of table that can lie in the folder. */
export const TABLE_KINDS = [
  'ncci-ptp-practitioner',
  'ncci-ptp-hospital',
  'mue-practitioner',
  'mue-hospital',
  'mue-dme',
  'aoc',
  'icd10cm-order',
  'icd10cm-tabular',
  'hcpcs',
  'pprrvu',
  'pprrvu-qp',
  'gpci',
  'anes',
  'zip5',
  'carc-rarc',
  'pos',
  'modifiers',
  'taxonomy',
  'specialty',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];
