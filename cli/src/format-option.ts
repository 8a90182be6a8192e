import { InvalidArgumentError, Option } from 'commander';
import { suggestion } from './input/did-you-mean.ts';

/** `--format` of a command with these forms of output, the first of them unless another is asked for; no other is taken. */
export function formatOption(...formats: readonly [string, ...string[]]): Option {
  const named = `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`;
  return new Option('--format <format>', named).default(formats[0]).argParser((value: string) => {
    if (!formats.includes(value)) throw new InvalidArgumentError(`It must be ${named}.${suggestion(value, formats)}`);
    return value;
  });
}
