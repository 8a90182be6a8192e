import { answersToFhir } from '@interspace/wire/fhir/questionnaire-response-to-fhir';
import { readReviewInput, type FhirRead } from '@interspace/wire/fhir/review-input-from-fhir';
import { isObject } from '@interspace/wire/fhir/fhir-node';
import { fhirIssue } from '@interspace/wire/issues';
import type { Issue } from '@interspace/core/model/result';
import type { IsoDate } from '@interspace/core/model/date';
import type { Context, StatedFacts } from '@interspace/core/model/review-input';
import type { Bundle, OperationOutcome, Parameters } from 'fhir/r4.js';
import { answered, refused } from './answer.ts';
import type { FhirDeps, FhirHandler } from './deps.ts';
import { formFromAddress, formOf } from './form.ts';
import { inputOfOrder, judgedInput } from './judged-input.ts';

const PROFILE = 'http://hl7.org/fhir/us/davinci-dtr/StructureDefinition';

interface Wanted {
  readonly codes: readonly string[];
  readonly on: IsoDate;
  readonly context: Context;
  readonly facts: StatedFacts;
  readonly orders: readonly string[];
}

/**
 * `$questionnaire-package`: the forms that the criteria ask for the orders (or that an order was given by address), each with a
 * draft of answers from what was sent. What could not be found is said in the outcome.
 */
export const questionnairePackage: FhirHandler = async ({ body }, deps) => {
  const read = readReviewInput(body, { today: deps.today() });
  if (!read.ok) return refused(read.issues);
  const { input } = judgedInput(read.value, deps.law());
  const warnings: Issue[] = [];
  if (read.value.coverages.length === 0)
    return refused([fhirIssue('wire/fhir/cannot-be-written', 'Parameters.parameter', 'Missing: coverage.')], 422);
  const wanted: Wanted[] = [];
  for (const order of read.value.orders) {
    if (order.codes.length === 0) {
      warnings.push(fhirIssue('wire/fhir/code-malformed', order.path, 'The order has no procedure code.'));
      continue;
    }
    const own = inputOfOrder(input, order);
    const on = order.on ?? input.context.dateOfService ?? deps.today();
    wanted.push({
      codes: order.codes,
      on: on,
      context: own.context,
      facts: own.facts ?? {},
      orders: [order.reference],
    });
  }
  for (const address of addressesIn(body)) {
    const named = formFromAddress(address);
    if (named)
      wanted.push({ ...named, facts: input.facts ?? {}, orders: read.value.orders.map(({ reference }) => reference) });
    else
      warnings.push(
        fhirIssue('wire/fhir/reference-unresolved', 'Parameters.parameter', 'A questionnaire is not one of ours.'),
      );
  }
  if (wanted.length === 0 && warnings.length === 0)
    return refused(
      [fhirIssue('wire/fhir/cannot-be-written', 'Parameters.parameter', 'Missing: order, questionnaire or context.')],
      422,
    );
  const packages = packagesOf(wanted, read.value, warnings, deps);
  const [only] = packages;
  if (packages.length === 1 && warnings.length === 0) return answered(only);
  const outcome: OperationOutcome | undefined =
    warnings.length === 0
      ? undefined
      : {
          resourceType: 'OperationOutcome',
          issue: warnings.map(({ code, message, at }) => ({
            severity: 'warning',
            code: 'not-found',
            details: { text: `${message} (${code})` },
            ...(at === undefined ? {} : { expression: [at] }),
          })),
        };
  const parameters: Parameters = {
    resourceType: 'Parameters',
    parameter: [
      ...packages.map((resource) => ({ name: 'PackageBundle', resource })),
      ...(outcome ? [{ name: 'Outcome', resource: outcome }] : []),
    ],
  };
  return packages.length === 0 ? { status: 422, body: outcome } : answered(parameters);
};

/** One Bundle a form: the form first, then a draft of its answers for each group of orders. */
function packagesOf(wanted: readonly Wanted[], read: FhirRead, warnings: Issue[], deps: FhirDeps): Bundle[] {
  const bundles = new Map<string, Bundle>();
  const at = deps.now().toISOString();
  for (const { codes, on, context, facts, orders } of wanted) {
    const made = formOf(codes, on, context, deps.law());
    if (!made) {
      warnings.push(
        fhirIssue(
          'wire/fhir/reference-unresolved',
          'Parameters.parameter',
          'No published criteria ask anything of this order.',
        ),
      );
      continue;
    }
    const { form } = made;
    for (const text of made.notEvaluated)
      warnings.push(fhirIssue('wire/fhir/reference-unresolved', 'Parameters.parameter', text));
    const key = form.url ?? '';
    const bundle = bundles.get(key) ?? {
      resourceType: 'Bundle',
      meta: { profile: [`${PROFILE}/DTR-QPackageBundle`] },
      type: 'collection',
      timestamp: at,
      entry: [{ fullUrl: `${deps.baseUrl}/fhir/Questionnaire/${form.id ?? ''}`, resource: form }],
    };
    const id = `draft-${(bundle.entry ?? []).length}`;
    bundle.entry?.push({
      fullUrl: `${deps.baseUrl}/fhir/QuestionnaireResponse/${id}`,
      resource: answersToFhir(form, {
        id,
        at,
        patient: read.patient?.reference ?? 'Patient/unknown',
        coverages: read.coverages.map(({ reference }) => reference),
        orders,
        facts,
      }),
    });
    bundles.set(key, bundle);
  }
  return [...bundles.values()];
}

/** Canonical addresses that the caller names. */
function addressesIn(body: unknown): string[] {
  const parameters = isObject(body) && Array.isArray(body['parameter']) ? (body['parameter'] as unknown[]) : [];
  return parameters.flatMap((one) => {
    if (!isObject(one) || one['name'] !== 'questionnaire') return [];
    const value = one['valueCanonical'];
    return typeof value === 'string' ? [value] : [];
  });
}
