import { replaceEqualDeep } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';

/** The same value with its unchanged parts kept as they were: what is drawn from them need not be drawn again. */
export function useShared<T>(value: T): T {
  const before = useRef(value);
  const shared = useMemo(() => replaceEqualDeep(before.current, value), [value]);
  useEffect(() => {
    before.current = shared;
  }, [shared]);
  return shared;
}

/** A handler that stays the same function and does what the one of the last drawing does. */
export function useSteady<Given extends unknown[], Answer>(act: (...given: Given) => Answer): typeof act {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
