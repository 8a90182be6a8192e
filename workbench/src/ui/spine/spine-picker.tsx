import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { PARTS, rowsOf, type SpinePart } from './places.ts';
import { Spot } from './spot.tsx';
import classes from './spine.module.css';
import { useGridKeys } from './use-grid-keys.ts';

export interface Place {
  readonly name: string;
  readonly side: 'left' | 'right' | 'midline';
}

interface Props {
  readonly what: 'interspace' | 'joint' | 'nerve' | 'root' | 'vertebra';
  readonly sided: boolean;
  readonly chosen: readonly Place[];
  /** Part that is shown first. */
  readonly start?: SpinePart | undefined;
  /** All of them are turned together: on, unless all were on. */
  readonly onToggle: (...places: readonly Place[]) => void;
}

const STEP = 54;
const TOP = 44;
const WORDS = {
  interspace: 'interspaces',
  joint: 'levels',
  nerve: 'nerves',
  root: 'roots',
  vertebra: 'vertebrae',
} as const;

/**
 * The spine as seen from behind: left is left. Each place is a box that can be ticked; arrows walk over them, the blank
 * key ticks. The name at the left margin ticks both sides.
 */
export function SpinePicker({ what, sided, chosen, start = 'lumbar', onToggle }: Props) {
  const [part, setPart] = useState<SpinePart>(start);
  const keys = useGridKeys();
  const bodies = PARTS[part];
  const rows = rowsOf(part, what);
  const height = TOP + bodies.length * STEP + 12;
  const y = (at: number) => TOP + at * STEP + STEP / 2 - 8;
  const isOn = (name: string, side: Place['side']) => chosen.some((one) => one.name === name && one.side === side);
  const both = (name: string): readonly Place[] => [
    { name, side: 'left' },
    { name, side: 'right' },
  ];
  return (
    <div className={classes['picker']}>
      <SegmentedControl
        value={part}
        onChange={(value) => setPart(value)}
        data={[
          { value: 'cervical', label: 'Neck' },
          { value: 'thoracic', label: 'Upper back' },
          { value: 'lumbar', label: 'Low back' },
        ]}
        fullWidth
        aria-label="Part of the spine"
      />
      <svg
        viewBox={`0 0 340 ${height}`}
        className={classes['spine']}
        role="group"
        aria-label={`${WORDS[what]}, seen from behind`}
        {...keys}
      >
        <g aria-hidden className={classes['sides']}>
          {sided && (
            <>
              <text x={126} y={24}>
                left
              </text>
              <text x={256} y={24}>
                right
              </text>
            </>
          )}
        </g>
        {bodies.map((name, index) => (
          <Vertebra
            key={name}
            name={name}
            y={y(index)}
            part={part}
            last={name === 'S1'}
            covered={what === 'vertebra'}
          />
        ))}
        {rows.map(({ name, at }, row) => (
          <g key={name}>
            {sided && (
              <Spot
                x={36}
                y={y(at)}
                width={68}
                row={row}
                column={0}
                label={`${name}, both sides`}
                text={name}
                on={both(name).every(({ side }) => isOn(name, side))}
                mixed={both(name).some(({ side }) => isOn(name, side))}
                onToggle={() => onToggle(...both(name))}
                first={row === 0}
              />
            )}
            {sided ? (
              <>
                <Spot
                  x={126}
                  y={y(at)}
                  row={row}
                  column={1}
                  label={`${name}, left`}
                  on={isOn(name, 'left')}
                  onToggle={() => onToggle({ name, side: 'left' })}
                />
                <Spot
                  x={256}
                  y={y(at)}
                  row={row}
                  column={2}
                  label={`${name}, right`}
                  on={isOn(name, 'right')}
                  onToggle={() => onToggle({ name, side: 'right' })}
                />
              </>
            ) : (
              <Spot
                x={191}
                y={y(at)}
                width={84}
                row={row}
                column={0}
                label={name}
                text={name}
                on={isOn(name, 'midline')}
                onToggle={() => onToggle({ name, side: 'midline' })}
                first={row === 0}
              />
            )}
          </g>
        ))}
      </svg>
      <p className={classes['chosen']} aria-live="polite">
        {chosen.length === 0 ? `No ${WORDS[what]} chosen yet.` : `Chosen: ${inWords(chosen)}`}
      </p>
    </div>
  );
}

interface VertebraProps {
  readonly name: string;
  readonly y: number;
  readonly part: SpinePart;
  readonly last: boolean;
  /** The box to tick stands in its place. */
  readonly covered: boolean;
}

function Vertebra({ name, y, part, last, covered }: VertebraProps) {
  const width = part === 'cervical' ? 58 : part === 'thoracic' ? 66 : 78;
  if (covered)
    return last ? null : (
      <path aria-hidden className={classes['process']} d={`M${191 - width / 2 - 16} ${y} h${width + 32}`} />
    );
  if (last)
    return (
      <g aria-hidden>
        <path className={classes['bone']} d={`M${191 - 50} ${y - 15} h100 l-18 34 q-32 14 -64 0 z`} />
        <text className={classes['boneName']} x={191} y={y + 5}>
          S1
        </text>
      </g>
    );
  return (
    <g aria-hidden>
      <path className={classes['process']} d={`M${191 - width / 2 - 16} ${y} h${width + 32}`} />
      <rect className={classes['bone']} x={191 - width / 2} y={y - 16} width={width} height={32} rx={8} />
      <text className={classes['boneName']} x={191} y={y + 5}>
        {name}
      </text>
    </g>
  );
}

/** `L4-L5 both sides, L5-S1 left`. */
export function inWords(places: readonly Place[]): string {
  const names = [...new Set(places.map(({ name }) => name))];
  return names
    .map((name) => {
      const sides = new Set(places.filter((place) => place.name === name).map(({ side }) => side));
      const said = name.replaceAll(/-(?=[a-z])/g, ' ');
      if (sides.has('left') && sides.has('right')) return `${said} both sides`;
      return sides.has('left') ? `${said} left` : sides.has('right') ? `${said} right` : said;
    })
    .join(', ');
}
