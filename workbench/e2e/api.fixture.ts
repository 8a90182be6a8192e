import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../server/src/contract/roles.ts';
import type { Session } from '../../server/src/contract/session.ts';
import { root } from '../../scripts/paths.mjs';
import { served } from './serve.fixture.ts';

export type Ask = <T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>;

/** The HTTP API as somebody of a role, to lay out what a test then looks for on the page. */
export async function asRole(role: Role): Promise<Ask> {
  const { url, accountOf } = await served();
  const { login, password } = accountOf(role);
  const json = { 'content-type': 'application/json' };
  const signed = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login, password }),
  });
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { csrf = '' } = (await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()) as Session;
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { cookie, 'x-interspace-csrf': csrf, ...(body === undefined ? {} : json) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

/** Asks whether anything else explains the pain. */
const NOTE = readFileSync(join(root, 'examples', 'notes', 'mbb-l3-l4-l5-bilateral.txt'), 'utf8');
let made = 0;

/** A patient of the physician whom nobody else has, with sessions and a note that leaves a question open. */
export async function addPatient(): Promise<{ id: string; name: string; encounter: string }> {
  const ask = await asRole('physician');
  const mark = `${Date.now().toString(36)}${++made}`;
  const { id } = await ask<{ id: string }>('POST', '/patients', {
    firstName: 'Testina',
    lastName: `Sample${mark}`,
    birthDate: '1958-04-30',
    mrn: `E2E-${mark}`,
    state: 'OH',
    coverages: [{ payer: 'medicare', sequence: 'primary' }],
  });
  const session = { family: 'epidural', kind: 'epidural-steroid-injection', region: 'lumbar', side: 'left' };
  for (const [date, painReliefPercent, durationDays] of [
    ['2026-01-06', 60, 100],
    ['2026-05-20', 70, 60],
  ])
    await ask('POST', `/patients/${id}/sessions`, {
      ...session,
      date,
      role: 'therapeutic',
      levels: ['L4-L5'],
      codes: ['62323'],
      response: { painReliefPercent, durationDays, scale: 'NRS' },
    });
  const encounter = await ask<{ id: string }>('POST', '/encounters', {
    patient: id,
    date: '2026-03-02',
    title: 'Medial branch blocks, both sides',
    placeOfService: '24',
    documents: [{ kind: 'procedure-note', text: NOTE }],
    context: { payer: 'medicare', state: 'OH', placeOfService: '24', dateOfService: '2026-03-02' },
  });
  await ask('POST', `/encounters/${encounter.id}/review`, {});
  return { id, name: `Sample${mark}, Testina`, encounter: encounter.id };
}
