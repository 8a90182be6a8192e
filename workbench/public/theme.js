// Before anything is painted: the colours that were chosen last, else those of the machine.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('interspace.colours');
  } catch {
    // A browser may refuse to keep anything; the machine's colours do then.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
