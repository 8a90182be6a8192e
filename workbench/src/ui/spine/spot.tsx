import classes from './spine.module.css';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly row: number;
  readonly column: number;
  /** Its name for those who cannot see where it lies. */
  readonly label: string;
  readonly text?: string;
  readonly on: boolean;
  readonly mixed?: boolean;
  /** The stop of the Tab key before anything has had the focus. */
  readonly first?: boolean;
  readonly onToggle: () => void;
}

/** A place that can be ticked: a box in a drawing. */
export function Spot({
  x,
  y,
  width = 30,
  row,
  column,
  label,
  text,
  on,
  mixed = false,
  first = false,
  onToggle,
}: Props) {
  return (
    <g
      role="checkbox"
      aria-checked={on ? true : mixed ? 'mixed' : false}
      aria-label={label}
      tabIndex={first ? 0 : -1}
      data-spot={`${row} ${column}`}
      data-on={on || undefined}
      className={classes['spot']}
      onClick={onToggle}
    >
      <rect x={x - width / 2} y={y - 14} width={width} height={28} rx={text ? 8 : 14} />
      <text x={x} y={y + 5}>
        {text ?? (on ? '✓' : '')}
      </text>
    </g>
  );
}
