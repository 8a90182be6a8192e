import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Permission } from '../contract/roles.ts';
import type { Caller } from '../identity/caller.ts';
import type { Tx } from '../store/in-practice.ts';
import type { Deps } from './deps.ts';

/** Runs something in the caller's practice, all or nothing; audit entry and Idempotency-Key are part of it. */
export type InTx<A> = (work: (tx: Tx) => Promise<A>) => Promise<A>;

/** What a handler is handed. */
export interface Call<P, Q, B> {
  readonly actor: Caller;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly deps: Deps;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An entry in the audit log. `subject` such as `patient 6f0c…`: an id, never a name. */
export interface AuditSpec<C, A> {
  readonly action: string;
  readonly subject?: (call: C, answer: A) => string | undefined;
  readonly detail?: (call: C, answer: A) => string | undefined;
}

/** A file as an answer. */
export class FileAnswer {
  constructor(
    readonly body: string | Uint8Array | NodeJS.ReadableStream,
    readonly type: string,
    readonly name?: string,
  ) {}
}

type Schema = z.ZodType;

interface Common<P extends Schema, Q extends Schema, B extends Schema, A extends Schema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The pattern, such as /api/patients/:id. Never an id of a person other than our own numbers in it. */
  readonly url: string;
  /** One line for the API's page. */
  readonly summary: string;
  readonly description?: string;
  /** Heading on the API's page. */
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Schema of the answer; without one the route answers 204, a file, or writes to `reply` itself. */
  readonly answer?: A;
  /** Media types, for a route that answers a FileAnswer or writes to `reply` itself. */
  readonly produces?: readonly string[];
  /** Status of success; 200, or 204 without an answer. */
  readonly status?: number;
  /** json (also application/…+json), a form, multipart, or a stream that the handler reads (`request.body`). */
  readonly consumes?: 'json' | 'form' | 'multipart' | 'stream';
  readonly bodyLimit?: number;
  /** The answer is computed by ourselves from checked input (a Review): it is not checked again. */
  readonly trusted?: boolean;
  /** Leaves it out of the API's page. */
  readonly hidden?: boolean;
}

/**
 * A route for somebody who is known. With `transaction: 'one'` (the default) the handler runs inside one transaction and is
 * handed `tx`. With `'own'` it is handed `inTx`, for work that should not hold a connection while it computes; what `inTx`
 * answers must be what the handler answers when the route takes an Idempotency-Key.
 */
export type RouteSpec<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  A extends Schema,
  T extends 'one' | 'own',
> = Common<P, Q, B, A> & {
  readonly permission: Permission | 'signed-in';
  /** null: the route shows and changes nothing that anybody must account for. */
  readonly audit: AuditSpec<Call<z.output<P>, z.output<Q>, z.output<B>>, z.output<A>> | null;
  /** Takes an Idempotency-Key: the second request with it is answered like the first. */
  readonly idempotent?: boolean;
  readonly transaction?: T;
  /** In place of cookie or token, such as the JWT of a CDS client. */
  readonly authenticate?: (request: FastifyRequest) => Promise<Caller>;
  readonly handler: (
    call: Call<z.output<P>, z.output<Q>, z.output<B>> &
      (T extends 'own' ? { readonly inTx: InTx<z.output<A>> } : { readonly tx: Tx }),
  ) => Promise<Answered<A>>;
};

/** A route for anybody. It sees no practice unless it looks for one. */
export type PublicSpec<P extends Schema, Q extends Schema, B extends Schema, A extends Schema> = Common<P, Q, B, A> & {
  /** Changes come from our own page or from programs, never from another page in somebody's browser. */
  readonly fromAnyPage?: boolean;
  readonly handler: (
    call: Omit<Call<z.output<P>, z.output<Q>, z.output<B>>, 'actor'> & { readonly actor: Caller | undefined },
  ) => Promise<Answered<A>>;
};

/** The answer, a file, or nothing (204, or `reply` was written to). */
export type Answered<A extends Schema> = z.output<A> | FileAnswer | void;

/** What the list of routes knows of each; `config.declared` of every route of ours. */
export interface Declared {
  readonly permission: Permission | 'signed-in' | 'public';
  readonly idempotent: boolean;
  readonly audited: boolean;
  readonly ownAuthentication: boolean;
  /** Its body may take long to arrive. */
  readonly streams: boolean;
  /** Its answer ends only when the listener goes: server-sent events. */
  readonly endless: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    declared?: Declared;
  }
  interface FastifyRequest {
    caller: Caller | undefined;
  }
}
