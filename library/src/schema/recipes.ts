import { z } from 'zod';
import type {
  CodingHabits,
  Recipe,
  RecipeChoice,
  RecipeCondition,
  RecipeModifier,
  Site,
  SiteCode,
} from '@interspace/core/model/law/coding';
import { DateSchema } from '@interspace/core/model/schema-date';
import { BillingCode, camel, Citations, cited, CiteText, period, without } from './shared.ts';

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const Test = z.union([
  Value,
  z
    .object({ 'at-most': z.number() })
    .strict()
    .transform((test) => ({ atMost: test['at-most'] })),
  z
    .object({ 'less-than': z.number() })
    .strict()
    .transform((test) => ({ lessThan: test['less-than'] })),
  z
    .object({ 'at-least': z.number() })
    .strict()
    .transform((test) => ({ atLeast: test['at-least'] })),
]);

const condition = {
  region: z.string().optional(),
  guidance: z.array(z.enum(['fluoroscopy', 'ct', 'ultrasound', 'mri', 'none', 'unknown'])).optional(),
  'images-saved': z.boolean().optional(),
  attributes: z.record(z.string(), Test).optional(),
  'agents-only': z.array(z.string()).optional(),
  'claim-type': z.array(z.enum(['professional', 'asc', 'hospital-opd'])).optional(),
  size: z.string().optional(),
  'site-kind': z.string().optional(),
  'count-at-least': z.number().optional(),
  'count-at-most': z.number().optional(),
  'both-sides': z.boolean().optional(),
  ...period,
};
const Condition = z
  .object(condition)
  .strict()
  .transform((when) => camel<RecipeCondition>(when));

const Choice = z
  .object({
    when: Condition,
    first: BillingCode.optional(),
    further: BillingCode.optional(),
    rest: BillingCode.optional(),
    'rest-from': z.int().optional(),
    once: z.boolean().optional(),
    refuse: z.string().optional(),
    because: z.string().optional(),
    finding: z.string().optional(),
    'before-sites': z.boolean().optional(),
  })
  .strict()
  .refine(
    (choice) => (choice.first === undefined) !== (choice.refuse === undefined),
    'a choice has either a first code or a refusal',
  )
  .transform((choice) => camel<RecipeChoice>(choice));

const Ask = z
  .object({ severity: z.enum(['block', 'warn', 'note']), what: z.string(), why: z.string(), do: z.string() })
  .strict();

const RecipeModifierText = z
  .object({
    modifier: z.string().length(2),
    'one-side': z.boolean().optional(),
    payers: z.array(z.string()).optional(),
    documented: z.string().optional(),
    after: z
      .object({ kinds: z.array(z.string()).min(1), 'within-days': z.int() })
      .strict()
      .transform((after) => camel<NonNullable<RecipeModifier['after']>>(after))
      .optional(),
    because: z.string(),
    ...period,
  })
  .strict()
  .transform((entry) => camel<RecipeModifier>(entry));

const RecipeText = z
  .object({
    recipe: z.string(),
    title: z.string(),
    kinds: z.array(z.string()).min(1),
    shape: z.enum(['levels', 'session', 'sites', 'once', 'count', 'each', 'limbs', 'timed']),
    counts: z.enum(['joint', 'foramen', 'vertebra', 'name', 'muscle']).optional(),
    groups: z.record(z.string(), z.array(z.enum(['cervical', 'thoracic', 'lumbar', 'sacral']))).optional(),
    'default-region': z.record(z.string(), z.string()).optional(),
    sided: z.boolean(),
    'site-kinds': z.array(z.string()).optional(),
    'count-from': z.string().optional(),
    'units-from': z.string().optional(),
    modifiers: z.array(RecipeModifierText).optional(),
    timed: z
      .object({
        'unit-minutes': z.int(),
        'least-minutes': z.int(),
        attest: z
          .object({
            modifier: z.string().length(2),
            'from-visit': z.int(),
            'through-visit': z.int(),
            families: z.array(z.string()).min(1),
            payers: z.array(z.string()).min(1),
          })
          .strict()
          .transform((attest) => camel<NonNullable<NonNullable<Recipe['timed']>['attest']>>(attest))
          .optional(),
      })
      .strict()
      .transform((timed) => camel<NonNullable<Recipe['timed']>>(timed))
      .optional(),
    'first-covers': z.int().optional(),
    'one-family': z.boolean().optional(),
    'once-per-side': z.boolean().optional(),
    whole: z
      .object({ site: z.string(), modifier: z.string().length(2) })
      .strict()
      .optional(),
    diagnostic: z
      .object({
        modifier: z.string().length(2),
        payers: z.array(z.string()),
        'ask-when-unknown': z.boolean().optional(),
      })
      .strict()
      .transform((told) => camel<NonNullable<Recipe['diagnostic']>>(told))
      .optional(),
    bridge: z
      .object({ upper: z.string(), lower: z.string(), 'review-only': z.boolean().optional(), cite: z.string() })
      .strict()
      .optional(),
    satisfies: z.array(z.string()),
    cite: z.string(),
    choices: z.array(Choice).min(1),
    asks: z.record(z.string(), Ask),
  })
  .strict();

/** library/codes/recipes/*.yaml → Recipes. A choice may only name a finding that its recipe has. */
export const RecipeFile = z
  .object({ citations: Citations, recipes: z.array(RecipeText) })
  .strict()
  .transform((file, context): Recipe[] =>
    file.recipes.map(({ cite, bridge, ...recipe }) => {
      for (const choice of recipe.choices)
        if (choice.finding !== undefined && !recipe.asks[choice.finding])
          context.addIssue({ code: 'custom', message: `${recipe.recipe} has no ask called ${choice.finding}` });
      return {
        ...camel<Omit<Recipe, 'citation' | 'bridge'>>(recipe),
        citation: cited(file.citations, cite, context),
        ...(bridge
          ? {
              bridge: {
                upper: bridge.upper,
                lower: bridge.lower,
                ...(bridge['review-only'] === true ? { reviewOnly: true } : {}),
                citation: cited(file.citations, bridge.cite, context),
              },
            }
          : {}),
      };
    }),
  );

const SiteCodeText = z
  .object({ code: BillingCode, further: BillingCode.optional(), ...condition })
  .strict()
  .transform((entry) => camel<SiteCode>(entry));

/** library/codes/sites.yaml → Sites. */
export const SiteFile = z
  .object({
    citation: CiteText,
    sites: z.array(
      z
        .object({
          site: z.string().regex(/^[a-z0-9-]+$/),
          kind: z.string(),
          size: z.string().optional(),
          codes: z.array(SiteCodeText).optional(),
          branches: z.array(z.string()).optional(),
          many: z.boolean().optional(),
          midline: z.boolean().optional(),
          'part-of': z.string().optional(),
        })
        .strict()
        .transform((site): Site => camel<Site>(without(site))),
    ),
  })
  .strict()
  .transform((file) => file.sites);

/** library/codes/families.yaml: family → kinds. */
export const FamilyFile = z.object({ families: z.record(z.string(), z.array(z.string())) }).strict();

/** library/codes/habits.yaml → CodingHabits. */
export const HabitsFile = z
  .object({
    citation: CiteText,
    guidance: z.array(
      z
        .object({ modality: z.string(), code: BillingCode, 'needs-images': z.boolean(), spine: z.boolean().optional() })
        .strict()
        .transform((entry) => camel<CodingHabits['guidance'][number]>(entry)),
    ),
    locating: z.array(z.object({ attribute: z.string(), code: BillingCode, words: z.string() }).strict()).default([]),
    'facility-places': z.array(z.string().length(2)),
    'professional-part': z.string().length(2),
    left: z.string().length(2),
    right: z.string().length(2),
    both: z.string().length(2),
    wasted: z.string().length(2),
    'no-waste': z.string().length(2),
    'waste-from': DateSchema,
    'no-waste-from': DateSchema,
    'modifier-order': z.array(z.string()),
    from: DateSchema,
    distinct: z.string().length(2),
    asks: z.record(z.string(), Ask),
  })
  .strict()
  .transform((file): CodingHabits => camel<CodingHabits>({ ...file, citation: without(file.citation) }));
