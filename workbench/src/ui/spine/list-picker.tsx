import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { wordOf } from '../words.ts';
import classes from './spine.module.css';
import { inWords, type Place } from './spine-picker.tsx';

interface Props {
  /** What the places are, such as `Muscles`. */
  readonly label: string;
  readonly names: readonly string[];
  /** Each has a left and a right one; else one box. */
  readonly sided: boolean;
  readonly chosen: readonly Place[];
  readonly onToggle: (...places: readonly Place[]) => void;
}

const SIDES = { left: 'left', right: 'right', midline: 'treated' } as const;

/** Places by name, with a box for each side. */
export function ListPicker({ label, names, sided, chosen, onToggle }: Props) {
  const sides = sided ? (['left', 'right'] as const) : (['midline'] as const);
  const [search, setSearch] = useState('');
  const isOn = (name: string, side: Place['side']) => chosen.some((one) => one.name === name && one.side === side);
  const shown = names.filter(
    (name) => wordOf(name).includes(search.toLowerCase()) || chosen.some((one) => one.name === name),
  );
  return (
    <div className={classes['picker']}>
      {names.length > 6 && (
        <TextInput
          aria-label={`Find among ${label.toLowerCase()}`}
          placeholder="Find by name"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div className={classes['list']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  {SIDES[side]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((name) => (
              <tr key={name}>
                <th scope="row">{wordOf(name)}</th>
                {sides.map((side) => (
                  <td key={side}>
                    <input
                      type="checkbox"
                      className={classes['box']}
                      aria-label={sided ? `${wordOf(name)}, ${side}` : wordOf(name)}
                      checked={isOn(name, side)}
                      onChange={() => onToggle({ name, side })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p>No such name.</p>}
      </div>
      <p className={classes['chosen']} aria-live="polite">
        {chosen.length === 0 ? 'Nothing chosen yet.' : `Chosen: ${inWords(chosen)}`}
      </p>
    </div>
  );
}
