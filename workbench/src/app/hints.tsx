import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import classes from './hints.module.css';

interface Hint {
  readonly target: HTMLElement;
  readonly text: string;
  readonly keys: string | undefined;
}

const PAUSE = 300;
const GAP = 6;

/**
 * Shows `data-hint` (and `data-hint-keys`) of whatever the pointer or the focus rests on, and what is cut off. One for the whole page: a component
 * around each of a hundred buttons would cost more than the buttons.
 */
export function Hints() {
  const [hint, setHint] = useState<Hint>();
  const [place, setPlace] = useState<CSSProperties>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const away = () => {
      clearTimeout(timer);
      setHint(undefined);
    };
    const over = (event: Event) => {
      if (!(event.target instanceof Element) || box.current?.contains(event.target)) return;
      const target = event.target.closest<HTMLElement>('[data-hint]') ?? cutOff(event.target);
      clearTimeout(timer);
      if (!target) return away();
      // The focus of a click on something is no question what it is.
      if (event.type === 'focusin' && !target.matches(':focus-visible')) return;
      timer = setTimeout(
        () => setHint({ target, text: target.dataset['hint'] ?? wordsIn(target), keys: target.dataset['hintKeys'] }),
        PAUSE,
      );
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && away();
    const listening = [
      ['pointerover', over],
      ['focusin', over],
      ['focusout', away],
      ['pointerdown', away],
      ['scroll', away],
      ['keydown', key],
    ] as const;
    for (const [name, act] of listening) document.addEventListener(name, act as EventListener, true);
    return () => {
      clearTimeout(timer);
      for (const [name, act] of listening) document.removeEventListener(name, act as EventListener, true);
    };
  }, []);

  useLayoutEffect(() => {
    if (!hint || !box.current) return undefined;
    setPlace(placeOf(hint.target.getBoundingClientRect(), box.current.getBoundingClientRect(), hint.target));
    hint.target.setAttribute('aria-describedby', 'hint');
    return () => {
      hint.target.removeAttribute('aria-describedby');
      setPlace(undefined);
    };
  }, [hint]);

  if (!hint) return null;
  return (
    <div ref={box} id="hint" role="tooltip" className={classes['hint']} style={place ?? { visibility: 'hidden' }}>
      {hint.text}
      {hint.keys !== undefined && <Kbd keys={hint.keys} />}
    </div>
  );
}

/** A cell or a field whose words do not fit: they are told whole. */
function cutOff(at: Element): HTMLElement | undefined {
  const found = at.closest<HTMLElement>('[role=gridcell], input');
  return found && found.scrollWidth > found.clientWidth + 1 && wordsIn(found) !== '' ? found : undefined;
}

function wordsIn(target: HTMLElement): string {
  return target instanceof HTMLInputElement ? target.value : (target.textContent ?? '');
}

/** Beside the rail of the frame, else above; below where there is no room. */
function placeOf(of: DOMRect, own: DOMRect, target: HTMLElement): CSSProperties {
  if (target.closest('nav')) return { left: of.right + GAP, top: Math.max(GAP, of.top + (of.height - own.height) / 2) };
  const left = Math.min(Math.max(GAP, of.left + (of.width - own.width) / 2), innerWidth - own.width - GAP);
  const above = of.top - own.height - GAP;
  return { left, top: above > GAP ? above : of.bottom + GAP };
}
