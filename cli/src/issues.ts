import type { Issue } from '@interspace/core/model/result';

/** Every Issue that the command line itself can raise: what it means and what to do. Printed in docs/reference/issues.md. */
export const CLI_ISSUES = {
  'cli/option/invalid': {
    means: 'A flag has a value that cannot be right, such as a date that is not on the calendar.',
    do: 'Correct the value; `--help` shows the allowed ones.',
  },
  'cli/input/none': {
    means: 'No file was named and nothing is piped in.',
    do: 'Name a file, or pipe a note into the command.',
  },
  'cli/input/not-found': { means: 'There is no file of this name.', do: 'Check the spelling and the folder.' },
  'cli/input/twice': {
    means:
      'A file was named more than once, maybe by another path. Judged twice, each of its claims would repeat itself.',
    do: 'Nothing; or name it once.',
  },
  'cli/input/is-directory': { means: 'A folder was named where a file is needed.', do: 'Name the files in it.' },
  'cli/input/unreadable': {
    means: 'The file exists and the operating system does not let us read it.',
    do: 'Check its permissions.',
  },
  'cli/input/empty': { means: 'The document holds no text.', do: 'Check that the right file was exported.' },
  'cli/input/too-large': {
    means: 'The document is far longer than a note, a form or a scanned chart can be.',
    do: 'Split it into one note a file, or into one `{"id","text"}` a line with the extension .jsonl.',
  },
  'cli/input/binary': {
    means: 'The bytes are not text and not a kind of document that is read (PDF, .docx).',
    do: 'Export the note as text, PDF with a text layer, or .docx.',
  },
  'cli/input/no-text-layer': {
    means: 'The PDF holds pictures of pages and no text, as scanners make them.',
    do: 'Run text recognition (OCR) first, or export the note from the record system as text.',
  },
  'cli/input/damaged': {
    means:
      'The PDF, .docx, JSON or YAML document cannot be opened: it is cut short, protected or not what its name says.',
    do: 'Export it again; for JSON and YAML go to the place that the message names.',
  },
  'cli/input/language': {
    means: 'The note is not written in English. Reading it would give a confident wrong answer.',
    do: 'Give an English note, or enter the encounter as a form (see `interspace schema input`).',
  },
  'cli/input/unknown-key': {
    means: 'A structured document has a key that does not exist; ignoring it could silently change the answer.',
    do: 'Correct or remove the key.',
  },
  'cli/input/invalid': {
    means: 'A value in a structured document has the wrong form.',
    do: 'Correct the value; `interspace schema input` prints the schema.',
  },
  'cli/input/unknown-fact': {
    means: 'A fact stated on the form is not declared in the library.',
    do: 'Correct the name; `interspace explain <fact>` describes a fact.',
  },
  'cli/bulk/line-invalid': {
    means:
      'A line of a .jsonl file is not an object with the texts `id` and `text`. The other lines are still reviewed.',
    do: 'Correct the line.',
  },
  'cli/claims/none': {
    means: 'The command needs claims (an 837P file or a form with `claim`) and the document has none.',
    do: 'Use `interspace review` for notes.',
  },
  'cli/resume/unusable': {
    means:
      'A run cannot be resumed: the checkpoint is broken, belongs to other files, tables, law or options, or its output is gone.',
    do: 'Give the same files and options as the first time, with --output; or remove the checkpoint and begin anew.',
  },
  'cli/output/not-written': {
    means: 'The output, or what a run keeps beside it, cannot be written.',
    do: 'Make room or name another file; a run with --resume then goes on where it stopped.',
  },
  'cli/explain/not-found': {
    means: 'No criterion, edit, fact, document or issue has this id.',
    do: 'Ids stand at the end of each finding; the nearest ones are suggested.',
  },
  'cli/library/broken': {
    means: 'The law under `library/` does not compile, so nothing is judged rather than judged by half of it.',
    do: 'Run `interspace library check` and correct what it names.',
  },
  'cli/serve/without-tls': {
    means:
      'The server would answer other machines without TLS: who listens in on the network reads charts and passwords.',
    do: 'Put a proxy with TLS before it and set INTERSPACE_PUBLIC_URL to its https address (docs/operations.md); --without-tls does it all the same.',
  },
  'cli/serve/address': {
    means: 'Address and port cannot be listened on: another program has them, or they are not ours to take.',
    do: 'Choose another --port or --host; 0 takes a free port.',
  },
  'cli/fault': {
    means: 'A mistake in this program or a failure of the machine, not in your document.',
    do: 'Run again with INTERSPACE_DEBUG=1 to see where, and report it without patient data.',
  },
} as const satisfies Record<string, { means: string; do: string }>;

export type CliIssueCode = keyof typeof CLI_ISSUES;

/** An Issue of the command line. The hint defaults to what the table says. */
export function issue(code: CliIssueCode, message: string, more: { at?: string; hint?: string } = {}): Issue {
  return { code, message, ...(more.at === undefined ? {} : { at: more.at }), hint: more.hint ?? CLI_ISSUES[code].do };
}
