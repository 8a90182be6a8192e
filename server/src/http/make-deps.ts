import { Identities } from '../identity/identify.ts';
import type { Deps } from './deps.ts';

/** What every route may use, with the memory of who asked lately. */
export function makeDeps(parts: Omit<Deps, 'identify' | 'forgetCallers'>): Deps {
  const identities: Identities = new Identities({
    ...parts,
    identify: (request) => identities.identify(request),
    forgetCallers: () => identities.forget(),
  });
  return identities.deps;
}
