import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './ui.module.css';

/** Something is on its way. Says so only after a moment: what comes at once should not flicker. */
export function Waiting({ what }: { what: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes['waiting']} role="status" aria-live="polite">
      {shown && (
        <>
          <Loader aria-hidden />
          <span>{what} …</span>
        </>
      )}
    </div>
  );
}
