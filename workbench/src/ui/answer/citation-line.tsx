import type { Citation } from '@interspace/core/model/citation';
import { dayInWords } from '../day-text.tsx';
import classes from './answer.module.css';

interface Props {
  readonly citation?: Citation | undefined;
  /** Id of what speaks, as `interspace explain` knows it. */
  readonly id?: string;
}

/** Where the rulebook says so, and how sure we are of it. */
export function CitationLine({ citation, id }: Props) {
  if (!citation) return id ? <p className={classes['citation']}>Rule {id}</p> : null;
  const { document, section, gist, url, read, confidence, standing } = citation;
  const doubts = [
    confidence === 'high' ? undefined : `${confidence} confidence`,
    standing === undefined || standing === 'settled' ? undefined : standing,
  ].filter((doubt) => doubt !== undefined);
  const name = [document, section].filter((part) => part !== undefined).join(' · ');
  return (
    <p className={classes['citation']}>
      {url ? (
        <a className={classes['source']} data-hint={gist} href={url} target="_blank" rel="noreferrer noopener">
          {name}
        </a>
      ) : (
        // The gist is there for the keyboard as well.
        <span tabIndex={0} className={classes['cited']} data-hint={gist}>
          {name}
        </span>
      )}
      {doubts.length > 0 && <span> · {doubts.join(', ')}</span>}
      {read && <span> · read {dayInWords(read)}</span>}
      <span className="is-paper-only">: {gist}</span>
    </p>
  );
}
