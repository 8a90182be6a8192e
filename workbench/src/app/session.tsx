import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Permission } from '@interspace/server/contract/roles';
import type { Session } from '@interspace/server/contract/session';
import { api, rememberSession, whenExpired } from './api/client.ts';

export type User = NonNullable<Session['user']>;

interface SessionState {
  readonly session: Session;
  readonly user: User | undefined;
  readonly may: (permission: Permission) => boolean;
  /** Asks the server again who is signed in. */
  readonly refresh: () => Promise<Session>;
  readonly signOut: () => Promise<void>;
  /** The session ended while somebody was at work; `settle` lets the waiting requests go on, or fail. */
  readonly expired: boolean;
  readonly settle: (signedIn: boolean) => void;
}

const SessionContext = createContext<SessionState | undefined>(undefined);

/** Who is signed in. The first time it is what `public/early.js` asked for already. */
export async function fetchSession(): Promise<Session> {
  const early = (globalThis as { interspaceSession?: Promise<Response> | undefined }).interspaceSession;
  (globalThis as { interspaceSession?: unknown }).interspaceSession = undefined;
  const answer = await early?.catch(() => undefined);
  const session = answer?.ok
    ? ((await answer.json()) as Session)
    : await api.get<Session>('/session', { signingIn: true });
  rememberSession(session);
  return session;
}

interface Props {
  readonly children: ReactNode;
  /** While nobody knows yet who is signed in. */
  readonly waiting: ReactNode;
  readonly failed: (error: Error, again: () => void) => ReactNode;
}

/** Who is signed in, and what they may do. An expired session stops requests, it never loses what stands on the screen. */
export function SessionProvider({ children, waiting, failed }: Props) {
  const client = useQueryClient();
  const {
    data: session,
    error,
    refetch,
  } = useQuery({ queryKey: ['session'], queryFn: fetchSession, staleTime: Infinity });
  const [expired, setExpired] = useState(false);
  const pending = useRef<((signedIn: boolean) => void)[]>([]);

  useEffect(() => {
    whenExpired(
      () =>
        new Promise((resolve) => {
          pending.current.push(resolve);
          setExpired(true);
        }),
    );
    return () => whenExpired(undefined);
  }, []);

  const state = useMemo<SessionState | undefined>(() => {
    if (!session) return undefined;
    const permissions = new Set(session.user?.permissions);
    return {
      session,
      user: session.user,
      may: (permission) => permissions.has(permission),
      async refresh() {
        const fresh = await fetchSession();
        client.setQueryData(['session'], fresh);
        return fresh;
      },
      async signOut() {
        await api.post('/sign-out', {}, { signingIn: true });
        location.assign('/sign-in');
      },
      expired,
      settle(signedIn) {
        setExpired(false);
        for (const resolve of pending.current.splice(0)) resolve(signedIn);
      },
    };
  }, [session, expired, client]);

  if (state) return <SessionContext value={state}>{children}</SessionContext>;
  if (error) return failed(error, () => void refetch());
  return waiting;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession stands outside SessionProvider');
  return state;
}
