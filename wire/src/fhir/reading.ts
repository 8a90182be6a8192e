import type { Issue } from '@interspace/core/model/result';
import { fhirIssue, type FhirIssueCode } from '../issues.ts';

/** Something of the input that did not become part of what was read, and why. Never holds a value of the input. */
export interface Unused {
  readonly path: string;
  readonly why: string;
}

/** Anything that stands for one JSON object. */
interface Held {
  readonly json: object;
}

/** More entries than anybody reads; the rest is counted. */
const MOST_UNUSED = 2_000;
const MOST_ISSUES = 200;

/**
 * One pass over one JSON document. Every element that is read is marked, so that what is left over can be named at the
 * end: a codec cannot forget to say what it did not use.
 */
export class Reading {
  readonly issues: Issue[] = [];
  readonly #read = new Map<object, Set<string>>();
  readonly #left = new Map<object, string>();
  readonly #leftKeys = new Map<object, Map<string, string>>();

  /** Marks `key` of `json` as read. */
  mark(json: object, key: string): void {
    const keys = this.#read.get(json);
    if (keys) keys.add(key);
    else this.#read.set(json, new Set([key]));
  }

  isRead(json: object, key: string): boolean {
    return this.#read.get(json)?.has(key) === true;
  }

  /** Somebody looked at this object: from now on each of its keys must be read or is named. */
  touch(json: object): void {
    if (!this.#read.has(json)) this.#read.set(json, new Set());
  }

  /** The whole object is left aside, for this reason. */
  leave(node: Held, why: string): void {
    this.touch(node.json);
    this.#left.set(node.json, why);
  }

  /** One element is left aside, for this reason. */
  leaveKey(node: Held, key: string, why: string): void {
    const reasons = this.#leftKeys.get(node.json) ?? new Map<string, string>();
    reasons.set(key, why);
    this.#leftKeys.set(node.json, reasons);
  }

  isLeft(node: Held): boolean {
    return this.#left.has(node.json);
  }

  issue(code: FhirIssueCode, path: string, detail?: string): void {
    const known = this.issues.some((one) => one.code === code && one.at === path);
    if (!known && this.issues.length < MOST_ISSUES) this.issues.push(fhirIssue(code, path, detail));
  }

  /** Everything below `root` that was not read, at the highest place that was not read at all. */
  unused(root: object, path: string): Unused[] {
    const found: Unused[] = [];
    let more = 0;
    const say = (place: string, why: string): void => {
      if (found.length < MOST_UNUSED) found.push({ path: place, why });
      else more++;
    };
    const walk = (json: object, place: string): void => {
      const left = this.#left.get(json);
      if (left !== undefined) return say(place, left);
      const keys = this.#read.get(json);
      if (!keys) return;
      for (const [key, value] of Object.entries(json as Record<string, unknown>)) {
        const below = `${place}.${key}`;
        const reason = this.#leftKeys.get(json)?.get(key);
        if (reason !== undefined) say(below, reason);
        else if (!keys.has(key)) {
          const usual = usualReason(key, value);
          if (usual !== undefined) say(below, usual);
        } else if (Array.isArray(value)) {
          value.forEach((item: unknown, at) => {
            if (typeof item === 'object' && item !== null) walk(item, `${below}[${at}]`);
          });
        } else if (typeof value === 'object' && value !== null) walk(value, below);
      }
    };
    walk(root, path);
    if (more > 0) found.push({ path, why: `${more} more elements are not read` });
    return found;
  }
}

function usualReason(key: string, value: unknown): string | undefined {
  switch (key) {
    // Says what the object is; reading the object reads it.
    case 'resourceType':
      return undefined;
    case 'text':
      return typeof value === 'string' ? 'not read' : 'narrative: written from the same data for people';
    case 'meta':
      return 'housekeeping of the server it comes from';
    case 'extension':
      return 'no extension of this place is read';
    default:
      return 'not read';
  }
}
