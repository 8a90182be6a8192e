import { randomUUID } from 'node:crypto';
import { Role } from '../contract/roles.ts';
import type { Actor } from '../store/actor.ts';
import { asSystem } from '../store/in-practice.ts';
import { openDatabase, type Database, type OpenDatabase } from '../store/open-database.ts';
import { cluster, type Kind } from './clusters.fixture.ts';

export { kinds, type Kind } from './clusters.fixture.ts';

export interface TestDatabase extends OpenDatabase {
  readonly url: string;
}

const templates = new Map<Kind, Promise<void>>();
const TEMPLATE = 'interspace_template';
/** Which PostgreSQL a test gets that does not say: the whole suite can be run on the other one. */
const USUAL: Kind = process.env['INTERSPACE_TEST_DATABASE'] === 'server' ? 'server' : 'embedded';
let made = 0;

/** An empty database with all tables, of its own for one test file: copied from a template in some tens of milliseconds. */
export async function freshDatabase(kind: Kind = USUAL): Promise<TestDatabase> {
  const home = await cluster(kind);
  const ready = templates.get(kind) ?? makeTemplate(kind);
  templates.set(kind, ready);
  await ready;
  return openAt(await copyOf(TEMPLATE, kind), home.url);
}

/** A database without our tables. */
export async function bareDatabase(kind: Kind = USUAL): Promise<string> {
  return (await cluster(kind)).url(await copyOf('template0', kind));
}

async function copyOf(template: string, kind: Kind): Promise<string> {
  const { administer, url } = await cluster(kind);
  const name = `interspace_test_${process.pid}_${++made}`;
  const owner = new URL(url(name)).username;
  await administer(`create database ${name} template ${template} owner ${owner}`);
  return name;
}

async function openAt(name: string, url: (name: string) => string): Promise<TestDatabase> {
  const open = await openDatabase({ url: url(name), folder: '', log: () => undefined, migrate: false });
  return { ...open, url: url(name) };
}

async function makeTemplate(kind: Kind): Promise<void> {
  const { administer, url } = await cluster(kind);
  await administer(`create database ${TEMPLATE} template template0 owner ${new URL(url('x')).username}`);
  const open = await openDatabase({ url: url(TEMPLATE), folder: '', log: () => undefined });
  await open.close();
}

export interface TestPractice {
  readonly id: string;
  /** One person, or program, of each role. */
  readonly actors: Readonly<Record<Role, Actor>>;
}

/** An invented practice with an account of every role. */
export async function addPractice(db: Database, name = 'Example Pain Practice'): Promise<TestPractice> {
  return asSystem(db, async (tx) => {
    const { id } = await tx.insertInto('practices').values({ name }).returning('id').executeTakeFirstOrThrow();
    const actors: Partial<Record<Role, Actor>> = {};
    for (const role of Role.options) {
      const login = `${role}-${randomUUID().slice(0, 8)}`;
      const person = `Testina ${role}`;
      const made =
        role === 'service'
          ? tx.insertInto('clients').values({ practice_id: id, client_id: login, name: person }).returning('id')
          : tx.insertInto('accounts').values({ practice_id: id, login, name: person, role }).returning('id');
      const row = await made.executeTakeFirstOrThrow();
      actors[role] = { id: row.id, name: person, role, practice: id, kind: role === 'service' ? 'client' : 'account' };
    }
    return { id, actors: actors as Record<Role, Actor> };
  });
}
