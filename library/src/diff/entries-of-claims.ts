import type { CodeRecord, Recipe } from '@interspace/core/model/law/coding';
import type { EditRule } from '@interspace/core/model/law/edits';
import type { Program } from '@interspace/core/model/law/program';
import type { Library } from '@interspace/core/model/library';
import { citationInWords } from '../words.ts';
import { always, during, type Entry, type Statement } from './entry.ts';

/** Codes, recipes, drugs, diagnoses, claim edits with their tables, programs and facts. */
export function entriesOfClaims(library: Library): Entry[] {
  const { coding, edits, programs, drugs, diagnoses, facts } = library;
  return [
    ...grouped(coding?.codes ?? [], ({ code }) => code).map(ofCode),
    ...(coding?.recipes ?? []).map(ofRecipe),
    ...drugs.map((drug) =>
      entry(
        'drug',
        drug.name,
        `${drug.name}, ${drug.role}`,
        drug.billing.map(({ code }) => code),
        {
          names: always(drug.names),
          billing: drug.billing.map((one) => during(one, `one unit of ${one.code} for ${one.per} ${one.measure}`)),
        },
      ),
    ),
    ...diagnoses.map((one) =>
      entry(
        'condition',
        one.condition,
        one.title,
        one.codes.map(({ code }) => code),
        {
          names: always(one.names),
          codes: one.codes.map(({ code, from, through, ...when }) =>
            during({ from, through }, `${code}${inWords(when)}`),
          ),
        },
      ),
    ),
    ...grouped(edits.rules ?? [], ({ id }) => id).map(ofEdit),
    ...tables(library),
    ...programs.programs.map(ofProgram),
    ...facts.map((fact) =>
      entry('fact', fact.name, fact.meaning, [], {
        meaning: always(fact.meaning),
        type: always([fact.type, fact.unit, ...(fact.words ?? [])]),
        question: always(fact.question),
      }),
    ),
  ];
}

function ofCode(records: readonly CodeRecord[]): Entry {
  const [first] = records as [CodeRecord];
  return entry('code', first.code, first.gist, [first.code], {
    meaning: records.map((one) =>
      during(one, [one.gist, one.family, one.role, one.region, one.global, one.status].filter(Boolean).join('; ')),
    ),
    'both sides': always(first.bilateral === undefined ? undefined : `indicator ${first.bilateral}`),
    imaging: records.flatMap(({ guidance }) => guidance.map((rule) => during(rule, rule.rule))),
    'look at instead': always([...(first.successors ?? []), first.trap]),
    sources: always(records.map((one) => citationInWords(one.citation))),
  });
}

function ofRecipe(recipe: Recipe): Entry {
  const codes = recipe.choices.flatMap(({ first, further, rest }) => [first, further, rest]);
  return entry(
    'recipe',
    `recipe/${recipe.recipe}`,
    recipe.title,
    codes.filter((code) => code !== undefined),
    {
      counts: always([recipe.shape, recipe.counts, ...recipe.kinds]),
      choices: recipe.choices.map(({ when: { from, through, ...when }, ...then }) =>
        during({ from, through }, `${inWords(when).trim() || 'otherwise'}: ${plain(then)}`),
      ),
      modifiers: (recipe.modifiers ?? []).map((one) => during(one, `${one.modifier}: ${one.because}`)),
      asks: always(Object.entries(recipe.asks).map(([name, ask]) => `${name} (${ask.severity}): ${ask.what}`)),
      sources: always(citationInWords(recipe.citation)),
    },
  );
}

function ofEdit(rules: readonly EditRule[]): Entry {
  const [first] = rules as [EditRule];
  return entry('edit', `edit/${first.id}`, first.what, [], {
    says: rules.map((rule) => during(rule, `${rule.severity}: ${rule.what} ${rule.why} ${rule.do}`)),
    sources: rules.map((rule) => during(rule, citationInWords(rule.citation))),
  });
}

function ofProgram(program: Program): Entry {
  const codes = [...new Set(program.lists.flatMap((list) => list.codes))];
  return entry('program', program.program, program.title, codes, {
    'in force': [during(program, program.status)],
    asks: always([program.what, program.why, program.do]),
    payers: always(program.payers),
    states: (program.states ?? []).map(({ state, from }) => during({ from }, state)),
    codes: program.lists.flatMap((list) => list.codes.map((code) => during(list, code))),
    packet: always(plain(program.packet ?? [])),
    sources: always(citationInWords(program.citation)),
  });
}

/** The library's own tables, row by row; whole agency editions are compared by their files, not here. */
function tables({ edits }: Library): Entry[] {
  return [
    ...(edits.pairs ?? []).map((table) =>
      entry(
        'table',
        `pairs ${table.edition} ${table.citation.document}`,
        table.citation.gist,
        codesOf(table.rows.flatMap((row) => [row.column1, row.column2])),
        {
          edition: [during(table, table.edition)],
          pairs: table.rows.map((row) => during(row, `${row.column1} with ${row.column2}: indicator ${row.indicator}`)),
        },
      ),
    ),
    ...(edits.units ?? []).map((table) =>
      entry('table', `units ${table.edition}`, table.citation.gist, codesOf(table.rows.map(({ code }) => code)), {
        edition: [during(table, table.edition)],
        units: always(table.rows.map((row) => `${row.code}: ${row.limit} (adjudicated by ${row.by})`)),
      }),
    ),
    ...(edits.addOns ?? []).map((table) =>
      entry('table', `add-ons ${table.edition}`, table.citation.gist, codesOf(table.rows.map(({ addOn }) => addOn)), {
        edition: [during(table, table.edition)],
        'add-ons': always(table.rows.map((row) => `${row.addOn} (type ${row.type}) with ${row.primaries.join(' ')}`)),
      }),
    ),
  ];
}

function entry(
  kind: string,
  id: string,
  title: string,
  codes: readonly string[],
  aspects: Record<string, Statement[]>,
): Entry {
  return { kind, id, title, documents: [], codes, aspects };
}

function codesOf(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}

function grouped<T>(things: readonly T[], key: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return [...groups.values()];
}

function inWords(condition: object): string {
  const text = plain(condition);
  return text === '' ? '' : ` (${text})`;
}

/** Plain data as `key value, key value`. */
function plain(data: unknown): string {
  if (Array.isArray(data)) return data.map(plain).join(' ');
  if (typeof data !== 'object' || data === null) return String(data);
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${plain(value)}`)
    .join(', ');
}
