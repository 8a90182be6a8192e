// Before the page's own code has come: the colours, who is signed in, and the code of the screen.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('interspace.colours');
  } catch {
    // A browser may refuse to keep anything; the machine's colours do then.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  globalThis.interspaceSession = fetch('/api/session', { headers: { accept: 'application/json' } });
  // Whoever waits for it says what went wrong.
  globalThis.interspaceSession.catch(() => undefined);

  // Written by the build (workbench/early-screens.ts); the development server has none.
  const listed = document.querySelector('#screens');
  const screens = listed ? JSON.parse(listed.textContent) : {};
  const [, first = '', second] = location.pathname.split('/');
  for (const href of screens[`/${first}${second ? '/$' : ''}`] ?? []) {
    const link = document.createElement('link');
    const isStyle = href.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    link.href = href;
    document.head.append(link);
  }
})();
