import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Session } from '@interspace/core/model/history';
import type { Context, EngineInput, StatedFacts } from '@interspace/core/model/review-input';
import type { FhirRead } from '@interspace/wire/fhir/review-input-from-fhir';
import type { OrderRead } from '@interspace/wire/fhir/order-from-fhir';
import type { Unused } from '@interspace/wire/fhir/reading';
import type { FhirLaw } from './law.ts';

export interface JudgedInput {
  readonly input: EngineInput;
  /** What the law has no word for, beside what the codec did not read. */
  readonly unused: readonly Unused[];
}

/**
 * What was read, in the words of the law: the payer by its name there, answers in the type of their fact, earlier procedures as
 * sessions of their family. What has no word there is named, not passed on.
 */
export function judgedInput(read: FhirRead, law: FhirLaw): JudgedInput {
  const unused: Unused[] = [...read.unused];
  const { payer: word, ...context } = read.input.context;
  const payer = word === undefined ? undefined : (law.payer(word) ?? word);
  const facts: Record<string, StatedFacts[string]> = {};
  for (const [name, value] of Object.entries(read.input.facts ?? {})) {
    const declared = law.fact(name);
    const fitted = declared && fit(declared, value);
    const path = read.stated.find(({ fact }) => fact === name)?.path ?? name;
    if (fitted === undefined)
      unused.push({ path, why: declared ? 'the answer does not fit its question' : 'no such fact' });
    else facts[name] = fitted;
  }
  const sessions: Session[] = [];
  for (const { codes, on, side, path } of read.past) {
    const families = on === undefined ? [] : codes.flatMap((code) => law.familyOf(code, on) ?? []);
    const [family] = families;
    if (on === undefined || family === undefined) unused.push({ path, why: 'no procedure of the specialty' });
    else
      sessions.push({
        date: on,
        family,
        codes: [...codes],
        status: 'performed',
        ...(isSide(side) ? { side } : {}),
        source: path,
      });
  }
  const input: EngineInput = {
    ...read.input,
    context: { ...context, ...(payer === undefined ? {} : { payer }) },
    ...(Object.keys(facts).length > 0 ? { facts } : { facts: undefined }),
    ...(sessions.length > 0 ? { history: { sessions } } : {}),
  };
  return { input, unused };
}

/** The same for one order alone: its codes, its reasons, its day and place. */
export function inputOfOrder(whole: EngineInput, order: OrderRead): EngineInput {
  const context: Context = {
    ...whole.context,
    ...(order.on === undefined ? {} : { dateOfService: order.on }),
    ...(order.place.state === undefined ? {} : { state: order.place.state }),
    ...(order.place.placeOfService === undefined ? {} : { placeOfService: order.place.placeOfService }),
  };
  const { 'procedure.side': _, ...facts } = whole.facts ?? {};
  return {
    context,
    documents: whole.documents,
    planned: order.codes,
    ...(order.reasons.length > 0 ? { diagnoses: order.reasons } : { diagnoses: whole.diagnoses }),
    facts: { ...facts, ...(order.side === undefined ? {} : { 'procedure.side': order.side }) },
    history: whole.history,
  };
}

function isSide(text: string | undefined): text is NonNullable<Session['side']> {
  return text === 'left' || text === 'right' || text === 'bilateral' || text === 'midline';
}

/** The value in the type that its fact has; undefined when it cannot be. */
function fit({ type, words }: FactDeclaration, value: StatedFacts[string]): StatedFacts[string] | undefined {
  const known = (word: unknown): boolean => typeof word === 'string' && (words === undefined || words.includes(word));
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'words': {
      const all = Array.isArray(value) ? value : [value];
      return all.every(known) ? all.map(String) : undefined;
    }
    case 'word':
      return known(value) ? value : undefined;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
  }
}
