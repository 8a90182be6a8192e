import { memo } from 'react';
import type { Trace as TraceData } from '@interspace/core/model/review';
import { DayText } from '../day-text.tsx';
import classes from './answer.module.css';

/** What was not judged, and why; by which library and engine, so that the answer can be made again. */
export const Trace = memo(function Trace({ trace, record }: { trace: TraceData; record?: string | undefined }) {
  return (
    <div className={classes['stack']}>
      {trace.notEvaluated.length > 0 && (
        <ul className={classes['plain']}>
          {trace.notEvaluated.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p className={classes['quiet']}>
        {trace.dateOfService && (
          <>
            Judged for <DayText day={trace.dateOfService} />
            {' · '}
          </>
        )}
        {trace.contractor && `contractor ${trace.contractor} · `}
        library {trace.library} · engine {trace.engine} · input {trace.input}
        {record && ` · kept as ${record}`}
      </p>
    </div>
  );
});
