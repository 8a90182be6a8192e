import { isIsoDate, type IsoDate } from '@interspace/core/model/date';
import type { Reading } from './reading.ts';

type Json = Record<string, unknown>;

/** One JSON object of a resource with its path. Reading an element marks it; the wrong type is an Issue, never a throw. */
export class FhirNode {
  constructor(
    readonly json: object,
    readonly path: string,
    readonly reading: Reading,
  ) {
    reading.touch(json);
  }

  #value(key: string): unknown {
    return (this.json as Json)[key];
  }

  has(key: string): boolean {
    return Object.hasOwn(this.json, key) && this.#value(key) !== null && this.#value(key) !== undefined;
  }

  at(key: string): string {
    return `${this.path}.${key}`;
  }

  /** The value as it stands, marked as read whole. */
  raw(key: string): unknown {
    if (!this.has(key)) return undefined;
    this.reading.mark(this.json, key);
    return this.#value(key);
  }

  text(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value === 'string') return value;
    this.#wrong(key, 'a text');
    return undefined;
  }

  number(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.#wrong(key, 'a number');
    return undefined;
  }

  boolean(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value === 'boolean') return value;
    this.#wrong(key, 'true or false');
    return undefined;
  }

  /** The calendar day of a date, dateTime or instant, as its own zone has it; a year or a month alone is no day. */
  day(key: string): IsoDate | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const found = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(value)?.[1];
    if (found !== undefined && isIsoDate(found)) return found;
    if (/^\d{4}(?:-\d{2})?$/.test(value)) this.reading.leaveKey(this, key, 'a date without a day');
    else this.reading.issue('wire/fhir/date', this.at(key));
    return undefined;
  }

  child(key: string): FhirNode | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (isObject(value)) return new FhirNode(value, this.at(key), this.reading);
    this.#wrong(key, 'an object');
    return undefined;
  }

  /** The objects of a list. One object where a list belongs is taken as a list of one. */
  list(key: string): FhirNode[] {
    const value = this.raw(key);
    if (value === undefined) return [];
    if (isObject(value)) {
      this.#wrong(key, 'a list');
      return [new FhirNode(value, this.at(key), this.reading)];
    }
    if (!Array.isArray(value)) {
      this.#wrong(key, 'a list');
      return [];
    }
    return value.flatMap((item: unknown, at) => {
      if (isObject(item)) return [new FhirNode(item, `${this.at(key)}[${at}]`, this.reading)];
      // Clients pad lists with null; anything else is damage.
      if (item !== null)
        this.reading.issue('wire/fhir/element-type', `${this.at(key)}[${at}]`, 'It should be an object.');
      return [];
    });
  }

  texts(key: string): string[] {
    const value = this.raw(key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#wrong(key, 'a list');
      return [];
    }
    return value.filter((item): item is string => typeof item === 'string');
  }

  numbers(key: string): number[] {
    const value = this.raw(key);
    return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number') : [];
  }

  isRead(key: string): boolean {
    return this.reading.isRead(this.json, key);
  }

  leave(why: string): void {
    this.reading.leave(this, why);
  }

  leaveKey(key: string, why: string): void {
    if (this.has(key)) this.reading.leaveKey(this, key, why);
  }

  #wrong(key: string, kind: string): void {
    this.reading.leaveKey(this, key, 'of the wrong type');
    this.reading.issue('wire/fhir/element-type', this.at(key), `It should be ${kind}.`);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
