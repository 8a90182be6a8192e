import { type ReactNode, useEffect, useState } from 'react';

/** What nobody needs in the first moment: it is made when the browser has time, after the screen stands. */
export function Later({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(() => setNow(true), 200);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(() => setNow(true), { timeout: 1_000 });
    return () => cancelIdleCallback(waiting);
  }, []);
  return now && children;
}
