import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useVocabulary } from '../../app/api/review.ts';
import { PickOne } from '../../ui/pick-one.tsx';
import { wordOf } from '../../ui/words.ts';
import classes from './form.module.css';
import type { AgentEntry } from './form-state.ts';

interface Props {
  readonly agents: readonly AgentEntry[];
  /** Role whose drugs stand first. */
  readonly first?: string | undefined;
  readonly onChange: (agents: readonly AgentEntry[]) => void;
}

const ROLES = ['steroid', 'anesthetic', 'contrast', 'neurolytic', 'toxin', 'biologic', 'saline', 'other'];

/** What was injected, how much of it, and what was discarded. */
export function Agents({ agents, first, onChange }: Props) {
  const { words } = useVocabulary();
  const drugs = words?.drugs ?? [];
  const set = (index: number, agent: AgentEntry) =>
    onChange(agents.map((old, place) => (place === index ? agent : old)));
  return (
    <fieldset className={classes['agents']}>
      <legend>Agents</legend>
      {agents.map((agent, index) => (
        <div key={agent.drug} className={classes['agent']}>
          <span className={classes['drug']}>{wordOf(agent.drug)}</span>
          <NumberInput
            aria-label={`Amount of ${wordOf(agent.drug)}`}
            placeholder="amount"
            value={agent.amount ?? ''}
            onChange={(amount) => set(index, { ...agent, amount: typeof amount === 'number' ? amount : undefined })}
            min={0}
            hideControls
            w="6rem"
          />
          <Select
            aria-label={`Unit of ${wordOf(agent.drug)}`}
            data={[
              { value: 'mg', label: 'mg' },
              { value: 'mL', label: 'mL' },
              { value: 'unit', label: 'units' },
            ]}
            value={agent.measure}
            onChange={(measure) => set(index, { ...agent, measure: measure ?? agent.measure })}
            allowDeselect={false}
            w="5.75rem"
          />
          <NumberInput
            aria-label={`Discarded of ${wordOf(agent.drug)}`}
            placeholder="discarded"
            value={agent.wasted ?? ''}
            onChange={(wasted) => set(index, { ...agent, wasted: typeof wasted === 'number' ? wasted : undefined })}
            min={0}
            hideControls
            w="6.5rem"
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${wordOf(agent.drug)}`}
            onClick={() => onChange(agents.filter((_, place) => place !== index))}
          >
            <IconX size={18} />
          </ActionIcon>
        </div>
      ))}
      <PickOne
        aria-label="Add an agent"
        placeholder="Add an agent"
        data={ROLES.toSorted((one, other) => Number(other === first) - Number(one === first))
          .map((role) => ({
            group: role,
            items: drugs
              .filter((drug) => drug.role === role && !agents.some((one) => one.drug === drug.name))
              .map(({ name }) => ({ value: name, label: wordOf(name) })),
          }))
          .filter(({ items }) => items.length > 0)}
        onPick={(name) => {
          const drug = drugs.find((one) => one.name === name);
          if (drug)
            onChange([
              ...agents,
              {
                drug: drug.name,
                amount: undefined,
                measure: drug.measure ?? (drug.role === 'steroid' ? 'mg' : drug.role === 'toxin' ? 'unit' : 'mL'),
              },
            ]);
        }}
      />
    </fieldset>
  );
}
