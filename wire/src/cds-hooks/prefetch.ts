import type { Hook } from './hooks.ts';

/** Measurements that are read as facts: one search for all of them. */
const SCORES = ['72514-3', '38208-5', '38214-3', '38221-8', '91147-9', '82810-3']
  .map((code) => `http://loinc.org|${code}`)
  .join(',');

const COMMON: Readonly<Record<string, string>> = {
  patient: 'Patient/{{context.patientId}}',
  coverage: 'Coverage?patient={{context.patientId}}&status=active&_include=Coverage:payor',
  conditions: 'Condition?patient={{context.patientId}}&clinical-status=active',
  observations: `Observation?patient={{context.patientId}}&code=${SCORES}`,
  procedures: 'Procedure?patient={{context.patientId}}&status=completed',
};

const ENCOUNTER: Readonly<Record<string, string>> = {
  encounter: 'Encounter?_id={{context.encounterId}}&_include=Encounter:location&_include=Encounter:service-provider',
};

/** What each service asks the client to send along, by key. The names are the contract; the values are searches of FHIR R4. */
export const PREFETCH: Readonly<Record<Hook, Readonly<Record<string, string>>>> = {
  'order-select': { ...COMMON, ...ENCOUNTER },
  'order-sign': { ...COMMON, ...ENCOUNTER },
  'appointment-book': { ...COMMON, ...ENCOUNTER },
  'encounter-start': {
    ...COMMON,
    ...ENCOUNTER,
    orders: 'ServiceRequest?patient={{context.patientId}}&status=active&_include=ServiceRequest:location-code',
  },
  'order-dispatch': {
    ...COMMON,
    orders: 'ServiceRequest?_id={{context.dispatchedOrders.ServiceRequest.id}}',
    performer: '{{context.performer}}',
  },
};

/**
 * A template with the values of the context put in; undefined when one is missing or could mean more than an id (a slash, a
 * question mark): then nothing is fetched.
 */
export function resolveTemplate(template: string, context: Readonly<Record<string, unknown>>): string | undefined {
  let whole = true;
  const text = template.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => {
    const value = valueOf(name.trim(), context);
    if (value === undefined) whole = false;
    return value ?? '';
  });
  return whole ? text : undefined;
}

function valueOf(name: string, context: Readonly<Record<string, unknown>>): string | undefined {
  if (name === 'context.performer') {
    const text = context['performer'];
    return typeof text === 'string' && /^[A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.test(text) ? text : undefined;
  }
  const dispatched = /^context\.dispatchedOrders\.([A-Za-z]+)\.id$/.exec(name);
  if (dispatched) {
    const ids = textsOf(context['dispatchedOrders']).flatMap((one) => {
      const [type, id] = one.split('/').slice(-2);
      return type === dispatched[1] && id !== undefined && isId(id) ? [id] : [];
    });
    return ids.length > 0 ? ids.join(',') : undefined;
  }
  const key = /^context\.([A-Za-z]+)$/.exec(name)?.[1];
  const value = key === undefined ? undefined : context[key];
  if (typeof value !== 'string') return undefined;
  // `Patient/1` is met where an id belongs.
  const id = value.split('/').at(-1) ?? '';
  return isId(id) ? id : undefined;
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function isId(text: string): boolean {
  return /^[A-Za-z0-9\-.]{1,64}$/.test(text);
}
