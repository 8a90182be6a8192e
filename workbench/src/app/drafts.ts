import { useCallback, useSyncExternalStore } from 'react';

/**
 * What is being worked on, by screen. It lives as long as the page: somebody may look something up elsewhere and come
 * back. Nothing of it is written to the machine of the reader, because it is a chart.
 */
const drafts = new Map<string, unknown>();
const listeners = new Set<() => void>();

/** Like `useState`, for something that outlives the screen. */
export function useDraft<T>(key: string, first: T): readonly [T, (change: (old: T) => T) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (drafts.has(key) ? (drafts.get(key) as T) : first),
  );
  const change = useCallback(
    (next: (old: T) => T) => {
      drafts.set(key, next(drafts.has(key) ? (drafts.get(key) as T) : first));
      for (const listener of listeners) listener();
    },
    // The first value counts only once.
    [key],
  );
  return [value, change];
}
