import { failed, ok, type Result } from '@interspace/core/model/result';
import type { FailOn } from './exit.ts';
import type { ContextFlags } from './input/context.ts';
import { suggestion } from './input/did-you-mean.ts';
import { issue } from './issues.ts';

export const FORMATS = ['text', 'json', 'jsonl', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** As commander hands them over. */
export interface RawOptions extends ContextFlags {
  readonly format?: string;
  readonly failOn?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly details?: boolean;
}

export interface Options {
  /** Absent: text, or jsonl for notes in bulk. */
  readonly format: Format | undefined;
  readonly failOn: FailOn;
  readonly color: boolean | undefined;
  readonly quiet: boolean;
  /** Every clause of the criteria with its quotes. */
  readonly details: boolean;
  readonly context: ContextFlags;
}

export function readOptions(raw: RawOptions): Result<Options> {
  const { format: formatGiven, failOn: failOnGiven, color, quiet, details, ...context } = raw;
  const format = FORMATS.find((name) => name === formatGiven || (name === 'markdown' && formatGiven === 'md'));
  const failOn = (['block', 'warn'] as const).find((name) => name === (failOnGiven ?? 'warn'));
  if (formatGiven !== undefined && format === undefined) return failed(wrong('format', formatGiven, FORMATS));
  if (failOn === undefined) return failed(wrong('fail-on', failOnGiven ?? '', ['block', 'warn']));
  return ok({ format, failOn, color, quiet: quiet === true, details: details === true, context });
}

/** A value that a flag does not have. */
export function wrong(flag: string, value: string, allowed: readonly string[]) {
  const message = `--${flag} ${value}: must be one of ${allowed.join(', ')}.${suggestion(value, allowed)}`;
  return issue('cli/option/invalid', message, { at: `--${flag}` });
}
