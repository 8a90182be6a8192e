import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/dropzone/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Waiting } from '../ui/waiting.tsx';
import { makeQueryClient } from './api/query-client.ts';
import { CommandProvider } from './commands.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { announceNonce, pageNonce } from './nonce.ts';
import { routeTree } from './routes.tsx';
import { fetchSession, SessionProvider } from './session.tsx';
import { colours, theme, variables } from './theme.ts';

announceNonce();
const client = makeQueryClient();
const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: false });
// The page is drawn once, when both are there; not first without and then with them, unless they take their time.
const ready = Promise.allSettled([
  client.prefetchQuery({ queryKey: ['session'], queryFn: fetchSession, staleTime: Infinity }),
  router.preloadRoute({ to: location.pathname }),
]);
await Promise.race([ready, new Promise((late) => setTimeout(late, 400))]);

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
      cssVariablesResolver={variables}
      getStyleNonce={pageNonce}
    >
      <Notifications position="bottom-right" autoClose={6_000} />
      <QueryClientProvider client={client}>
        <SessionProvider
          waiting={<Waiting what="Opening Interspace" />}
          failed={(error, again) => <ErrorScreen error={error} reset={again} />}
        >
          <CommandProvider>
            <RouterProvider router={router} />
          </CommandProvider>
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
