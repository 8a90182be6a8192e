import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example } from '@interspace/wire/fhir/examples.fixture';
import { FHIR_ROUTES } from '../fhir/routes.ts';
import { inPractice } from '../store/in-practice.ts';
import { addPractice, type TestPractice } from '../testing/database.fixture.ts';
import { wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

const ORDER_SIGN = '/cds-services/interspace-order-sign';
const ISSUER = 'https://ehr.example';
const FEEDBACK = { feedback: [{ card: 'a1', outcome: 'overridden', outcomeTimestamp: '2026-03-02T12:00:00Z' }] };

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

describe('FHIR and CDS Hooks over HTTP', () => {
  let server: WholeServer;
  let practice: TestPractice;
  let program: Person;
  let sign: (claims?: object, key?: SigningKey) => Promise<string>;

  beforeAll(async () => {
    server = await wholeServer();
    practice = await addPractice(server.database.db);
    program = await server.signedIn(practice, 'service');
    const { publicKey, privateKey } = await generateKeyPair('ES384');
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES384', use: 'sig' }] };
    const administrator = await server.signedIn(practice, 'administrator');
    const made = await administrator.ask('POST', '/api/clients', { name: 'Example EHR', issuer: ISSUER, jwks });
    expect(made.statusCode).toBe(201);
    sign = async (claims = {}, key = privateKey) => {
      const now = Math.floor(Date.now() / 1000);
      const body = {
        iss: ISSUER,
        aud: `${server.deps.settings.publicUrl}${ORDER_SIGN}`,
        jti: randomUUID(),
        iat: now,
        exp: now + 120,
      };
      return new SignJWT({ ...body, ...claims }).setProtectedHeader({ alg: 'ES384', kid: 'one', typ: 'JWT' }).sign(key);
    };
  }, 120_000);
  afterAll(() => server.close());

  it('nobody unknown gets past the public routes, and is told so as FHIR tells it', async () => {
    for (const { method, url, security } of FHIR_ROUTES) {
      const answer = await server.ask(
        method,
        url.replace(':id', 'interspace-order-sign'),
        method === 'POST' ? {} : undefined,
      );
      expect([url, answer.statusCode]).toEqual([url, security === 'public' ? 200 : 401]);
      if (security !== 'public') expect(answer.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    }
  });

  it('answers a hook that a registered client signed, once', async () => {
    const headers = { authorization: `Bearer ${await sign()}` };
    const first = await server.ask('POST', ORDER_SIGN, example('order-sign-tfesi'), headers);
    expect(first.statusCode).toBe(200);
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(first.json<{ cards: unknown[] }>().cards.length).toBeGreaterThan(0);
    const again = await server.ask('POST', ORDER_SIGN, example('order-sign-tfesi'), headers);
    expect(again.statusCode).toBe(401);
  });

  it.each([
    ['meant for another address', { aud: 'https://elsewhere.example' }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['that has expired', { iat: 1_700_000_000, exp: 1_700_000_100 }],
    ['that lives too long', { exp: Math.floor(Date.now() / 1000) + 90_000 }],
  ])('refuses a token %s', async (_, claims) => {
    const answer = await server.ask('POST', ORDER_SIGN, example('order-sign-tfesi'), {
      authorization: `Bearer ${await sign(claims)}`,
    });
    expect(answer.statusCode).toBe(401);
  });

  it('refuses a token that another key signed, and one that nobody signed', async () => {
    const { privateKey } = await generateKeyPair('ES384');
    const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: ISSUER, jti: 'x'.repeat(12) }))}.x`.replaceAll(
      '=',
      '',
    );
    for (const token of [await sign({}, privateKey), none]) {
      const answer = await server.ask('POST', ORDER_SIGN, example('order-sign-tfesi'), {
        authorization: `Bearer ${token}`,
      });
      expect(answer.statusCode).toBe(401);
    }
  });

  it('answers FHIR as FHIR to somebody whom it knows', async () => {
    const answer = await program.ask('POST', '/fhir/$review', example('encounter-tfesi'), {
      'content-type': 'application/fhir+json',
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/fhir+json; charset=utf-8']);
    expect(answer.body).toContain('64483');
  });

  it('keeps what became of a card, and who called what', async () => {
    const answer = await program.ask('POST', `${ORDER_SIGN}/feedback`, FEEDBACK);
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    const [rows, entries] = await inPractice(server.database.db, practice.actors.compliance, async (tx) => [
      await tx.selectFrom('cds_feedback').select(['card', 'outcome', 'service']).execute(),
      await tx.selectFrom('audit_log').select('action').execute(),
    ]);
    expect(rows).toEqual([{ card: 'a1', outcome: 'overridden', service: 'interspace-order-sign' }]);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['fhir cds-services/:id', 'fhir $review']),
    );
  });

  it('garbage is an outcome without what was sent', async () => {
    const answer = await program.ask('POST', '/fhir/$review', '{"resourceType": "Testina Fictiva', {
      'content-type': 'application/fhir+json',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    expect(answer.body).not.toContain('Fictiva');
  });
});
