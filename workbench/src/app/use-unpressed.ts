import { useState, useSyncExternalStore } from 'react';

/** A press that never ends, because a list of choices swallowed its release, counts for no longer than this. */
const LONGEST_PRESS = 1000;

let pressed = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (pressed === next) return;
  pressed = next;
  for (const listener of listeners) listener();
}

function press(): void {
  clearTimeout(timer);
  timer = setTimeout(() => set(false), LONGEST_PRESS);
  set(true);
}

/** The click belongs to the press and comes after it, in the same task. */
function release(): void {
  clearTimeout(timer);
  timer = setTimeout(() => set(false), 0);
}

/** What ends a press: the pointer itself, or what is done with a list of choices that opened under it. */
const ENDS = ['pointerup', 'pointercancel', 'input', 'keydown'] as const;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('pointerdown', press, true);
    for (const end of ENDS) addEventListener(end, release, true);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener('pointerdown', press, true);
    for (const end of ENDS) removeEventListener(end, release, true);
    release();
  };
}

/**
 * The value as it was when the pointer went down, until it is up again. An answer that arrives in between would move
 * what is being pressed away from under the pointer, and the click would be lost.
 */
export function useUnpressed<T>(value: T): T {
  const waiting = useSyncExternalStore(subscribe, () => pressed);
  const [shown, show] = useState(value);
  if (!waiting && !Object.is(shown, value)) show(value);
  return waiting ? shown : value;
}
