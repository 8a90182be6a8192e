import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './answer.module.css';

interface Props {
  readonly label: string;
  readonly values: readonly string[];
  /** Signs of one value, when all have the same number: unfinished ones wait until they are whole. */
  readonly size?: number;
  readonly wide?: boolean;
  readonly onChange: (values: string[]) => void;
}

/** A short list typed with blanks or commas between: `50 KX`, `M47.816 M47.817`. */
export function SplitField({ label, values, size, wide = false, onChange }: Props) {
  // What is being typed, until it is left: a blank at the end would otherwise vanish.
  const [typed, setTyped] = useState<string>();
  const change = (text: string) => {
    setTyped(text);
    const parts = text
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((part) => part !== '');
    if (size === undefined || parts.every((part) => part.length === size)) onChange(parts);
  };
  return (
    <TextInput
      aria-label={label}
      value={typed ?? values.join(' ')}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
      classNames={{ input: classes['code'] }}
      className={wide ? classes['diagnoses'] : classes['modifiers']}
      spellCheck={false}
    />
  );
}
