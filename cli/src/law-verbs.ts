import type { Command } from 'commander';
import { HELP } from './help-law.ts';
import { formatOption } from './format-option.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './exit.ts';
import type { ContextFlags } from './input/context.ts';

/** A verb as `program` makes it: help, errors and suggestions are set up there. */
type Verb = (usage: string, about: string, help: string) => Command;

/** The verbs around the law: what changed, whom it concerns, what is old; and what the law asks of one patient or one procedure. */
export function addLawVerbs(verb: Verb, library: Command, io: Io, done: (exit: ExitCode) => void): void {
  const of = (name: string, about: string, help: string): Command =>
    colours(library.command(name).description(about).addHelpText('after', help).exitOverride());

  of('diff', 'what changed between two dates, folders or revisions, in words', HELP.diff)
    .argument('<from>', 'a date, a folder with a library, or a git revision')
    .argument('[to]', 'the same; the library as it is when absent')
    .option('--document <number>', 'only what concerns this document')
    .option('--code <code>', 'only what concerns this code')
    .addOption(formatOption('text', 'json'))
    .option('--all', 'every sentence of long lists')
    .action(async (from: string, to: string | undefined, options: object) => {
      const { diffCommand } = await import('./commands/diff.ts');
      done(await diffCommand(from, to, options, io));
    });

  where(of('impact', 'which claims, forms and notes two laws judge differently, and how', HELP.impact))
    .requiredOption('--claims <files...>', '837P files, encounters (YAML, JSON) or notes (.jsonl)')
    .option('--from <law>', 'a date, a folder or a git revision (default: the committed law)')
    .option('--to <law>', 'the same; the library as it is when absent')
    .option('--history <file>', 'earlier sessions (YAML or JSON)')
    .option('--context <file>', 'payer, state and more in a file (YAML or JSON)')
    .addOption(formatOption('text', 'json', 'jsonl'))
    .action(async (options: ContextFlags & { claims: string[] }) => {
      const { impactCommand } = await import('./commands/impact.ts');
      done(await impactCommand(options, io));
    });

  of('stale', 'what has passed its review date, per rule and per file', HELP.stale)
    .option('--on <date>', 'as of this day (default: today)')
    .addOption(formatOption('text', 'json'))
    .option('--all', 'every rule')
    .action(async (options: object) => {
      const { staleCommand } = await import('./commands/stale.ts');
      done(await staleCommand(options, io));
    });

  where(
    colours(verb('forecast', 'what is left, and from which day, for a patient by family and region', HELP.forecast)),
  )
    .requiredOption('--history <file>', 'earlier sessions with their responses (YAML or JSON)')
    .option('--on <date>', 'planned date of service (default: today)')
    .addOption(formatOption('text', 'markdown', 'json'))
    .action(async (options: ContextFlags & { history: string }) => {
      const { forecastCommand } = await import('./commands/forecast.ts');
      done(await forecastCommand(options, io));
    });

  where(
    verb('template', 'the questions that a record of a procedure answers, by the criteria of the day', HELP.template),
  )
    .argument('<procedure>', 'a kind, a family or a code, such as epidural-transforaminal, facet or 64483')
    .option('--on <date>', 'date of service (default: today)')
    .addOption(formatOption('markdown', 'json'))
    .action(async (procedure: string, options: ContextFlags) => {
      const { templateCommand } = await import('./commands/template.ts');
      done(await templateCommand(procedure, options, io));
    });
}

function where(command: Command): Command {
  return command
    .option('--payer <name>', 'payer, such as medicare')
    .option('--state <XX>', 'state where the service is furnished')
    .option('--mac <name>', 'Medicare contractor; overrides the state')
    .option('--pos <NN>', 'place of service, such as 11 or 24');
}

function colours(command: Command): Command {
  return command.option('--color', 'colour even when not on a terminal').option('--no-color', 'no colour');
}
