import { write, type Io } from '../io.ts';
import type { ExitCode } from '../exit.ts';
import { issue } from '../issues.ts';
import { suggestion } from '../input/did-you-mean.ts';
import { refuse } from '../complain.ts';

export const SCHEMAS = ['review', 'input', 'submission'] as const;

/** The published contract of a document, as JSON Schema 2020-12. */
export async function schemaText(name: (typeof SCHEMAS)[number]): Promise<string> {
  const { z } = await import('zod');
  const { Review } = await import('@interspace/core/model/review');
  const { ReviewInput } = await import('@interspace/core/model/review-input');
  const { Submission } = await import('./x12/submission.ts');
  const [of, title] = {
    review: [Review, 'Review'] as const,
    input: [ReviewInput, 'ReviewInput'] as const,
    submission: [Submission, 'Submission'] as const,
  }[name];
  const { $schema, ...rest } = z.toJSONSchema(of, {
    io: name === 'review' ? 'output' : 'input',
    unrepresentable: 'any',
  });
  return `${JSON.stringify({ $schema, $id: `https://interspace.example/schema/${name}.json`, title, ...rest }, undefined, 2)}\n`;
}

export async function schema(name: string, io: Io): Promise<ExitCode> {
  const known = SCHEMAS.find((one) => one === (name === 'review-input' ? 'input' : name));
  if (known === undefined) {
    const message = `There is no schema "${name}": review, input or submission.${suggestion(name, SCHEMAS)}`;
    return refuse([issue('cli/option/invalid', message)], io, undefined);
  }
  await write(io.stdout, await schemaText(known));
  return 0;
}
