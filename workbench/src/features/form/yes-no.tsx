import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean | undefined) => void;
}

/** Yes, no, or not said: three answers, because unknown is not no. */
export function YesNo({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }}>
      <SegmentedControl
        aria-labelledby={id}
        value={value === undefined ? '?' : value ? 'yes' : 'no'}
        onChange={(word) => onChange(word === '?' ? undefined : word === 'yes')}
        data={[
          { value: 'yes', label: 'yes' },
          { value: 'no', label: 'no' },
          { value: '?', label: 'not said' },
        ]}
        fullWidth
      />
    </Input.Wrapper>
  );
}
