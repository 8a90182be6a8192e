import { z } from 'zod';

/** Who somebody is in the practice. `service` is another program, never a person. */
export const Role = z.enum(['physician', 'coder', 'biller', 'compliance', 'administrator', 'service']);
export type Role = z.infer<typeof Role>;

/** What a route asks of its caller. A role holds what it needs for its work and nothing more. */
export const Permission = z.enum([
  'review',
  'chart:read',
  'chart:write',
  'answer',
  'claims:read',
  'claims:write',
  'work:read',
  'work:write',
  'authorization:write',
  'rulebook:read',
  'library:write',
  'records:read',
  'audit:read',
  'accounts:write',
  'break-glass',
]);
export type Permission = z.infer<typeof Permission>;

const EVERYBODY: readonly Permission[] = ['rulebook:read', 'work:read'];

/** A physician sees the own patients' charts; others of the practice only after break-glass (a row, not a route, decides). */
export const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  physician: new Set([
    ...EVERYBODY,
    'review',
    'chart:read',
    'chart:write',
    'answer',
    'records:read',
    'work:write',
    'break-glass',
  ]),
  coder: new Set([
    ...EVERYBODY,
    'review',
    'chart:read',
    'chart:write',
    'answer',
    'claims:read',
    'claims:write',
    'records:read',
    'work:write',
  ]),
  biller: new Set([
    ...EVERYBODY,
    'review',
    'chart:read',
    'claims:read',
    'claims:write',
    'records:read',
    'work:write',
    'authorization:write',
  ]),
  compliance: new Set([...EVERYBODY, 'chart:read', 'claims:read', 'records:read', 'audit:read', 'break-glass']),
  administrator: new Set([...EVERYBODY, 'library:write', 'accounts:write', 'audit:read', 'work:write']),
  service: new Set([...EVERYBODY, 'review', 'chart:write', 'claims:read', 'claims:write']),
};

export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission);
}
