import { ApiProblem } from '../app/api/problem.ts';
import classes from './ui.module.css';

interface Props {
  readonly error: Error;
  /** What could not be done, in the words of the screen; the problem's own title otherwise. */
  readonly title?: string;
}

/** What went wrong, where, and what to do about it. */
export function ProblemNote({ error, title }: Props) {
  const problem = error instanceof ApiProblem ? error : undefined;
  const heading = title ?? problem?.title ?? 'This did not work';
  const said = error.message === heading ? undefined : error.message;
  return (
    <div className={classes['problem']} role="alert">
      <h2>{heading}</h2>
      {said && <p>{said}</p>}
      {problem && problem.issues.length > 0 && (
        <ul>
          {problem.issues.map(({ code, message, at, hint }) => (
            <li key={`${code} ${at ?? ''} ${message}`}>
              {message}
              {at && <span className={classes['quiet']}> ({at})</span>}
              {hint && <div className={classes['quiet']}>{hint}</div>}
            </li>
          ))}
        </ul>
      )}
      {problem?.request && <p className={classes['quiet']}>Number of the request for the logs: {problem.request}</p>}
    </div>
  );
}
