import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLight, useLit } from '../answer/light.tsx';
import type { Quotes } from '../answer/quotes.ts';
import classes from './chart-text.module.css';
import { Legend } from './legend.tsx';
import { Mark } from './mark.tsx';
import { segmentsOf } from './segments.ts';
import { UsedBy } from './used-by.tsx';

interface Props {
  readonly document: string;
  readonly text: string;
  readonly quotes: Quotes;
}

/**
 * A document of the chart with the passages that the answer points to. One stop of the Tab key; the arrows walk from
 * passage to passage, Enter goes to what uses it.
 */
export function Chart({ document, text, quotes }: Props) {
  const here = useMemo(() => quotes.quotes.filter((quote) => quote.document === document), [quotes, document]);
  const segments = useMemo(() => segmentsOf(text.length, here), [text, here]);
  const stops = useMemo(() => segments.flatMap(({ first }) => first ?? []), [segments]);
  const [active, setActive] = useState<string>();
  const body = useRef<HTMLDivElement>(null);
  const light = useLight();
  useScrollToLit(body);
  const stop = active !== undefined && stops.includes(active) ? active : stops[0];

  const focus = (quote: string | undefined) => {
    if (quote === undefined) return;
    setActive(quote);
    body.current?.querySelector<HTMLElement>(`[data-quote="${CSS.escape(quote)}"]`)?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const position = stops.indexOf(stop ?? '');
    const to: Record<string, number> = {
      ArrowRight: position + 1,
      ArrowDown: position + 1,
      ArrowLeft: position - 1,
      ArrowUp: position - 1,
      Home: 0,
      End: stops.length - 1,
    };
    const next = to[event.key];
    if (event.key === 'Enter' && stop !== undefined) {
      event.preventDefault();
      goToUser(here.find(({ id }) => id === stop)?.users ?? []);
    } else if (event.key === 'Escape') light.dark();
    else if (next !== undefined && stops[next] !== undefined) {
      event.preventDefault();
      focus(stops[next]);
    }
  };

  return (
    <div className={classes['chart']}>
      {stops.length > 0 && <Legend kinds={new Set(here.map(({ kind }) => kind))} />}
      {/* The keys reach it from the passage that has the focus. */}
      <div className={classes['text']} ref={body} onKeyDown={walk} data-testid="chart-text">
        {segments.map((segment) => {
          const said = text.slice(segment.start, segment.end);
          if (segment.quotes.length === 0) return said;
          return (
            <Mark
              key={segment.start}
              segment={segment}
              text={said}
              stop={segment.first !== undefined && segment.first === stop}
              onActive={setActive}
            />
          );
        })}
      </div>
      <UsedBy users={quotes.users} onGo={(user) => goToUser([user])} />
    </div>
  );
}

/** Leads from a passage to the first thing on the screen that uses it. */
function goToUser(users: readonly string[]): void {
  for (const user of users) {
    const found = document.querySelector<HTMLElement>(`[data-user~="${CSS.escape(user)}"]`);
    if (!found) continue;
    const target =
      found.tabIndex >= 0 ? found : (found.querySelector<HTMLElement>('button, input, [tabindex="0"]') ?? found);
    found.scrollIntoView({ block: 'nearest' });
    target.focus();
    return;
  }
}

/** When the answer lights a passage, it is brought into sight, after a moment: a pointer that only passes by moves nothing. */
function useScrollToLit(body: { readonly current: HTMLElement | null }): void {
  const first = useLit(({ from, quotes }) => (from === 'answer' ? [...quotes][0] : undefined));
  useEffect(() => {
    if (first === undefined) return undefined;
    const timer = setTimeout(() => {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      body.current
        ?.querySelector(`[data-over~="${CSS.escape(first)}"]`)
        ?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
    }, 140);
    return () => clearTimeout(timer);
  }, [first, body]);
}
