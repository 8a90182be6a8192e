import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Permission } from '@interspace/server/contract/roles';
import { framedRoute, rootRoute, startRoute } from './root-routes.tsx';

type ScreenModule = Promise<{ Screen: ComponentType }>;

/** One address of the workbench and the file that draws it, which is fetched when it is first opened. */
interface Address {
  /** In the manner of TanStack Router: `/claims/$batch`. */
  readonly path: string;
  /** Missing permission: the frame says so instead of drawing the screen. */
  readonly needs?: Permission;
  readonly load: () => ScreenModule;
}

/** Screens within the frame. A feature exports `Screen` and asks `useParams`/`useSearch({ strict: false })` for the rest. */
const ADDRESSES: readonly Address[] = [
  { path: '/review', needs: 'review', load: () => import('../features/review/screen.tsx') },
  { path: '/form', needs: 'review', load: () => import('../features/form/screen.tsx') },
  { path: '/claims', needs: 'claims:read', load: () => import('../features/claims/screen.tsx') },
  { path: '/claims/$batch', needs: 'claims:read', load: () => import('../features/claims/batch-screen.tsx') },
  { path: '/patients', needs: 'chart:read', load: () => import('../features/patients/screen.tsx') },
  { path: '/patients/$patient', needs: 'chart:read', load: () => import('../features/patients/patient-screen.tsx') },
  { path: '/work', needs: 'work:read', load: () => import('../features/work/screen.tsx') },
  { path: '/rulebook', needs: 'rulebook:read', load: () => import('../features/rulebook/screen.tsx') },
  { path: '/library', needs: 'rulebook:read', load: () => import('../features/library/screen.tsx') },
  { path: '/accounts', needs: 'accounts:write', load: () => import('../features/accounts/screen.tsx') },
  { path: '/account', load: () => import('../features/accounts/own-screen.tsx') },
  { path: '/audit', needs: 'audit:read', load: () => import('../features/audit/screen.tsx') },
];

/** Screens without the frame: nobody is signed in there. */
const BARE: readonly Address[] = [
  { path: '/sign-in', load: () => import('../features/sign-in/screen.tsx') },
  { path: '/setup', load: () => import('../features/sign-in/setup-screen.tsx') },
];

function route({ path, needs, load }: Address, parent: () => AnyRoute): AnyRoute {
  return createRoute({
    getParentRoute: parent,
    path,
    component: lazyRouteComponent(load, 'Screen'),
    staticData: { needs },
  });
}

export const routeTree = rootRoute.addChildren([
  framedRoute.addChildren([startRoute, ...ADDRESSES.map((address) => route(address, () => framedRoute))]),
  ...BARE.map((address) => route(address, () => rootRoute)),
]);
