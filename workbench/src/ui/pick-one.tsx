import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';

type Props = Omit<SelectProps, 'value' | 'onChange' | 'searchValue' | 'onSearchChange'> & {
  readonly onPick: (value: string) => void;
};

/** Takes one thing after the other out of a list: what was picked is told, and the field is empty again. */
export function PickOne({ onPick, ...props }: Props) {
  const [typed, setTyped] = useState('');
  return (
    <Select
      {...props}
      searchable
      selectFirstOptionOnChange
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value) => {
        if (value === null) return;
        onPick(value);
        setTyped('');
      }}
    />
  );
}
