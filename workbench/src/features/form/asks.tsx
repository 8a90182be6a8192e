import { NumberInput, Select } from '@mantine/core';
import classes from './form.module.css';
import type { Ask } from './offer.ts';
import { YesNo } from './yes-no.tsx';

type Told = Readonly<Record<string, string | number | boolean | undefined>>;

interface Props {
  readonly asks: readonly Ask[];
  readonly told: Told;
  readonly onChange: (told: Told) => void;
}

/** What else decides the code. What is left open is not said, and becomes a question. */
export function Asks({ asks, told, onChange }: Props) {
  return (
    <div className={classes['row']}>
      {asks.map(({ name, label, type, most, words = {} }) => {
        const value = told[name];
        const set = (next: Told[string]) => onChange({ ...told, [name]: next });
        if (type === 'yes-no')
          return <YesNo key={name} label={label} value={value as boolean | undefined} onChange={set} />;
        if (type === 'number')
          return (
            <NumberInput
              key={name}
              label={label}
              placeholder="Not said"
              value={(value as number | undefined) ?? ''}
              onChange={(next) => set(typeof next === 'number' ? next : undefined)}
              min={0}
              max={most ?? 1_000}
              hideControls
            />
          );
        return (
          <Select
            key={name}
            label={label}
            placeholder="Not said"
            data={Object.entries(words).map(([word, ours]) => ({ value: word, label: ours }))}
            value={(value as string | undefined) ?? null}
            onChange={(next) => set(next ?? undefined)}
            clearable
            clearButtonProps={{ 'aria-label': `${label}: not said` }}
          />
        );
      })}
    </div>
  );
}
