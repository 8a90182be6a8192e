import type { IsoDate } from '@interspace/core/model/date';
import type { Context } from '@interspace/core/model/review-input';
import { canonicalOf, questionnaireToFhir, type FormQuestion } from '@interspace/wire/fhir/questionnaire-to-fhir';
import type { Questionnaire } from 'fhir/r4.js';
import type { FhirLaw } from './law.ts';

/** Facts that the order and the claim say themselves: a form does not ask for them. */
const NOT_ASKED = new Set(['encounter.date-of-service', 'encounter.place-of-service', 'line.diagnoses']);

/** The name of a form: the codes that it is about, and where and when its criteria are in force. */
export function formName(codes: readonly string[], on: IsoDate, context: Context): string {
  return [...codes.toSorted(), on, context.payer ?? 'any', context.contractor ?? context.state ?? 'any']
    .join('.')
    .toLowerCase();
}

/** The canonical address that an order is given for its form; the form is made again from it when it is asked for. */
export function formAddress(codes: readonly string[], on: IsoDate, context: Context, law: FhirLaw): string | undefined {
  const known = codes.filter((code) => law.questions(code, on, context) !== undefined);
  return known.length === 0 ? undefined : canonicalOf(formName(known, on, context), law.revision);
}

/** The questions of the criteria in force for the codes, each once; undefined when the law knows none of them. */
export function formOf(
  codes: readonly string[],
  on: IsoDate,
  context: Context,
  law: FhirLaw,
): { readonly form: Questionnaire; readonly notEvaluated: readonly string[] } | undefined {
  const lists = codes.flatMap((code) => {
    const list = law.questions(code, on, context);
    return list ? [{ code, list }] : [];
  });
  if (lists.length === 0) return undefined;
  const questions = new Map<string, FormQuestion>();
  const seen = new Set<string>();
  for (const { list } of lists)
    for (const { question, facts, reasons } of list.questions) {
      const asked = facts.filter(({ name }) => !NOT_ASKED.has(name) && !seen.has(name));
      for (const { name } of asked) seen.add(name);
      if (asked.length === 0) continue;
      questions.set(question, {
        question,
        facts: asked,
        reasons: reasons.map(({ title, citation }) => ({
          title,
          document: citation.document,
          section: citation.section,
        })),
      });
    }
  const documents = [...new Set(lists.flatMap(({ list }) => list.adopted.map(({ document }) => document.id)))];
  const known = lists.map(({ code }) => code);
  return {
    form: questionnaireToFhir({
      about: formName(known, on, context),
      title:
        documents.length === 0
          ? 'What the record of the procedure says'
          : `What ${documents.join(', ')} ask of the record`,
      version: law.revision,
      date: on,
      questions: [...questions.values()],
    }),
    notEvaluated: [...new Set(lists.flatMap(({ list }) => list.notEvaluated))],
  };
}

/** Codes, day and place out of a form's address; undefined for an address that is not one of ours. */
export function formFromAddress(
  address: string,
): { readonly codes: string[]; readonly on: IsoDate; readonly context: Context } | undefined {
  const name = /^urn:interspace:questionnaire:([a-z0-9.-]+)(?:\|.*)?$/.exec(address)?.[1];
  const found = name && /^((?:[0-9a-z]{5}\.)+)(\d{4}-\d{2}-\d{2})\.([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(name);
  if (!found) return undefined;
  const [, codes = '', on = '', payer = 'any', place = 'any'] = found;
  return {
    codes: codes
      .split('.')
      .filter(Boolean)
      .map((code) => code.toUpperCase()),
    on: on as IsoDate,
    context: {
      ...(payer === 'any' ? {} : { payer }),
      ...(place === 'any' ? {} : place.length === 2 ? { state: place.toUpperCase() } : { contractor: place }),
    },
  };
}
