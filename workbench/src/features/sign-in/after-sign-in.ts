/** Where to go on after signing in: an address of our own, never one that a link smuggled in. */
export function afterSignIn(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  return next.startsWith('/sign-in') ? '/' : next;
}
