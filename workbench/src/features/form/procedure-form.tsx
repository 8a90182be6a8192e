import { NumberInput, SegmentedControl, Select } from '@mantine/core';
import { useVocabulary } from '../../app/api/review.ts';
import { BodyPicker } from '../../ui/spine/body-picker.tsx';
import { ListPicker } from '../../ui/spine/list-picker.tsx';
import { SpinePicker } from '../../ui/spine/spine-picker.tsx';
import { wordOf } from '../../ui/words.ts';
import { Agents } from './agents.tsx';
import { MUSCLES, PICKER_WORDS } from './catalogue.ts';
import classes from './form.module.css';
import { offerOf, type Pick, type ProcedureEntry, toggled } from './form-state.ts';
import { YesNo } from './yes-no.tsx';

interface Props {
  readonly entry: ProcedureEntry;
  readonly onChange: (entry: ProcedureEntry) => void;
}

const MODALITIES = ['fluoroscopy', 'ct', 'ultrasound', 'mri', 'none'] as const;
const METHODS = ['thermal', 'cooled', 'pulsed', 'cryo', 'chemical', 'laser'];

/** Where, under which guidance, with what. */
export function ProcedureForm({ entry, onChange }: Props) {
  const offer = offerOf(entry.kind);
  const { words } = useVocabulary();
  if (!offer) return null;
  const toggle = (...places: readonly Pick[]) => onChange({ ...entry, picks: toggled(entry.picks, ...places) });
  const sites = words?.procedures.find(({ kind }) => kind === entry.kind)?.sites ?? [];
  return (
    <div className={classes['procedure']}>
      {offer.pickers.length > 1 && (
        <SegmentedControl
          value={entry.picker}
          onChange={(picker) => onChange({ ...entry, picker: picker, picks: [] })}
          data={offer.pickers.map((picker) => ({ value: picker, label: PICKER_WORDS[picker] }))}
          aria-label="How the places are told"
        />
      )}
      {entry.picker === 'body' ? (
        <BodyPicker only={offer.place} names={sites} chosen={entry.picks} onToggle={toggle} />
      ) : entry.picker === 'list' ? (
        <ListPicker
          label={offer.targetKind === 'muscle' ? 'Muscles' : 'Nerves'}
          names={offer.targetKind === 'muscle' ? MUSCLES : sites}
          chosen={entry.picks}
          onToggle={toggle}
        />
      ) : entry.picker === 'none' ? (
        <p>Through the sacral hiatus: there is no level and no side to choose.</p>
      ) : (
        <SpinePicker what={entry.picker} sided={offer.sided} chosen={entry.picks} onToggle={toggle} />
      )}
      <div className={classes['row']}>
        <Select
          label="Guidance"
          placeholder="Not said"
          data={MODALITIES.map((word) => ({
            value: word,
            label: word === 'ct' || word === 'mri' ? word.toUpperCase() : word,
          }))}
          value={entry.modality ?? null}
          onChange={(modality) => onChange({ ...entry, modality: modality ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': 'Guidance not said' }}
        />
        <YesNo label="Contrast" value={entry.contrast} onChange={(contrast) => onChange({ ...entry, contrast })} />
        <YesNo
          label="Images saved"
          value={entry.imagesSaved}
          onChange={(imagesSaved) => onChange({ ...entry, imagesSaved })}
        />
        <Select
          label="Intent"
          placeholder="Not said"
          data={['diagnostic', 'therapeutic']}
          value={entry.intent ?? null}
          onChange={(intent) => onChange({ ...entry, intent: intent ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': 'Intent not said' }}
        />
      </div>
      {offer.ablation && (
        <div className={classes['row']}>
          <Select
            label="Method"
            placeholder="Not said"
            data={METHODS.map((word) => ({ value: word, label: wordOf(word) }))}
            value={entry.method ?? null}
            onChange={(method) => onChange({ ...entry, method: method ?? undefined })}
            clearable
            clearButtonProps={{ 'aria-label': 'Method not said' }}
          />
          <NumberInput
            label="Temperature, °C"
            placeholder="Not said"
            value={entry.temperature ?? ''}
            onChange={(value) => onChange({ ...entry, temperature: typeof value === 'number' ? value : undefined })}
            min={0}
            max={120}
            hideControls
          />
        </div>
      )}
      <Agents agents={entry.agents} onChange={(agents) => onChange({ ...entry, agents })} />
    </div>
  );
}
