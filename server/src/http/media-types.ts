import type { FastifyInstance, FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import { isTooComplex } from './json-shape.ts';
import { refuse } from './refusal.ts';

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json(?:\s*;|$)/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;|$)/i;
const MULTIPART = /^multipart\/form-data\s*;/i;

/** How JSON writes a NUL or half of a character: a database keeps neither. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

const LONE = /\p{Surrogate}/gu;

type Kind = 'json' | 'form' | 'multipart' | 'stream' | 'nothing';

/** Refuses a body of another kind than the route reads, before a byte of it is read. */
export function mediaTypeGuard(kind: Kind): preParsingAsyncHookHandler {
  return async (request, _reply, payload) => {
    const type = request.headers['content-type'];
    if (type === undefined || fits(kind, type)) return payload;
    throw refuse('server/http/media-type');
  };
}

function fits(kind: Kind, type: string): boolean {
  switch (kind) {
    case 'json':
      return JSON_TYPE.test(type);
    case 'form':
      return FORM_TYPE.test(type);
    case 'multipart':
      return MULTIPART.test(type);
    case 'stream':
      return true;
    case 'nothing':
      // Some clients name a type for a body that they do not send; if they send one, it is not looked at.
      return JSON_TYPE.test(type) || FORM_TYPE.test(type);
  }
}

/** How bodies become values: JSON within limits and without keys that reach for prototypes, forms, and bare streams. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const strict = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    if (isTooComplex(body)) return done(refuse('server/http/json-too-deep'));
    const text = body.toString('utf8');
    return strict(request, text, (error, value) =>
      error ? done(refuse('server/http/json-malformed')) : done(null, UNSTORABLE.test(text) ? storable(value) : value),
    );
  });
  app.addContentTypeParser(FORM_TYPE, { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

/** The same with a blank for every NUL, so that places in the text stay where they are, and without halves of characters. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', ' ').replaceAll(LONE, '\u{FFFD}');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storable(key), storable(one)]));
}
