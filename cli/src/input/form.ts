import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { cents, type Cents } from '@interspace/core/model/money';
import { failed, ok, type Result } from '@interspace/core/model/result';
import {
  ReviewInput,
  type ChartDocument,
  type Context,
  type EngineInput,
  type StatedClaim,
} from '@interspace/core/model/review-input';
import { issue } from '../issues.ts';
import { suggestion } from './did-you-mean.ts';
import { noteText } from './note-text.ts';
import { readStructured } from './structured.ts';

/**
 * A structured encounter as the engine takes it. `facts` are the names that the library declares; `complete` adds what
 * flags and files know about the context.
 */
export function inputFromForm(
  text: string,
  at: string,
  facts: ReadonlySet<string>,
  complete: (context: Context) => Context = (context) => context,
): Result<EngineInput> {
  const read = readStructured(text, ReviewInput, at);
  if (!read.ok) return read;
  const { note, documents, claim, context: stated, ...rest } = read.value;
  const context = complete(stated);
  const unknown = Object.keys(rest.facts ?? {}).filter((name) => facts.size > 0 && !facts.has(name));
  if (unknown.length > 0)
    return failed(
      ...unknown.map((name) =>
        issue('cli/input/unknown-fact', `The library knows no fact \`${name}\`.${suggestion(name, facts)}`, { at }),
      ),
    );
  const texts: ChartDocument[] = note === undefined ? documents : [{ id: 'note', text: note }, ...documents];
  for (const document of texts) {
    const checked = noteText(document.text, `${at} (${document.id})`);
    if (!checked.ok) return checked;
  }
  return ok({ ...rest, context, documents: texts, claim: claim && claimFromForm(claim, context) });
}

/** A claim written as lines becomes the same noun that a codec makes of a claim file. */
export function claimFromForm(stated: StatedClaim, context: Context): Claim {
  const diagnoses = [...new Set([...stated.diagnoses, ...stated.lines.flatMap((line) => line.diagnoses)])];
  const lines = stated.lines.map((line, index): ClaimLine => ({
    number: index + 1,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    charge: dollars(line.charge),
    from: line.date ?? context.dateOfService,
    placeOfService: context.placeOfService,
    // A line that names none stands for the claim's diagnoses in their order; a claim form has four pointers.
    pointers:
      line.diagnoses.length > 0
        ? line.diagnoses.map((code) => diagnoses.indexOf(code) + 1)
        : diagnoses.slice(0, 4).map((_, at) => at + 1),
  }));
  return {
    id: stated.id,
    type: context.claimType ?? 'professional',
    placeOfService: context.placeOfService,
    diagnoses,
    authorization: stated.authorization,
    trial: stated.trial,
    lines,
  };
}

function dollars(amount: number | undefined): Cents | undefined {
  return amount === undefined ? undefined : cents(Math.round(amount * 100));
}
