import type { KnownHistory, KnownSession, Session } from '../model/history.ts';
import { roleOf, type SessionRule } from '../model/law/session-rule.ts';
import { implicationOf, type Implications } from './code-facts.ts';
import type { CoverageRequest } from './request.ts';

/**
 * The history to count in. A history that was given is never overruled by the chart; its sessions say through their
 * codes what they do not say in words. Where none was given and the chart says that there was no earlier procedure of the
 * one family done that day, that is a history: complete and empty.
 */
export function historyOf(
  { history, sheet, procedures }: CoverageRequest,
  rule: SessionRule,
  implications: Implications,
): KnownHistory | undefined {
  if (history !== undefined) {
    const sessions = history.sessions.map((session) => withCodes(session, rule, implications));
    return sessions.every((session, index) => session === history.sessions[index]) ? history : { ...history, sessions };
  }
  const told = sheet.get('prior.count-narrative');
  if (told?.value !== 0) return undefined;
  const families = new Set(procedures.map((procedure) => procedure.family));
  return families.size === 1 ? { complete: true, sessions: [], evidence: told.evidence } : undefined;
}

/** Kind and region that the codes of a session agree on, where the session itself is silent. */
function withCodes(session: KnownSession, rule: SessionRule, implications: Implications): KnownSession {
  if (session.codes === undefined || (session.kind !== undefined && session.region !== undefined)) return session;
  const implied = session.codes
    .map((code) => implicationOf(implications, code, session.date))
    .filter((entry) => entry?.family === session.family);
  const kinds = [...new Set(implied.flatMap((entry) => entry?.kinds ?? []))];
  const [kind] = kinds;
  const region = implied[0]?.regions?.[0];
  const agreed = implied.every((entry) => entry?.regions?.[0] === region);
  // A code of several kinds names none, but it may rule out those that would give another role.
  const role =
    session.role ?? (session.kind === undefined ? roleOf(rule, { kinds, modifiers: session.modifiers }) : undefined);
  return {
    ...session,
    ...(session.kind === undefined && kinds.length === 1 && kind !== undefined && { kind }),
    ...(session.region === undefined && agreed && isRegion(region) && { region }),
    ...(role !== undefined && { role }),
  };
}

function isRegion(word: string | undefined): word is NonNullable<Session['region']> {
  return word === 'cervical' || word === 'thoracic' || word === 'lumbar' || word === 'sacral';
}
