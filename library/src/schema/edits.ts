import { z } from 'zod';
import type {
  AddOnEdition,
  AddOnRow,
  EditLaw,
  EditRule,
  PairEdition,
  PairRow,
  UnitEdition,
} from '@interspace/core/model/law/edits';
import { DateSchema } from '@interspace/core/model/schema-date';
import { BillingCode, camel, Citations, cited, CiteText, CodeWords, period, without } from './shared.ts';

const Rule = z
  .object({
    id: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
    severity: z.enum(['block', 'warn', 'note']),
    ...period,
    what: z.string(),
    why: z.string(),
    do: z.string(),
    satisfies: z.array(z.string()),
    cite: z.string(),
    // How a payer's front end refuses a claim for it: category, status and, when it is always the same, entity.
    'claim-status': z
      .string()
      .regex(/^A[3678]:\d{1,3}(:[A-Z0-9]{2,3})?$/)
      .optional(),
    // Where the library has no record of a code, the fee schedule answers; the finding then names its release.
    'rests-on': z.literal('fee-schedule').optional(),
    // The list of payers whose rule it is, where not everybody's.
    payers: z.string().optional(),
  })
  .strict();

/** library/edits/rules-*.yaml → EditRules. */
export const EditRuleFile = z
  .object({ citations: Citations, rules: z.array(Rule) })
  .strict()
  .transform((file, context): EditRule[] =>
    file.rules.map(({ cite, 'claim-status': claimStatus, 'rests-on': restsOn, ...rule }) => ({
      ...without({ ...rule, claimStatus, restsOn }),
      citation: cited(file.citations, cite, context),
    })),
  );

const edition = {
  edition: z.string(),
  'in-force': z.object({ from: DateSchema, through: DateSchema }).strict(),
  complete: z.boolean(),
  citation: CiteText,
};

const Pairs = z
  .object({
    never: CodeWords.optional(),
    distinct: CodeWords.optional(),
    ended: z
      .array(z.object({ through: DateSchema, never: CodeWords.optional(), distinct: CodeWords.optional() }).strict())
      .optional(),
  })
  .strict();

/** library/edits/pairs-*.yaml → one part of a PairEdition; parts of one edition are joined. */
export const PairFile = z
  .object({ table: z.literal('pairs'), ...edition, pairs: z.record(BillingCode, Pairs) })
  .strict()
  .transform((file): PairEdition => ({
    ...frame(file),
    rows: Object.entries(file.pairs).flatMap(([column1, pairs]) => pairRows(column1, pairs)),
  }));

function pairRows(column1: string, pairs: z.output<typeof Pairs>): PairRow[] {
  const rows = (list: readonly string[] | undefined, indicator: 0 | 1, dates: Pick<PairRow, 'through'>): PairRow[] =>
    (list ?? []).map((column2) => ({ column1, column2, indicator, ...dates }));
  return [
    ...rows(pairs.never, 0, {}),
    ...rows(pairs.distinct, 1, {}),
    ...(pairs.ended ?? []).flatMap(({ through, never, distinct }) => [
      ...rows(never, 0, { through }),
      ...rows(distinct, 1, { through }),
    ]),
  ];
}

/** library/edits/units-*.yaml → a UnitEdition. */
export const UnitFile = z
  .object({
    table: z.literal('units'),
    ...edition,
    confirmed: z.array(z.object({ on: DateSchema, codes: CodeWords }).strict()).default([]),
    units: z.array(
      z
        .object({ by: z.union([z.literal(1), z.literal(2), z.literal(3)]), limit: z.int().min(0), codes: CodeWords })
        .strict(),
    ),
  })
  .strict()
  .transform((file): UnitEdition => ({
    ...frame(file),
    confirmed: file.confirmed,
    rows: file.units.flatMap(({ by, limit, codes }) => codes.map((code) => ({ code, limit, by }))),
  }));

/** library/edits/add-ons-*.yaml → an AddOnEdition. */
export const AddOnFile = z
  .object({
    table: z.literal('add-ons'),
    ...edition,
    'add-ons': z.array(
      z
        .object({
          'add-on': BillingCode,
          type: z.union([z.literal(1), z.literal(2), z.literal(3)]),
          primaries: CodeWords,
          needs: z.array(z.array(BillingCode)).optional(),
        })
        .strict()
        .transform((row) => camel<AddOnRow>(row)),
    ),
  })
  .strict()
  .transform((file): AddOnEdition => ({ ...frame(file), rows: file['add-ons'] }));

function frame(file: {
  edition: string;
  'in-force': { from: AddOnEdition['from']; through: AddOnEdition['through'] };
  complete: boolean;
  citation: z.output<typeof CiteText>;
}) {
  const { from, through } = file['in-force'];
  return { edition: file.edition, from, through, complete: file.complete, citation: without(file.citation) };
}

/** library/edits/modifiers.yaml → what modifiers mean, lists, swaps, diagnosis traps. */
export const ModifierFile = z
  .object({
    citation: CiteText,
    means: z.record(z.string(), z.array(z.string().length(2))),
    conflicts: z.array(z.object({ one: z.array(z.string()), other: z.array(z.string()), rule: z.string() }).strict()),
    lists: z.record(z.string(), z.array(z.string())),
    exclusive: z.array(z.object({ one: z.array(BillingCode), other: z.array(BillingCode), rule: z.string() }).strict()),
    swaps: z.array(
      z
        .object({
          code: BillingCode,
          instead: BillingCode,
          'claim-types': z.array(z.enum(['professional', 'asc', 'hospital-opd'])),
        })
        .strict()
        .transform((swap) => camel<EditLaw['swaps'][number]>(swap)),
    ),
    diagnoses: z.array(
      z
        .object({ code: z.string(), through: DateSchema.optional(), successors: z.array(z.string()) })
        .strict()
        .transform((trap): EditLaw['diagnoses'][number] => without(trap)),
    ),
  })
  .strict()
  .transform((file): Pick<EditLaw, 'modifiers' | 'lists' | 'exclusive' | 'swaps' | 'diagnoses'> => ({
    modifiers: { means: file.means, conflicts: file.conflicts },
    lists: file.lists,
    exclusive: file.exclusive,
    swaps: file.swaps,
    diagnoses: file.diagnoses,
  }));

const Codes = z.array(BillingCode);
const Study = z
  .object({
    study: z.string(),
    codes: Codes,
    payers: z.array(z.string()),
    modifier: z.string().length(2),
    'wrong-modifiers': z.array(z.string().length(2)),
    diagnosis: z.string(),
    reasons: z.array(z.string()),
    doubtful: z.array(z.string()),
    places: z.array(z.string().length(2)),
    'condition-code': z.string(),
    'value-code': z.string(),
    'bill-types': z.array(z.string()),
    ...period,
  })
  .strict()
  .transform((study) => camel<EditLaw['studies'][number]>(study));
const Device = z
  .object({ codes: Codes, payers: z.array(z.string()), hospital: Codes, inside: Codes, wrong: Codes, ...period })
  .strict()
  .transform((device) => camel<EditLaw['devices'][number]>(device));

/** library/edits/*.yaml with `studies`: lists, exclusions, studies and devices of some families of procedures. */
export const FamilyEditFile = z
  .object({
    citation: CiteText,
    lists: z.record(z.string(), z.array(z.string())).default({}),
    exclusive: z.array(z.object({ one: Codes, other: Codes, rule: z.string() }).strict()).default([]),
    studies: z.array(Study),
    devices: z.array(Device).default([]),
  })
  .strict()
  .transform((file): Pick<EditLaw, 'lists' | 'exclusive' | 'studies' | 'devices'> => ({
    lists: file.lists,
    exclusive: file.exclusive,
    studies: file.studies,
    devices: file.devices,
  }));

/** Parts of one edition that were split over files become one table. */
export function joinEditions(parts: readonly PairEdition[]): PairEdition[] {
  const joined = new Map<string, PairEdition>();
  for (const part of parts) {
    const known = joined.get(part.edition);
    joined.set(part.edition, known ? { ...known, rows: [...known.rows, ...part.rows] } : part);
  }
  return [...joined.values()];
}
