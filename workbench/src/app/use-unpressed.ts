import { useState, useSyncExternalStore } from 'react';

/** What ends a press: the pointer itself, or what is done with a list of choices that opened under it. */
const ENDS = ['pointerup', 'pointercancel', 'input', 'keydown'] as const;

let pressed = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (pressed === next) return;
  pressed = next;
  for (const listener of listeners) listener();
}

const press = (): void => set(true);
/** The click belongs to the press and comes after it, in the same task. */
const release = (): void => {
  if (pressed) setTimeout(() => set(false), 0);
};
/** A list of choices that opens under the pointer swallows its release: then the pointer comes back with nothing down. */
const hover = ({ buttons }: PointerEvent): void => {
  if (buttons === 0) release();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('pointerdown', press, true);
    addEventListener('pointermove', hover, true);
    for (const end of ENDS) addEventListener(end, release, true);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener('pointerdown', press, true);
    removeEventListener('pointermove', hover, true);
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
