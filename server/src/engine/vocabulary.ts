import type { Library } from '@interspace/core/model/library';
import type { Vocabulary } from '../contract/vocabulary.ts';

/** The library's words for screens: which facts, payers, procedures, places and drugs there are. */
export function vocabularyOf(library: Library): Vocabulary {
  const { facts, drugs, coding, policies, revision } = library;
  return {
    revision,
    facts: facts.map(({ name, type, unit, words, meaning, question, asked }) => ({
      name,
      type,
      ...(unit === undefined ? {} : { unit }),
      ...(words === undefined ? {} : { words: [...words] }),
      meaning,
      ...(question === undefined ? {} : { question }),
      ...(asked === undefined ? {} : { asked }),
    })),
    payers: policies.jurisdictions.payers.map(({ id, title, kind }) => ({
      id,
      title,
      ...(kind === undefined ? {} : { kind }),
    })),
    states: [...new Set(policies.jurisdictions.states.map(({ state }) => state))].toSorted(),
    procedures: coding.recipes.flatMap(({ kinds, title, shape, counts, sided, siteKinds = [] }) =>
      kinds.map((kind) => ({
        kind,
        title,
        shape,
        ...(counts === undefined ? {} : { counts }),
        sided,
        sites: coding.sites.filter((site) => siteKinds.includes(site.kind)).map(({ site }) => site),
      })),
    ),
    sides: { left: coding.habits.left, right: coding.habits.right, both: coding.habits.both },
    drugs: drugs.map(({ name, role, billing }) => {
      const measure = billing[0]?.measure;
      return { name, role, ...(measure === undefined ? {} : { measure }) };
    }),
  };
}
