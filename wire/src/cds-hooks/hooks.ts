/** The hooks of CDS Hooks 2.0 that are answered, and what each hands over. */
export const HOOKS = ['order-select', 'order-sign', 'appointment-book', 'encounter-start', 'order-dispatch'] as const;
export type Hook = (typeof HOOKS)[number];

export function isHook(text: unknown): text is Hook {
  return (HOOKS as readonly unknown[]).includes(text);
}

/** Id of the service that answers a hook. */
export function serviceIdOf(hook: Hook): string {
  return `interspace-${hook}`;
}

export function hookOfService(id: string): Hook | undefined {
  return HOOKS.find((hook) => serviceIdOf(hook) === id);
}

interface HookShape {
  readonly title: string;
  readonly description: string;
  /** Members of the context that hold Bundles of resources. */
  readonly bundles: readonly string[];
  /** Members without which the hook cannot be judged. */
  readonly needs: readonly string[];
}

export const SHAPES: Readonly<Record<Hook, HookShape>> = {
  'order-select': {
    title: 'Published criteria, while an order is chosen',
    description:
      'Says which questions the published coverage criteria put to the record of the orders that are selected.',
    bundles: ['draftOrders'],
    needs: ['userId', 'patientId', 'draftOrders'],
  },
  'order-sign': {
    title: 'Published criteria, when orders are signed',
    description:
      'Judges the orders by the published coverage criteria and authorization programs, and says what is open.',
    bundles: ['draftOrders'],
    needs: ['userId', 'patientId', 'draftOrders'],
  },
  'appointment-book': {
    title: 'Published criteria, when an appointment is booked',
    description: 'Says which questions the published criteria put to the record before the procedure that is booked.',
    bundles: ['appointments'],
    needs: ['userId', 'patientId', 'appointments'],
  },
  'encounter-start': {
    title: 'Published criteria, when an encounter starts',
    description: 'Says what is open in the record of the orders of the encounter that starts.',
    bundles: [],
    needs: ['userId', 'patientId', 'encounterId'],
  },
  'order-dispatch': {
    title: 'Published criteria, when orders are given to a performer',
    description: 'Judges the orders again once it is known who performs them and where.',
    bundles: [],
    needs: ['patientId', 'performer'],
  },
};
