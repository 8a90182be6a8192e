import type { Drug } from '../../model/law/drug.ts';
import { dictionary, type Dictionary } from '../text/trie.ts';

export interface DrugName {
  readonly drug: Drug;
  /** mg per mL that the name implies (`kenalog-40`). */
  readonly strength: number | undefined;
}

/** All names of the library's drugs in one trie. A name that two drugs share belongs to the first. */
export function drugDictionary(drugs: readonly Drug[]): Dictionary<DrugName> {
  const entries: [string, DrugName][] = [];
  for (const drug of drugs) {
    for (const name of [drug.name.replaceAll('-', ' '), ...drug.names]) {
      entries.push([name, { drug, strength: drug.strengths?.[name] ?? drug.strengths?.[name.replaceAll(' ', '-')] }]);
    }
  }
  return dictionary(entries);
}
