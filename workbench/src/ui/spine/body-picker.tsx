import { PickOne } from '../pick-one.tsx';
import { wordOf } from '../words.ts';
import { Spot } from './spot.tsx';
import classes from './spine.module.css';
import { inWords, type Place } from './spine-picker.tsx';
import { useGridKeys } from './use-grid-keys.ts';

interface Props {
  /** The only place there is, or undefined for the joints of the whole body. */
  readonly only: string | undefined;
  /** Further places by name. */
  readonly names: readonly string[];
  readonly chosen: readonly Place[];
  readonly onToggle: (...places: readonly Place[]) => void;
}

/** Where the joints lie on the figure: distance from the middle, and height. */
const JOINTS: readonly { readonly name: string; readonly x: number; readonly y: number }[] = [
  { name: 'shoulder', x: 54, y: 98 },
  { name: 'elbow', x: 80, y: 170 },
  { name: 'sacroiliac', x: 20, y: 214 },
  { name: 'wrist', x: 94, y: 226 },
  { name: 'hip', x: 44, y: 254 },
  { name: 'trochanteric-bursa', x: 62, y: 284 },
  { name: 'knee', x: 32, y: 346 },
  { name: 'ankle', x: 30, y: 436 },
];
const ELSEWHERE: Readonly<Record<string, { x: number; y: number }>> = { genicular: { x: 32, y: 346 } };

/** The body as seen from behind: left is left. */
export function BodyPicker({ only, names, chosen, onToggle }: Props) {
  const keys = useGridKeys();
  const spots =
    only === undefined ? JOINTS.filter(({ name }) => name !== 'sacroiliac') : [{ name: only, ...placeOf(only) }];
  const isOn = (name: string, side: Place['side']) => chosen.some((one) => one.name === name && one.side === side);
  return (
    <div className={classes['picker']}>
      <svg
        viewBox="0 0 340 470"
        className={classes['body']}
        role="group"
        aria-label="Places on the body, seen from behind"
        {...keys}
      >
        <g aria-hidden className={classes['figure']}>
          <circle cx={170} cy={40} r={25} />
          <path d="M170 68 v8 M128 92 q42 -22 84 0 l-8 120 q-34 16 -68 0 z" />
          <path d="M122 100 q-14 6 -18 34 l-12 44 -16 62 M218 100 q14 6 18 34 l12 44 16 62" />
          <path d="M146 222 l-8 124 -2 92 M194 222 l8 124 2 92" />
        </g>
        <g aria-hidden className={classes['sides']}>
          <text x={60} y={24}>
            left
          </text>
          <text x={280} y={24}>
            right
          </text>
        </g>
        {spots.map(({ name, x, y }, row) => (
          <g key={name}>
            {(['left', 'right'] as const).map((side, column) => {
              const at = side === 'left' ? 170 - x : 170 + x;
              return (
                <g key={side}>
                  <Spot
                    x={at}
                    y={y}
                    row={row}
                    column={column}
                    label={`${wordOf(name)}, ${side}`}
                    on={isOn(name, side)}
                    onToggle={() => onToggle({ name, side })}
                    first={row === 0 && column === 0}
                  />
                  <text
                    aria-hidden
                    className={classes['spotName']}
                    x={side === 'left' ? 8 : 332}
                    y={y + 5}
                    textAnchor={side === 'left' ? 'start' : 'end'}
                  >
                    {side === 'left' || only !== undefined ? wordOf(name).replace(' bursa', '') : ''}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      {only === undefined && names.length > 0 && (
        <PickOne
          label="Another joint or bursa"
          placeholder="Find by name"
          data={names.flatMap((name) => [
            { value: `${name} left`, label: `${wordOf(name)}, left` },
            { value: `${name} right`, label: `${wordOf(name)}, right` },
          ])}
          onPick={(value) => {
            const [name, side] = value.split(' ');
            if (name && (side === 'left' || side === 'right')) onToggle({ name, side });
          }}
        />
      )}
      <p className={classes['chosen']} aria-live="polite">
        {chosen.length === 0 ? 'No place chosen yet.' : `Chosen: ${inWords(chosen)}`}
      </p>
    </div>
  );
}

function placeOf(name: string): { x: number; y: number } {
  return JOINTS.find((joint) => joint.name === name) ?? ELSEWHERE[name] ?? { x: 32, y: 240 };
}
