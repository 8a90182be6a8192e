import type { QuoteKind } from '../answer/quotes.ts';
import classes from './chart-text.module.css';

const WORDS: readonly (readonly [QuoteKind, string])[] = [
  ['done', 'what was done'],
  ['why', 'carries a criterion'],
  ['amiss', 'look at this'],
];

/** What the marks of a chart mean: by underline as well as by colour. */
export function Legend({ kinds }: { kinds: ReadonlySet<QuoteKind> }) {
  return (
    <p className={`${classes['legend']} is-screen-only`}>
      {WORDS.filter(([kind]) => kinds.has(kind)).map(([kind, words]) => (
        <span key={kind} className={classes['mark']} data-kind={kind}>
          {words}
        </span>
      ))}
    </p>
  );
}
