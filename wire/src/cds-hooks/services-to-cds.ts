import { HOOKS, serviceIdOf, SHAPES, type Hook } from './hooks.ts';
import { PREFETCH } from './prefetch.ts';

/** What a client may switch on and off, by the codes of the CRD guide. */
export const OPTIONS = [
  {
    code: 'coverage-info',
    type: 'boolean',
    name: 'Coverage information',
    description: 'Adds to each order what the published criteria and authorization programs say of it.',
    default: true,
  },
  {
    code: 'guideline',
    type: 'boolean',
    name: 'Open questions and sources',
    description: 'Shows which questions the criteria put to the record, and links to the published documents.',
    default: true,
  },
  {
    code: 'off-guideline',
    type: 'boolean',
    name: 'Requirements that are not met',
    description: 'Says when the record does not meet a published requirement.',
    default: true,
  },
  {
    code: 'limits',
    type: 'boolean',
    name: 'Counted limits',
    description: 'Says when a counted limit is reached, and from when the service would be within it again.',
    default: true,
  },
  {
    code: 'max-cards',
    type: 'integer',
    name: 'Maximum cards',
    description: 'The most cards in one answer.',
    default: 10,
  },
] as const;

export interface CdsService {
  readonly hook: Hook;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly prefetch: Readonly<Record<string, string>>;
  readonly usageRequirements: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

/** The discovery document: one service for each hook. */
export function servicesToCds(): { readonly services: readonly CdsService[] } {
  return {
    services: HOOKS.map((hook) => ({
      hook,
      id: serviceIdOf(hook),
      title: SHAPES[hook].title,
      description: SHAPES[hook].description,
      prefetch: PREFETCH[hook],
      usageRequirements: 'Says what published criteria ask; the payer decides what is covered.',
      extension: {
        'davinci-crd.version': ['2.0'],
        'davinci-crd.configuration-options': OPTIONS,
      },
    })),
  };
}
