import type { Authorization, Prompt } from '@interspace/core/model/review';
import type { Determination } from '@interspace/core/model/determination';
import type { Extension } from 'fhir/r4.js';
import { procedureConcept } from '../fhir/resource.ts';

export const COVERAGE_INFORMATION = 'http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information';

/** What is said of one order under one coverage. */
export interface CoverageInformation {
  readonly coverage: string;
  readonly codes: readonly string[];
  readonly determinations: readonly Determination[];
  readonly authorization: readonly Authorization[];
  /** Questions that are open, by who can answer. */
  readonly clinical: readonly Prompt[];
  readonly office: readonly Prompt[];
  /** A payer's own affirmation, when somebody stated it. */
  readonly affirmed?: string | undefined;
  readonly placeKnown: boolean;
  readonly dayKnown: boolean;
  /** Canonical address of the form that asks the open questions. */
  readonly form?: string | undefined;
  readonly date: string;
  readonly id: string;
}

type Covered = 'covered' | 'conditional';
type NeedsAuthorization = 'no-auth' | 'auth-needed' | 'satisfied' | 'conditional';

/**
 * The CRD extension of an order. Only what the criteria settle is said: `covered` when every line meets them, `conditional` for
 * all else. `not-covered` is never said, because the guide means by it that there is no possibility of coverage, and
 * criteria that are not met today do not say that; the payer decides.
 */
export function coverageInformationToFhir(about: CoverageInformation): Extension {
  const covered = coveredBy(about.determinations);
  const authorization = authorizationOf(about);
  const questions = about.clinical.length + about.office.length;
  const documents =
    questions === 0
      ? undefined
      : about.office.length === 0
        ? 'clinical'
        : about.clinical.length === 0
          ? 'admin'
          : 'both';
  const open = covered === 'conditional' || authorization === 'conditional';
  const purpose = authorization === 'auth-needed' || authorization === 'conditional' ? 'withpa' : 'withclaim';
  const parts: (Extension | false)[] = [
    { url: 'coverage', valueReference: { reference: about.coverage } },
    { url: 'covered', valueCode: covered },
    { url: 'pa-needed', valueCode: authorization },
    documents !== undefined && { url: 'doc-needed', valueCode: documents },
    documents !== undefined && { url: 'doc-purpose', valueCode: purpose },
    open && !about.placeKnown && { url: 'info-needed', valueCode: 'location' },
    open && !about.dayKnown && { url: 'info-needed', valueCode: 'timeframe' },
    ...about.codes.flatMap((code) => {
      const [coding] = procedureConcept(code).coding ?? [];
      return coding ? [{ url: 'billingCode', valueCoding: coding }] : [];
    }),
    ...reasonsOf(about).map((text) => ({ url: 'reason', valueCodeableConcept: { text } })),
    documents !== undefined && about.form !== undefined && { url: 'questionnaire', valueCanonical: about.form },
    { url: 'date', valueDate: about.date },
    { url: 'coverage-assertion-id', valueString: about.id },
    authorization === 'satisfied' && { url: 'satisfied-pa-id', valueString: about.affirmed ?? '' },
  ];
  return { url: COVERAGE_INFORMATION, extension: parts.filter((part) => part !== false) };
}

function coveredBy(determinations: readonly Determination[]): Covered {
  return determinations.length > 0 && determinations.every(({ outcome }) => outcome === 'meets')
    ? 'covered'
    : 'conditional';
}

function authorizationOf({ authorization, affirmed }: CoverageInformation): NeedsAuthorization {
  if (affirmed !== undefined && affirmed !== '') return 'satisfied';
  const statuses = new Set(authorization.map(({ status }) => status));
  if (statuses.has('required')) return 'auth-needed';
  // Silence, doubt and programs that leave the choice are not a no.
  return statuses.size === 1 && statuses.has('not-required') ? 'no-auth' : 'conditional';
}

/** In words, for the person who reads the order: what was compared, what is open, and who decides. */
function reasonsOf({ determinations, authorization }: CoverageInformation): string[] {
  const judged = determinations.map(({ outcome, document }) => {
    const by = document === undefined ? 'the published criteria' : `the published criteria of ${document}`;
    switch (outcome) {
      case 'meets':
        return `Meets ${by} as far as the record shows; the payer decides.`;
      case 'fails':
        return `A requirement of ${by} is not met by the record; the payer decides.`;
      case 'incomplete':
        return `The record leaves questions of ${by} open.`;
      case 'no-policy':
        return 'No published criteria are known for this service, payer and place.';
    }
  });
  const none = determinations.length === 0 ? ['No published criteria were applied.'] : [];
  const programs = authorization.filter(({ status }) => status !== 'not-required').map(({ why }) => why);
  return [...new Set([...judged, ...none, ...programs])];
}

/** The order with the extension in place of an earlier one for the same coverage; undefined when it would say nothing new. */
export function annotated(order: object, information: Extension): object | undefined {
  const before = (order as { extension?: unknown }).extension;
  const extensions = Array.isArray(before) ? (before as Extension[]) : [];
  const coverage = partOf(information, 'coverage');
  const same = (one: Extension): boolean =>
    one !== null && typeof one === 'object' && one.url === COVERAGE_INFORMATION && partOf(one, 'coverage') === coverage;
  const earlier = extensions.find(same);
  if (earlier && essence(earlier) === essence(information)) return undefined;
  return { ...order, extension: [...extensions.filter((one) => !same(one)), information] };
}

function partOf(extension: Extension, url: string): string | undefined {
  const parts = Array.isArray(extension.extension) ? extension.extension : [];
  return parts.find((part) => part?.url === url)?.valueReference?.reference;
}

/** What an assertion says, without when it was made and under which number. */
function essence(extension: Extension): string {
  const parts = Array.isArray(extension.extension) ? extension.extension : [];
  return parts
    .filter((part) => part?.url !== 'date' && part?.url !== 'coverage-assertion-id')
    .map((part) => JSON.stringify(part))
    .toSorted()
    .join();
}
