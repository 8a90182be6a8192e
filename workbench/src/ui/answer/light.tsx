import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import type { Quotes } from './quotes.ts';

/** What is lit: quotes and whatever points to them. `from` says which side asked, so that only the other one scrolls. */
interface Lit {
  readonly quotes: ReadonlySet<string>;
  readonly users: ReadonlySet<string>;
  readonly from: 'chart' | 'answer' | undefined;
}

const NOTHING: Lit = { quotes: new Set(), users: new Set(), from: undefined };

/** Lives beside React: a hundred marks listen, and only those that change are drawn again. */
export class Light {
  #lit = NOTHING;
  #quotes: Quotes = { quotes: [], users: new Map(), of: new Map() };
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly now = (): Lit => this.#lit;

  know(quotes: Quotes): void {
    this.#quotes = quotes;
    this.dark();
  }

  /** The quotes of a line, a criterion or a finding. Several users are lit together. */
  user(...ids: readonly string[]): void {
    const quotes = new Set(ids.flatMap((id) => this.#quotes.of.get(id) ?? []));
    this.#set({ quotes, users: new Set(ids), from: 'answer' });
  }

  /** A passage, and all that point to it. */
  quote(ids: readonly string[]): void {
    const users = new Set(this.#quotes.quotes.filter(({ id }) => ids.includes(id)).flatMap((quote) => quote.users));
    this.#set({ quotes: new Set(ids.slice(0, 1)), users, from: 'chart' });
  }

  dark(): void {
    this.#set(NOTHING);
  }

  #set(lit: Lit): void {
    this.#lit = lit;
    for (const listener of this.#listeners) listener();
  }
}

const LightContext = createContext(new Light());

export function LightProvider({ children }: { children: ReactNode }) {
  const [light] = useState(() => new Light());
  return <LightContext value={light}>{children}</LightContext>;
}

export const useLight = (): Light => useContext(LightContext);

/** Something small of what is lit; the caller is drawn again only when it changes. */
export function useLit<T extends string | number | boolean | undefined>(pick: (lit: Lit) => T): T {
  const light = useLight();
  return useSyncExternalStore(light.subscribe, () => pick(light.now()));
}

/** Props of an element that lights its quotes when it is hovered or focused. */
export function useUserProps(...ids: readonly string[]) {
  const light = useLight();
  const lit = useLit((now) => now.from === 'chart' && ids.some((id) => now.users.has(id)));
  const key = ids.join(' ');
  const handlers = useMemo(() => {
    const on = () => light.user(...key.split(' '));
    const off = () => light.dark();
    return { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off };
  }, [light, key]);
  return { ...handlers, 'data-lit': lit || undefined, 'data-user': key };
}
