import { Button, NumberInput, Select, Tabs } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useVocabulary } from '../../app/api/review.ts';
import { SplitField } from '../../ui/answer/split-field.tsx';
import { PickOne } from '../../ui/pick-one.tsx';
import { wordOf } from '../../ui/words.ts';
import { OFFERS } from './catalogue.ts';
import classes from './form.module.css';
import { type FormState, newEntry, offerOf, type ProcedureEntry } from './form-state.ts';
import { ProcedureForm } from './procedure-form.tsx';

interface Props {
  readonly form: FormState;
  readonly onChange: (form: FormState) => void;
}

/** One click instead of a search. */
const OFTEN = [
  'epidural-interlaminar',
  'epidural-transforaminal',
  'medial-branch-block',
  'facet-ablation',
  'si-joint-injection',
  'joint-injection',
  'trigger-point-injection',
  'scs-trial',
];

/** Procedures one after the other, then what belongs to all of them. */
export const FormPane = memo(function FormPane({ form, onChange }: Props) {
  const { factOf } = useVocabulary();
  const [shown, setShown] = useState<number>();
  const [adding, setAdding] = useState(false);
  const { entries } = form;
  const entry = entries.find(({ key }) => key === shown) ?? entries.at(-1);
  const add = (kind: string) => {
    const offer = offerOf(kind);
    if (!offer) return;
    const next = newEntry(offer, 1 + Math.max(0, ...entries.map(({ key }) => key)));
    setShown(next.key);
    setAdding(false);
    onChange({ ...form, entries: [...entries, next] });
  };
  const set = (changed: ProcedureEntry) =>
    onChange({ ...form, entries: entries.map((one) => (one.key === changed.key ? changed : one)) });
  const groups = [...new Set(OFFERS.map(({ group }) => group))];
  const scales = factOf('pain.scale-name')?.words ?? [];
  return (
    <div className={classes['pane']}>
      {entries.length > 1 && entry && (
        <Tabs value={String(entry.key)} onChange={(key) => setShown(Number(key))} variant="pills">
          <Tabs.List aria-label="Procedures">
            {entries.map(({ key, kind }) => (
              <Tabs.Tab key={key} value={String(key)}>
                {offerOf(kind)?.title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      {(!entry || adding) && (
        <PickOne
          label={entry ? 'Another procedure' : 'Procedure'}
          placeholder="What was done?"
          data={groups.map((group) => ({
            group,
            items: OFFERS.filter((offer) => offer.group === group).map(({ kind, title }) => ({
              value: kind,
              label: title,
            })),
          }))}
          onPick={add}
          maxDropdownHeight={420}
          data-autofocus
        />
      )}
      {!entry && (
        <div className={classes['often']} role="group" aria-label="Often done">
          {OFTEN.map((kind) => (
            <Button key={kind} variant="default" size="compact-sm" fw={500} onClick={() => add(kind)}>
              {offerOf(kind)?.title}
            </Button>
          ))}
        </div>
      )}
      {entry && !adding && (
        <>
          <div className={classes['entryHead']}>
            <h2>{offerOf(entry.kind)?.title}</h2>
            <div>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={16} />}
                onClick={() => setAdding(true)}
              >
                Another procedure
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconTrash size={16} />}
                onClick={() => onChange({ ...form, entries: entries.filter(({ key }) => key !== entry.key) })}
              >
                Remove
              </Button>
            </div>
          </div>
          <ProcedureForm key={entry.key} entry={entry} onChange={set} />
        </>
      )}
      {entry && (
        <fieldset className={classes['shared']}>
          <legend>For the whole encounter</legend>
          <label className={classes['field']}>
            <span>Diagnoses (ICD-10-CM), most important first</span>
            <SplitField
              label="Diagnoses of the encounter"
              values={form.diagnoses}
              onChange={(diagnoses) => onChange({ ...form, diagnoses })}
              wide
            />
          </label>
          <div className={classes['row']}>
            <Select
              label="Scale"
              placeholder="Not said"
              data={scales.map((word) => ({ value: word, label: wordOf(word).toUpperCase() }))}
              value={form.scale ?? null}
              onChange={(scale) => onChange({ ...form, scale: scale ?? undefined })}
              clearable
              clearButtonProps={{ 'aria-label': 'No scale' }}
            />
            <NumberInput
              label="Score before"
              placeholder="Not said"
              value={form.before ?? ''}
              onChange={(before) => onChange({ ...form, before: typeof before === 'number' ? before : undefined })}
              min={0}
              max={100}
              hideControls
            />
            <NumberInput
              label="Score after"
              placeholder="Not said"
              value={form.after ?? ''}
              onChange={(after) => onChange({ ...form, after: typeof after === 'number' ? after : undefined })}
              min={0}
              max={100}
              hideControls
            />
          </div>
        </fieldset>
      )}
    </div>
  );
});
