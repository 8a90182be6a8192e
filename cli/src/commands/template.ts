import { preparePolicies } from '@interspace/core/coverage/prepare';
import { procedureNames, questionList } from '@interspace/core/coverage/question-list';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import { resolveContext } from '@interspace/core/review/resolve-context';
import type { ExitCode } from '../exit.ts';
import type { ContextFlags } from '../input/context.ts';
import { suggestion } from '../input/did-you-mean.ts';
import { write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { templateAsJson } from '../render/template-json.ts';
import { templateAsMarkdown } from '../render/markdown/template.ts';
import type { ToldTemplate } from '../render/told.ts';
import { lawOfDay } from './law-of-day.ts';
import { refuse } from '../complain.ts';

export interface TemplateOptions extends ContextFlags {
  readonly format?: string;
}

/** The documentation template of a procedure, from the criteria in force on the day. */
export async function templateCommand(
  procedure: string,
  { format, ...flags }: TemplateOptions,
  io: Io,
): Promise<ExitCode> {
  const given = await lawOfDay(flags, io);
  if (!given) return 2;
  const { library, context, day: on } = given;
  const law = preparePolicies(library);
  const { context: resolved } = resolveContext({ context, documents: [] }, on, law.jurisdictions);
  const found = questionList({ procedure, on, context: resolved, openLedger }, law);
  if (!found) {
    const known = procedureNames(law);
    const near = suggestion(procedure, known);
    const message = `No policy or code of the library knows the procedure "${procedure}".${near === '' ? ` Known: ${known.join(', ')}.` : near}`;
    return refuse([issue('cli/option/invalid', message, { hint: 'Name a kind, a family or a code.' })], io, undefined);
  }
  const told: ToldTemplate = {
    ...found,
    procedure,
    on,
    payer: resolved.payer,
    contractor: [resolved.contractor, resolved.jurisdiction].filter(Boolean).join(' ') || undefined,
    revision: library.revision,
  };
  await write(
    io.stdout,
    format === 'json' ? `${JSON.stringify(templateAsJson(told), undefined, 2)}\n` : `${templateAsMarkdown(told)}\n`,
  );
  return 0;
}
