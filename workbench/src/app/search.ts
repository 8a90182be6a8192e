import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Value = string | number | boolean | undefined;
export type Search = Readonly<Record<string, Value>>;
/** Undefined takes a value out of the address. */
export type Changes<T> = { readonly [Name in keyof T]?: T[Name] | undefined };
export type Change<T> = (changes: Changes<T>, how?: { replace?: boolean }) => void;

/**
 * What stands behind the `?` of the address: filters, the chosen row, the open tab. What one sees has an address that can be
 * kept, sent and gone back to. Empty values leave the address.
 */
export function useAddress<T extends Search>(): [T, Change<T>] {
  const search = useSearch({ strict: false }) as unknown as T;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Changes<T>, { replace = false }: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        replace,
        search: (old: Search) =>
          Object.fromEntries(
            Object.entries({ ...old, ...changes }).filter(([, value]) => value !== undefined && value !== ''),
          ),
      });
    },
    [navigate],
  );
  return [search, change];
}
