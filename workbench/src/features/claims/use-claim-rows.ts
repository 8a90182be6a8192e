import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ClaimRow } from '@interspace/server/contract/batches';
import { BLOCK, claimBlock, type ClaimFilter } from './queries.ts';

export interface ClaimRows {
  readonly total: number | undefined;
  readonly error: Error | null;
  /** Undefined while its block is on the way. */
  readonly rowAt: (index: number) => ClaimRow | undefined;
  /** The table says which rows it shows; their blocks are fetched, those scrolled past are called off. */
  readonly show: (first: number, last: number) => void;
}

/** The window on a long list of claims: only the blocks around what is on the screen are asked for. */
export function useClaimRows(batch: string, filter: ClaimFilter): ClaimRows {
  const [shown, setShown] = useState({ first: 0, last: 0 });
  const blocks = useMemo(() => {
    // The first block always: it knows how many there are.
    const wanted = new Set([0]);
    for (let block = shown.first; block <= shown.last; block++) wanted.add(block);
    return [...wanted];
  }, [shown]);
  const answers = useQueries({ queries: blocks.map((block) => claimBlock(batch, filter, block)) });
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
