import { createRootRoute, createRoute, Navigate, Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { Permission } from '@interspace/server/contract/roles';
import { EmptyState } from '../ui/empty-state.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { Frame } from './frame.tsx';
import { NAVIGATION } from './navigation.ts';
import { useSession } from './session.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    needs?: Permission | undefined;
  }
}

export const rootRoute = createRootRoute({
  component: () => (
    <Suspense fallback={<Waiting what="Opening the screen" />}>
      <Outlet />
    </Suspense>
  ),
  errorComponent: ErrorScreen,
  notFoundComponent: NotFound,
});

/** Everything that needs somebody to be signed in, inside the frame. */
export const framedRoute = createRoute({ getParentRoute: () => rootRoute, id: 'framed', component: Framed });

/** `/` leads to the first screen that one may see. */
export const startRoute = createRoute({ getParentRoute: () => framedRoute, path: '/', component: Start });

function Framed() {
  const { user } = useSession();
  // As it was when it was asked for: on the way to the sign-in the address is already another.
  const { state } = useRouter();
  const [here] = useState(state.location.href);
  if (!user) return <Navigate to="/sign-in" search={{ next: here }} replace />;
  return (
    <Frame>
      <Allowed />
    </Frame>
  );
}

function Allowed() {
  const { may, user } = useSession();
  const needs = useMatches().at(-1)?.staticData.needs;
  if (needs && !may(needs))
    return (
      <EmptyState
        title="This screen is not for your role"
        text={`You are signed in as ${user?.role ?? 'nobody'}. An administrator can change what an account may do.`}
      />
    );
  return (
    <Suspense fallback={<Waiting what="Opening the screen" />}>
      <Outlet />
    </Suspense>
  );
}

function Start() {
  const { may } = useSession();
  const first = NAVIGATION.find(({ needs }) => may(needs));
  return <Navigate to={first?.path ?? '/work'} replace />;
}

function NotFound() {
  return (
    <EmptyState
      title="There is no such page"
      text="The address may be mistyped. The navigation leads to every screen."
    />
  );
}
