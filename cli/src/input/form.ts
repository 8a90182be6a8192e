import { failed, ok, type Result } from '@interspace/core/model/result';
import { ReviewInput, type Context, type EngineInput } from '@interspace/core/model/review-input';
import { engineInputOf } from '@interspace/core/review/engine-input';
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
  const stated = { ...read.value, context: complete(read.value.context) };
  const unknown = Object.keys(stated.facts ?? {}).filter((name) => facts.size > 0 && !facts.has(name));
  if (unknown.length > 0)
    return failed(
      ...unknown.map((name) =>
        issue('cli/input/unknown-fact', `The library knows no fact \`${name}\`.${suggestion(name, facts)}`, { at }),
      ),
    );
  const input = engineInputOf(stated);
  for (const document of input.documents) {
    const checked = noteText(document.text, `${at} (${document.id})`);
    if (!checked.ok) return checked;
  }
  return ok(input);
}
