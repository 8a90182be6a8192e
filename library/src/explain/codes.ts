import type { Library } from '@interspace/core/model/library';
import { explanation, type Explanation } from './explanation.ts';
import { citationInWords, periodInWords } from '../words.ts';

/** A code of a service: validity, bilateral form, imaging, units of a day. */
export function explainCode({ coding, edits }: Library, id: string): Explanation | undefined {
  const records = coding.codes?.filter(({ code }) => code === id.toUpperCase()) ?? [];
  const [first] = records;
  if (!first) return undefined;
  return explanation(first.code, 'code', first.gist, {
    Valid: records.map(periodInWords),
    Family: `${first.family}, ${first.role}${first.region === undefined ? '' : `, ${first.region}`}`,
    'Billed on both sides': first.bilateral === undefined ? undefined : BILATERAL[first.bilateral],
    Imaging: first.guidance.map((rule) => `${rule.rule} (${periodInWords(rule)})`),
    Units: unitsOf(edits, first.code),
    'Stands only beside': primariesOf(edits, first.code),
    'Look at instead': first.successors?.join(', '),
    Trap: first.trap,
    Sources: records.map((record) => citationInWords(record.citation)),
  });
}

/** A code that bills a drug: which drugs, by what amount, how many units of a day. */
export function explainDrugCode({ drugs, edits }: Library, id: string): Explanation | undefined {
  const code = id.toUpperCase();
  const billed = drugs.flatMap(({ name, billing }) =>
    billing.filter((one) => one.code === code).map((one) => ({ name, ...one })),
  );
  if (billed.length === 0) return undefined;
  const names = [...new Set(billed.map(({ name }) => name.replaceAll('-', ' ')))];
  return explanation(code, 'drug code', names.join(', '), {
    Billing: billed.map(({ name, per, measure, as, ...period }) => {
      const rule = `one unit for ${per} ${measure} of ${name.replaceAll('-', ' ')}, a begun unit counts (${periodInWords(period)})`;
      return as === 'mention' ? `${rule}; told to the coder, never a line by itself` : rule;
    }),
    Units: unitsOf(edits, code),
    Sources: [...new Set(billed.map(({ citation }) => citationInWords(citation)))],
  });
}

/** A diagnosis: what it is read from, whether it can be billed, and the lists of coverage that it stands on. */
export function explainDiagnosis({ diagnoses, edits, policies }: Library, id: string): Explanation | undefined {
  const code = id.toUpperCase();
  const read = diagnoses.filter(({ codes }) => codes.some((choice) => choice.code === code));
  const traps = edits.diagnoses.filter((trap) => trap.code === code);
  const lists = policies.codeSets
    .filter(({ system }) => system === 'icd-10-cm')
    .flatMap(({ name, title, members }) =>
      members
        .filter((member) => member.codes.includes(code) || member.under.some((prefix) => code.startsWith(prefix)))
        .map((member) => `${name}: ${title} (${[periodInWords(member), ...(member.documents ?? [])].join(', ')})`),
    );
  if (read.length === 0 && traps.length === 0 && lists.length === 0) return undefined;
  const title = read[0]?.title ?? (traps.length > 0 ? 'not billable' : 'named by lists of coverage');
  return explanation(code, 'diagnosis', title, {
    'Read from': read.map(({ names }) => names.slice(0, 8).join(', ')),
    Billable: traps.map(
      ({ through, successors }) =>
        `${through === undefined ? 'never' : `until ${through}`}${successors.length === 0 ? '' : `; look at ${successors.join(', ')}`}`,
    ),
    'On lists of coverage': lists,
    Sources: [...new Set(read.map(({ citation }) => citationInWords(citation)))],
  });
}

function unitsOf({ units }: Library['edits'], code: string): string[] {
  return units.flatMap((edition) =>
    edition.rows
      .filter((row) => row.code === code)
      .map(
        ({ limit, by }) =>
          `${limit} ${BY[by]} (${edition.edition}${edition.setting === undefined ? '' : `, ${edition.setting}`})`,
      ),
  );
}

function primariesOf({ addOns }: Library['edits'], code: string): string[] {
  return addOns.flatMap((edition) =>
    edition.rows
      .filter((row) => row.addOn === code)
      .map(({ primaries }) => `${primaries.join(', ')} (${edition.edition})`),
  );
}

const BY: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'at most on a line',
  2: 'at most on a day, whatever the records say',
  3: 'at most on a day; the record can show need for more',
};

const BILATERAL: Readonly<Record<number, string>> = {
  0: 'never as bilateral (indicator 0)',
  1: 'as bilateral, one and a half times the price (indicator 1)',
  2: 'priced for both sides already (indicator 2)',
  3: 'full price for each side (indicator 3)',
  9: 'has no side (indicator 9)',
};
