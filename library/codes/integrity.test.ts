import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MEANINGS } from '@interspace/core/edits/modifier-bits';
import { MEANINGS_OUTSIDE_EDITS } from '@interspace/core/model/law/modifier-meanings';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const { coding, edits, programs } = library;
const known = new Set(coding.codes.map((record) => record.code));
const facts = new Set(library.facts.map((fact) => fact.name));

describe('everything that the law of coding and edits names exists', () => {
  it('codes of recipes, sites, habits, swaps and programs', () => {
    const named = [
      ...coding.recipes.flatMap((recipe) =>
        recipe.choices.flatMap((choice) => [choice.first, choice.further, choice.rest]),
      ),
      ...coding.sites.flatMap((site) => (site.codes ?? []).map((entry) => entry.code)),
      ...coding.habits.guidance.map((entry) => entry.code),
      ...edits.swaps.flatMap((swap) => [swap.code, swap.instead]),
      // Programs also list services of other fields, which have no packet of their own and no place in the code table.
      ...programs.programs.flatMap((program) =>
        program.lists.flatMap((list) =>
          list.packet === undefined || list.packet === 'every-request' ? [] : list.codes,
        ),
      ),
    ].filter((code) => code !== undefined);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });

  it('successors of ended codes, and none of them ended', () => {
    const drugs = new Set(library.drugs.flatMap((drug) => drug.billing.map((billing) => billing.code)));
    const wrong = coding.codes.flatMap((record) =>
      (record.successors ?? []).filter((code) => {
        const next = coding.codes.find((one) => one.code === code);
        return next ? next.through !== undefined : !drugs.has(code);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('no code twice, no kind in two recipes, every kind of the vocabulary has a recipe', () => {
    const codes = coding.codes.map((record) => record.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    const kinds = coding.recipes.flatMap((recipe) => recipe.kinds);
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  });

  it('live codes inside the old ranges are never successors of the range and have their own families', () => {
    const family = (code: string) => coding.codes.find((record) => record.code === code)?.family;
    expect(['64473', '64474', '64624', '64625'].map(family)).toEqual([
      'fascial-plane',
      'fascial-plane',
      'peripheral-nerve',
      'si-joint',
    ]);
    const successors = new Set(coding.codes.flatMap((record) => record.successors ?? []));
    expect(['64473', '64474', '64624', '64625'].filter((code) => successors.has(code))).toEqual([]);
  });

  it('names of drugs belong to one drug', () => {
    const owners = new Map<string, string[]>();
    for (const drug of library.drugs)
      for (const name of drug.names) owners.set(name, [...(owners.get(name) ?? []), drug.name]);
    expect([...owners].filter(([, drugs]) => drugs.length > 1)).toEqual([]);
  });

  it('facts of programs are declared', () => {
    const named = [
      ...programs.packets.flatMap((packet) => packet.items.flatMap((item) => item.facts)),
      ...programs.programs.flatMap((program) => (program.unless ?? []).flatMap((one) => one.fact ?? [])),
    ];
    expect(named.filter((fact) => !facts.has(fact))).toEqual([]);
  });
});

describe('edits', () => {
  const folder = fileURLToPath(new URL('../../core/src/edits/checks/', import.meta.url));
  const source = readdirSync(folder)
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
    .join('\n');
  const rules = edits.rules.map((rule) => rule.id);

  it('every text is spoken by a check or by a conflict of modifiers, and every check has its text', () => {
    const spoken = new Set([...source.matchAll(/'([a-z-]+\/[a-z-]+)'/g)].map((found) => found[1]!));
    for (const conflict of [...edits.modifiers.conflicts, ...edits.exclusive]) spoken.add(conflict.rule);
    const { beside, outliers, told = [] } = edits.combinations;
    for (const { rule } of [...beside, ...outliers, ...told]) spoken.add(rule);
    for (const { late, near } of edits.filing) for (const rule of [late, near]) spoken.add(rule);
    expect(rules.filter((id) => !spoken.has(id))).toEqual([]);
    expect([...spoken].filter((id) => !rules.includes(id))).toEqual([]);
  });

  it('meanings of modifiers are those that somebody asks for, and all of those have modifiers', () => {
    const meanings: readonly string[] = [...MEANINGS, ...MEANINGS_OUTSIDE_EDITS];
    expect(new Set(Object.keys(edits.modifiers.means))).toEqual(new Set(meanings));
  });

  it('a pair is in force in one direction only', () => {
    const open = new Set(
      edits.pairs[0]!.rows.filter((row) => row.through === undefined).map((row) => `${row.column1} ${row.column2}`),
    );
    expect([...open].filter((pair) => open.has(pair.split(' ').toReversed().join(' ')))).toEqual([]);
  });

  it('pairs that do not exist were not invented', () => {
    const rows = new Set(edits.pairs[0]!.rows.map((row) => [row.column1, row.column2].toSorted().join(' ')));
    const none = [
      '62321 62323',
      '64479 64483',
      '64490 64493',
      '64633 64635',
      '62323 64493',
      '64483 64493',
      '27096 64493',
      '27096 64451',
      '64510 64520',
      '62323 64520',
      '64450 76942',
      '20553 76942',
      '20600 20610',
    ];
    expect(none.filter((pair) => rows.has(pair))).toEqual([]);
  });
});
