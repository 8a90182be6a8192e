import { NumberInput } from '@mantine/core';
import { wordOf } from '../../ui/words.ts';
import classes from './form.module.css';
import { doseKey, type Pick, type ProcedureEntry, unitsOf } from './form-state.ts';

interface Props {
  readonly entry: ProcedureEntry;
  readonly onDose: (pick: Pick, units: number | undefined) => void;
}

/** Units of toxin at each place. The claim counts their sum. */
export function UnitsBySite({ entry, onDose }: Props) {
  const places = entry.picks.toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <fieldset className={classes['agents']}>
      <legend>Units by site</legend>
      <div className={classes['doses']}>
        {places.map((pick) => {
          const label = `${wordOf(pick.name)}${pick.side === 'midline' ? '' : `, ${pick.side}`}`;
          return (
            <label key={doseKey(pick)} className={classes['dose']}>
              <span>{label}</span>
              <NumberInput
                aria-label={`Units at ${label}`}
                placeholder="units"
                value={entry.doses?.[doseKey(pick)] ?? ''}
                onChange={(units) => onDose(pick, typeof units === 'number' ? units : undefined)}
                min={0}
                max={10_000}
                hideControls
                w="5rem"
              />
            </label>
          );
        })}
      </div>
      <p className={classes['instead']} role="status">
        {unitsOf(entry) > 0
          ? `${unitsOf(entry)} units in all: the amount of the toxin below.`
          : 'Their sum becomes the amount of the toxin below.'}
      </p>
    </fieldset>
  );
}
