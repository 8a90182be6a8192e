import type { Outcome, Status } from '@interspace/core/model/determination';
import classes from './ui.module.css';

interface Look {
  readonly status: Status;
  readonly mark: string;
  readonly word: string;
}

const STATUS: Readonly<Record<Status, Look>> = {
  met: { status: 'met', mark: '✓', word: 'met' },
  'not-met': { status: 'not-met', mark: '✗', word: 'not met' },
  unknown: { status: 'unknown', mark: '?', word: 'unknown' },
  'not-applicable': { status: 'not-applicable', mark: '·', word: 'not applicable' },
};

const OUTCOME: Readonly<Record<Outcome, Look>> = {
  meets: { status: 'met', mark: '✓', word: 'Meets the criteria' },
  fails: { status: 'not-met', mark: '✗', word: 'Does not meet' },
  incomplete: { status: 'unknown', mark: '?', word: 'Not yet known' },
  'no-policy': { status: 'not-applicable', mark: '·', word: 'Not judged' },
};

interface SignProps {
  readonly status: Status;
  /** Other words than the usual ones. */
  readonly word?: string | undefined;
  /** Only the mark is drawn; the word is still spoken. */
  readonly bare?: boolean;
}

/** Met, not met, unknown or not applicable: a mark, a shape, a colour and a word, so that no single one carries it. */
export function StatusSign({ status, word, bare = false }: SignProps) {
  return <Sign look={STATUS[status]} word={word} bare={bare} />;
}

/** The outcome of one policy for one line. */
export function OutcomeSign({ outcome, bare = false }: { outcome: Outcome; bare?: boolean }) {
  return <Sign look={OUTCOME[outcome]} bare={bare} />;
}

function Sign({ look, word = look.word, bare }: { look: Look; word?: string | undefined; bare: boolean }) {
  return (
    <span className={`${classes['sign']} ${classes[look.status]}`}>
      <span className={classes['mark']} aria-hidden>
        {look.mark}
      </span>
      <span className={bare ? 'is-spoken' : undefined}>{word}</span>
    </span>
  );
}
