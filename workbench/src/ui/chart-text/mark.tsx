import { memo } from 'react';
import { useLight, useLit } from '../answer/light.tsx';
import classes from './chart-text.module.css';
import type { Segment } from './segments.ts';

const SPOKEN = { done: 'what was done', why: 'supports a criterion', amiss: 'something to look at' } as const;

interface Props {
  readonly segment: Segment;
  readonly text: string;
  /** It is the stop of the Tab key. */
  readonly stop: boolean;
  readonly onActive: (quote: string) => void;
}

/** A marked stretch of the note. */
export const Mark = memo(function Mark({ segment: { quotes, kind = 'done', first }, text, stop, onActive }: Props) {
  const light = useLight();
  const lit = useLit((now) => quotes.some((id) => now.quotes.has(id)));
  const on = () => light.quote(first === undefined ? quotes : [first, ...quotes]);
  const shared = {
    className: classes['mark'],
    'data-kind': kind,
    'data-lit': lit || undefined,
    'data-over': quotes.join(' '),
    onMouseEnter: on,
    onMouseLeave: () => light.dark(),
  };
  if (first === undefined) return <mark {...shared}>{text}</mark>;
  return (
    <mark
      {...shared}
      data-quote={first}
      role="button"
      aria-label={`${text.trim()}: ${SPOKEN[kind]}`}
      tabIndex={stop ? 0 : -1}
      onFocus={() => {
        onActive(first);
        on();
      }}
      onBlur={() => light.dark()}
    >
      {text}
    </mark>
  );
});
