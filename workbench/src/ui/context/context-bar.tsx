import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { memo } from 'react';
import type { Context } from '@interspace/core/model/review-input';
import { useVocabulary } from '../../app/api/review.ts';
import { rememberContext } from '../answer/remembered-context.ts';
import classes from './context.module.css';
import { PatientPicker } from './patient-picker.tsx';
import { CLAIM_TYPES, PLACES } from './places.ts';

interface Props {
  readonly context: Context;
  readonly onChange: (context: Context) => void;
  /** Date that was read in the chart; used unless another is given. */
  readonly dateRead?: string | undefined;
  /** What stands in the empty field of the date. */
  readonly dateHint?: string;
  readonly patient?: { id: string; name: string } | undefined;
  readonly onPatient?: (patient: { id: string; name: string } | undefined) => void;
}

/** What is known from outside the chart: who judges, where, when. Kept for the next encounter, but for date and patient. */
export const ContextBar = memo(function ContextBar({
  context,
  onChange,
  dateRead,
  dateHint = 'As in the note',
  patient,
  onPatient,
}: Props) {
  const { words } = useVocabulary();
  const set = (part: Partial<Context>) => {
    const next = Object.fromEntries(
      Object.entries({ ...context, ...part }).filter(([, value]) => value !== undefined && value !== null),
    ) as Context;
    rememberContext(next);
    onChange(next);
  };
  const payers = (words?.payers ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const place = context.placeOfService;
  const places =
    place && !PLACES.some(({ value }) => value === place) ? [...PLACES, { value: place, label: place }] : PLACES;
  return (
    <div className={classes['bar']} role="group" aria-label="Encounter">
      {onPatient && <PatientPicker patient={patient} onChange={onPatient} />}
      <Select
        label="Payer"
        placeholder="Original Medicare"
        data={payers}
        value={context.payer ?? null}
        onChange={(payer) => set({ payer: payer ?? undefined })}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="No payer of this name"
        className={classes['wide']}
      />
      <Select
        label="State"
        placeholder="?"
        data={words?.states ?? []}
        value={context.state ?? null}
        onChange={(state) => set({ state: state ?? undefined })}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="None"
        className={classes['narrow']}
      />
      <Select
        label="Place of service"
        placeholder="Not given"
        data={[...places]}
        value={place ?? null}
        onChange={(value) => set({ placeOfService: value ?? undefined })}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="No such place"
        comboboxProps={{ width: 300, position: 'bottom-start' }}
        className={classes['wide']}
      />
      <DateInput
        label="Date of service"
        placeholder={dateRead?.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1') ?? dateHint}
        value={context.dateOfService ?? null}
        onChange={(day) => set({ dateOfService: (day ?? undefined) as Context['dateOfService'] })}
        valueFormat="MM/DD/YYYY"
        clearable
        clearButtonProps={{ 'aria-label': 'No date' }}
        popoverProps={{ withinPortal: true }}
        className={classes['date']}
      />
      <Select
        label="Claim"
        placeholder="Professional"
        data={[...CLAIM_TYPES]}
        value={context.claimType ?? null}
        onChange={(claimType) => set({ claimType: (claimType ?? undefined) as Context['claimType'] })}
        comboboxProps={{ width: 200, position: 'bottom-start' }}
        className={classes['middle']}
      />
    </div>
  );
});
