import { z } from 'zod';
import type { BillTypeRule, CombinationLaw, FilingLimit } from '@interspace/core/model/law/edits';
import { BillingCode, camel, Citations, cited, period, without } from './shared.ts';

/** `99202-99205 G0463`: codes and ranges of numbers, spelled out. */
const CodeRanges = z.string().transform((text, context) =>
  text.split(/\s+/).flatMap((word) => {
    if (word === '') return [];
    const [from = '', to = from] = word.split('-');
    if (from === to && BillingCode.safeParse(from).success) return [from];
    if (!/^\d{5}$/.test(from) || !/^\d{5}$/.test(to) || to < from) {
      context.addIssue({ code: 'custom', message: `${word} is neither a code nor a range of numbers` });
      return [];
    }
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at).padStart(5, '0'));
  }),
);

const Words = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''));
const Codes = CodeRanges.optional().transform((codes) => codes ?? []);

const Beside = z
  .object({
    rule: z.string(),
    codes: CodeRanges,
    beside: Codes,
    families: Words,
    'unless-pair': z.boolean().optional(),
    ...period,
  })
  .strict();
const Outlier = z
  .object({ rule: z.string(), families: Words, codes: Codes, days: z.int(), limit: z.int(), ...period })
  .strict();
const Container = z.object({ code: BillingCode, units: z.int().min(1), least: z.int().min(1).optional() }).strict();
const Told = z
  .object({
    rule: z.string(),
    codes: CodeRanges,
    words: z.array(z.string()),
    unless: z.array(z.string()).default([]),
    instead: z.string(),
    ...period,
  })
  .strict();

/** library/edits/combinations.yaml → what depends on more than one line. */
export const CombinationFile = z
  .object({
    beside: z.array(Beside),
    outliers: z.array(Outlier),
    containers: z.array(Container),
    told: z.array(Told).default([]),
  })
  .strict()
  .transform(({ beside, outliers, containers, told }): CombinationLaw => ({
    beside: beside.map((one) => camel(one)),
    outliers: outliers.map((one) => camel(one)),
    containers: containers.map((one) => without(one)),
    told: told.map((one) => without(one)),
  }));

const BillType = z
  .object({
    types: Words,
    is: z.enum(['professional', 'asc', 'hospital-opd']).optional(),
    paid: z.enum(['stay', 'encounter']).optional(),
    cite: z.string(),
    ...period,
  })
  .strict();

/** library/edits/bill-types.yaml → whose claim a type of bill tells of, and how it is paid. */
export const BillTypeFile = z
  .object({ citations: Citations, 'bill-types': z.array(BillType) })
  .strict()
  .transform((file, context): BillTypeRule[] =>
    file['bill-types'].map(({ cite, ...rule }) => ({
      ...without(rule),
      citation: cited(file.citations, cite, context),
    })),
  );

const Filing = z
  .object({
    payers: Words,
    filings: Words,
    days: z.int().min(1).optional(),
    months: z.int().min(1).optional(),
    late: z.string(),
    near: z.string(),
    cite: z.string(),
  })
  .strict();

/** library/edits/filing.yaml → how long each payer takes a claim. */
export const FilingFile = z
  .object({ citations: Citations, filing: z.array(Filing) })
  .strict()
  .transform((file, context): FilingLimit[] =>
    file.filing.map(({ cite, ...limit }) => ({ ...without(limit), citation: cited(file.citations, cite, context) })),
  );
