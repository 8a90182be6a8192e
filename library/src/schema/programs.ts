import { z } from 'zod';
import type { Packet, Program, ProgramCodes, ProgramFindingName } from '@interspace/core/model/law/program';
import { Severity } from '@interspace/core/model/finding';
import { DateSchema } from '@interspace/core/model/schema-date';
import { BillingCode, camel, Citations, cited, CodeWords, period, without } from './shared.ts';

const Status = z.enum(['required', 'recommended', 'not-required', 'unknown']);
/** A list, or codes separated by blanks. */
const Codes = z.union([z.array(BillingCode), CodeWords]);
const Place = z.string().length(2);

const List = z
  .object({
    codes: Codes.default([]),
    ranges: z.array(z.tuple([BillingCode, BillingCode])).optional(),
    with: Codes.optional(),
    service: z.string().optional(),
    packet: z.string().optional(),
    status: Status.optional(),
    says: z.string().optional(),
    ...period,
    cite: z.string(),
  })
  .strict()
  .refine((list) => list.codes.length > 0 || list.ranges !== undefined, 'a list names codes or ranges');

const Excuse = z
  .object({
    fact: z.string().optional(),
    is: z.union([z.boolean(), z.string()]).optional(),
    modifier: z.string().length(2).optional(),
    revenue: z.string().optional(),
    codes: Codes.optional(),
    says: z.string(),
  })
  .strict()
  .refine(
    (one) => [one.fact, one.modifier, one.revenue].filter((way) => way !== undefined).length === 1,
    'an excuse is a fact, a modifier or a revenue code',
  );

const Clock = z
  .object({
    urgency: z.enum(['standard', 'expedited']),
    hours: z.int().optional(),
    days: z.int().optional(),
    'business-days': z.int().optional(),
    'payer-kinds': z.array(z.string()).optional(),
    ...period,
    cite: z.string(),
  })
  .strict()
  .refine(
    (clock) => [clock.hours, clock.days, clock['business-days']].filter((way) => way !== undefined).length === 1,
    'a clock counts hours, days or business days',
  );

const NumberOnClaim = z
  .object({
    length: z.int(),
    pattern: z.string(),
    'valid-days': z.int(),
    'facility-places': z.array(Place),
    professional: z.string(),
    institutional: z.string(),
    cite: z.string(),
  })
  .strict();

const FINDINGS = [
  'number-missing',
  'number-malformed',
  'number-expired',
  'number-misplaced',
  'non-affirmed',
  'codes-not-asked',
  'answer-late',
] as const satisfies readonly ProgramFindingName[];

const ProgramEntry = z
  .object({
    program: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string(),
    ...period,
    payers: z.array(z.string()).default([]),
    'payer-kinds': z.array(z.string()).optional(),
    states: z.array(z.object({ state: z.string().length(2), from: DateSchema }).strict()).optional(),
    places: z.array(Place).optional(),
    'settled-by': z.array(z.enum(['professional', 'asc', 'hospital-opd'])).optional(),
    'bill-types': z.array(z.string().regex(/^\d{2}$/, 'two digits in quotes')).optional(),
    lists: z.array(List).default([]),
    partial: z.boolean().optional(),
    outside: z.array(z.object({ codes: Codes, says: z.string(), ...period, cite: z.string() }).strict()).optional(),
    formerly: z.string().optional(),
    status: z.enum(['required', 'recommended', 'unknown']),
    number: NumberOnClaim.optional(),
    clocks: z.array(Clock).optional(),
    together: z.array(Codes).optional(),
    what: z.string(),
    why: z.string(),
    do: z.string(),
    packet: z.string().optional(),
    unless: z.array(Excuse).optional(),
    findings: z
      .partialRecord(
        z.enum(FINDINGS),
        z.object({ severity: Severity, what: z.string(), why: z.string(), do: z.string() }).strict(),
      )
      .default({}),
    satisfies: z.array(z.string()),
    cite: z.string(),
  })
  .strict();

/** library/programs/*.yaml → Programs. */
export const ProgramFile = z
  .object({ citations: Citations, programs: z.array(ProgramEntry) })
  .strict()
  .transform((file, context): Program[] => {
    const put = <T extends { readonly cite: string }>({ cite, ...rest }: T) => ({
      ...camel<Omit<T, 'cite'>>(rest),
      citation: cited(file.citations, cite, context),
    });
    return file.programs.map(({ lists, outside, number, clocks, unless, ...program }) => ({
      ...(put(program) as unknown as Program),
      lists: lists.map((list) => without(put(list)) as unknown as ProgramCodes),
      ...(outside && { outside: outside.map(put) }),
      ...(number && { number: put(number) as unknown as NonNullable<Program['number']> }),
      ...(clocks && { clocks: clocks.map(put) as unknown as NonNullable<Program['clocks']> }),
      ...(unless && { unless: unless.map(without) }),
    }));
  });

/** library/programs/packets*.yaml: what a request must hold. */
export const PacketFile = z
  .object({
    citations: Citations,
    packets: z.array(
      z
        .object({
          packet: z.string().regex(/^[a-z0-9-]+$/),
          title: z.string(),
          also: z.array(z.string()).default([]),
          items: z.array(
            z
              .object({
                item: z.string(),
                title: z.string(),
                facts: z.array(z.string()).default([]),
                any: z.boolean().optional(),
                when: z
                  .object({ fact: z.string(), is: z.union([z.string(), z.boolean()]) })
                  .strict()
                  .optional(),
                cite: z.string(),
              })
              .strict(),
          ),
        })
        .strict(),
    ),
  })
  .strict()
  .transform((file, context): Packet[] =>
    file.packets.map(({ items, ...packet }) => ({
      ...packet,
      items: items.map(({ cite, ...item }) => ({ ...without(item), citation: cited(file.citations, cite, context) })),
    })),
  );
