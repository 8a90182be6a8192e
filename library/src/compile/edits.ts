import type {
  AddOnEdition,
  BillTypeRule,
  CombinationLaw,
  EditLaw,
  EditRule,
  FilingLimit,
  PairEdition,
  UnitEdition,
} from '@interspace/core/model/law/edits';
import type { Issue, Result } from '@interspace/core/model/result';
import {
  AddOnFile,
  EditRuleFile,
  FamilyEditFile,
  joinEditions,
  ModifierFile,
  PairFile,
  UnitFile,
} from '../schema/edits.ts';
import { BillTypeFile, CombinationFile, FilingFile } from '../schema/combinations.ts';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';

const NOTHING: Pick<EditLaw, 'modifiers' | 'lists' | 'exclusive' | 'swaps' | 'diagnoses'> = {
  modifiers: { means: {}, conflicts: [] },
  lists: {},
  exclusive: [],
  swaps: [],
  diagnoses: [],
};
const NO_COMBINATIONS: CombinationLaw = { beside: [], outliers: [], containers: [] };

/** Everything under library/edits; the kind of table, or the first key, tells what a file holds. */
export function compileEdits(files: readonly SourceFile[], issues: Issue[]): EditLaw {
  const rules: EditRule[] = [];
  const pairs: PairEdition[] = [];
  const units: UnitEdition[] = [];
  const addOns: AddOnEdition[] = [];
  const more: Pick<EditLaw, 'lists' | 'exclusive' | 'studies' | 'devices'>[] = [];
  const filing: FilingLimit[] = [];
  const billTypes: BillTypeRule[] = [];
  let words = NOTHING;
  let combinations = NO_COMBINATIONS;
  const take = <T>(read: Result<T>): T[] => {
    issues.push(...read.issues);
    return read.ok ? [read.value] : [];
  };
  for (const file of files) {
    const data = (typeof file.data === 'object' && file.data !== null ? file.data : {}) as Record<string, unknown>;
    if (data['table'] === 'pairs') pairs.push(...take(readShape(PairFile, file)));
    else if (data['table'] === 'units') units.push(...take(readShape(UnitFile, file)));
    else if (data['table'] === 'add-ons') addOns.push(...take(readShape(AddOnFile, file)));
    else if ('studies' in data) more.push(...take(readShape(FamilyEditFile, file)));
    else if ('means' in data) words = take(readShape(ModifierFile, file))[0] ?? words;
    else if ('beside' in data) combinations = take(readShape(CombinationFile, file))[0] ?? combinations;
    else if ('bill-types' in data) billTypes.push(...take(readShape(BillTypeFile, file)).flat());
    else if ('filing' in data) filing.push(...take(readShape(FilingFile, file)).flat());
    else rules.push(...take(readShape(EditRuleFile, file)).flat());
  }
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id)) issues.push({ code: 'library/edit-twice', message: `The edit ${id} is written twice.` });
    seen.add(id);
  }
  return {
    rules,
    pairs: joinEditions(pairs),
    units,
    addOns,
    ...words,
    lists: Object.assign({}, words.lists, ...more.map((part) => part.lists)),
    exclusive: [...words.exclusive, ...more.flatMap((part) => part.exclusive)],
    studies: more.flatMap((part) => part.studies),
    devices: more.flatMap((part) => part.devices),
    combinations,
    filing,
    billTypes,
  };
}
