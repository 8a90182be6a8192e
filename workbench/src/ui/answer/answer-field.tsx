import { Button, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type FormEvent, useState } from 'react';
import type { FactWord } from '@interspace/server/contract/vocabulary';
import type { AnswerValue } from '../../app/api/review.ts';
import { wordOf } from '../words.ts';

interface Props {
  readonly fact: FactWord | undefined;
  /** The question, for those who cannot see that it stands above. */
  readonly label: string;
  readonly onAnswer: (value: AnswerValue) => void;
}

/** A field by the type of the fact: yes or no, a number with its unit, a day, one of its words, several of them, or text. */
export function AnswerField({ fact, label, onAnswer }: Props) {
  switch (fact?.type) {
    case 'boolean':
      return (
        // The question is neutral and often asks for more than a yes: what yes stands for is said beside it.
        <div>
          <p>
            Is it so that: <em>{fact.meaning}</em>
          </p>
          <Group gap="xs" mt={6} role="group" aria-label={label}>
            <Button variant="default" size="sm" onClick={() => onAnswer(true)}>
              Yes
            </Button>
            <Button variant="default" size="sm" onClick={() => onAnswer(false)}>
              No
            </Button>
          </Group>
        </div>
      );
    case 'word':
      return (fact.words ?? []).length <= 5 ? (
        <Group gap="xs" role="group" aria-label={label}>
          {(fact.words ?? []).map((word) => (
            <Button key={word} variant="default" size="sm" onClick={() => onAnswer(word)}>
              {wordOf(word)}
            </Button>
          ))}
        </Group>
      ) : (
        <Select
          aria-label={label}
          placeholder="Choose"
          data={(fact.words ?? []).map((word) => ({ value: word, label: wordOf(word) }))}
          value={null}
          onChange={(word) => word !== null && onAnswer(word)}
          searchable
          maw={320}
        />
      );
    case 'words':
      return <WordsField words={fact.words ?? []} label={label} onAnswer={onAnswer} />;
    case 'number':
      return <NumberField unit={fact.unit} label={label} onAnswer={onAnswer} />;
    case 'date':
      return (
        <DateInput
          aria-label={label}
          placeholder="MM/DD/YYYY"
          valueFormat="MM/DD/YYYY"
          value={null}
          onChange={(day) => day !== null && onAnswer(day)}
          popoverProps={{ withinPortal: true }}
          maw={200}
        />
      );
    default:
      return <TextField label={label} onAnswer={onAnswer} />;
  }
}

interface PartProps {
  readonly label: string;
  readonly onAnswer: (value: AnswerValue) => void;
}

function NumberField({ unit, label, onAnswer }: PartProps & { unit: string | undefined }) {
  const [value, setValue] = useState<number | string>('');
  return (
    <Sent onSend={() => typeof value === 'number' && onAnswer(value)} ready={typeof value === 'number'}>
      <NumberInput
        aria-label={unit ? `${label} (${unit})` : label}
        value={value}
        onChange={setValue}
        min={0}
        hideControls
        rightSection={unit ? <span>{unit}</span> : undefined}
        rightSectionWidth={unit ? 24 + unit.length * 8 : undefined}
        w={160}
      />
    </Sent>
  );
}

function WordsField({ words, label, onAnswer }: PartProps & { words: readonly string[] }) {
  const [value, setValue] = useState<string[]>([]);
  return (
    <Sent onSend={() => onAnswer(value)} ready={value.length > 0}>
      <MultiSelect
        aria-label={label}
        placeholder={value.length === 0 ? 'Choose all that apply' : ''}
        data={words.map((word) => ({ value: word, label: wordOf(word) }))}
        value={value}
        onChange={setValue}
        searchable
        flex={1}
        miw={220}
      />
    </Sent>
  );
}

function TextField({ label, onAnswer }: PartProps) {
  const [value, setValue] = useState('');
  return (
    <Sent onSend={() => onAnswer(value.trim())} ready={value.trim() !== ''}>
      <TextInput
        aria-label={label}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        flex={1}
        miw={220}
      />
    </Sent>
  );
}

function Sent({ children, ready, onSend }: { children: React.ReactNode; ready: boolean; onSend: () => void }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onSend();
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" wrap="wrap">
        {children}
        <Button type="submit" variant="default" size="sm" disabled={!ready}>
          Answer
        </Button>
      </Group>
    </form>
  );
}
