import { queryOptions, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api, type Query } from './client.ts';
import type { Page } from './page.ts';

export interface Rows<Row> {
  readonly total: number | undefined;
  readonly error: Error | null;
  /** Undefined while its block is on the way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** The table says which rows it shows; their blocks are fetched, those scrolled past are called off. */
  readonly show: (first: number, last: number) => void;
}

/** Rows are fetched in blocks: one request serves several screens of scrolling. */
const BLOCK = 200;

interface Asked {
  readonly key: readonly unknown[];
  readonly path: string;
  readonly query?: Query;
  /** How long rows stay as they are, milliseconds; for ever when what they come from is finished. */
  readonly fresh?: number;
  /** Asks again after so many milliseconds, while rows still come. */
  readonly every?: number | undefined;
}

/** The window on a list of any length: only the blocks around what is on the screen are asked for, and soon forgotten. */
export function useRows<Row>({ key, path, query = {}, fresh = 10_000, every }: Asked): Rows<Row> {
  const [shown, setShown] = useState({ first: 0, last: 0 });
  const blocks = useMemo(() => {
    // The first block always: it knows how many there are.
    const wanted = new Set([0]);
    for (let block = shown.first; block <= shown.last; block++) wanted.add(block);
    return [...wanted];
  }, [shown]);
  const answers = useQueries({
    queries: blocks.map((block) =>
      queryOptions({
        queryKey: [...key, query, block],
        queryFn: ({ signal }) =>
          api.get<Page<Row>>(path, { signal, query: { ...query, offset: block * BLOCK, limit: BLOCK } }),
        staleTime: fresh,
        gcTime: 60_000,
        ...(every === undefined ? {} : { refetchInterval: every }),
      }),
    ),
  });
  const known = new Map(blocks.map((block, index) => [block, answers[index]?.data]));
  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / BLOCK), last: Math.floor(last / BLOCK) };
    setShown((old) => (old.first === next.first && old.last === next.last ? old : next));
  }, []);
  return {
    total: answers.find(({ data }) => data !== undefined)?.data?.total,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    rowAt: (index) => known.get(Math.floor(index / BLOCK))?.items[index % BLOCK],
    show,
  };
}
