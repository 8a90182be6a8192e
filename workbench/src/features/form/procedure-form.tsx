import { SegmentedControl, Select } from '@mantine/core';
import { useVocabulary } from '../../app/api/review.ts';
import { BodyPicker } from '../../ui/spine/body-picker.tsx';
import { ListPicker } from '../../ui/spine/list-picker.tsx';
import { SpinePicker } from '../../ui/spine/spine-picker.tsx';
import { Agents } from './agents.tsx';
import { Asks } from './asks.tsx';
import { PICKER_WORDS } from './catalogue.ts';
import classes from './form.module.css';
import { offerOf, type Pick, type ProcedureEntry, toggled, withDose, withSum } from './form-state.ts';
import { UnitsBySite } from './units-by-site.tsx';
import { YesNo } from './yes-no.tsx';

interface Props {
  readonly entry: ProcedureEntry;
  readonly onChange: (entry: ProcedureEntry) => void;
}

const MODALITIES = ['fluoroscopy', 'ct', 'ultrasound', 'mri', 'none'] as const;

/** Where, under which guidance, with what. */
export function ProcedureForm({ entry, onChange }: Props) {
  const offer = offerOf(entry.kind);
  const { words } = useVocabulary();
  if (!offer) return null;
  const isToxin = (drug: string) => words?.drugs.find(({ name }) => name === drug)?.role === 'toxin';
  const toggle = (...places: readonly Pick[]) =>
    onChange(withSum({ ...entry, picks: toggled(entry.picks, ...places) }, isToxin));
  const sites = words?.procedures.find(({ kind }) => kind === entry.kind)?.sites ?? [];
  const asks = offer.asks && (
    <Asks asks={offer.asks} told={entry.told ?? {}} onChange={(told) => onChange({ ...entry, told })} />
  );
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
      {offer.placeMayLack && asks}
      {offer.aim && <p className={classes['instead']}>{offer.aim}</p>}
      {entry.picker === 'body' ? (
        <BodyPicker only={offer.place} names={sites} chosen={entry.picks} onToggle={toggle} />
      ) : entry.picker === 'list' ? (
        <ListPicker
          label={offer.listed ?? 'Places'}
          names={offer.names ?? sites}
          sided={offer.sided}
          chosen={entry.picks}
          onToggle={toggle}
        />
      ) : entry.picker === 'none' ? (
        <p className={classes['instead']}>{offer.instead}</p>
      ) : (
        <SpinePicker
          what={entry.picker}
          sided={offer.sided}
          start={offer.part}
          chosen={entry.picks}
          onToggle={toggle}
        />
      )}
      {!offer.placeMayLack && asks}
      {!offer.unguided && (
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
      )}
      {offer.toxin && entry.picks.length > 0 && (
        <UnitsBySite entry={entry} onDose={(pick, units) => onChange(withDose(entry, pick, units, isToxin))} />
      )}
      {!offer.unguided && (
        <Agents
          agents={entry.agents}
          first={offer.toxin ? 'toxin' : undefined}
          onChange={(agents) =>
            onChange(
              // A toxin that is added after the units of its places has their sum at once.
              agents.length > entry.agents.length ? withSum({ ...entry, agents }, isToxin) : { ...entry, agents },
            )
          }
        />
      )}
    </div>
  );
}
