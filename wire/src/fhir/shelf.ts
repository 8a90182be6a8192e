import { FhirNode, isObject } from './fhir-node.ts';
import { Reading } from './reading.ts';

/** One resource with everything that is needed to find it again. */
export interface Shelved {
  readonly type: string;
  readonly id: string | undefined;
  readonly node: FhirNode;
  readonly fullUrl: string | undefined;
  /** The resource that contains it. */
  readonly inside: Shelved | undefined;
}

const MOST_RESOURCES = 10_000;
const DEEPEST = 6;

/** Every resource of what was given, found by type and by reference. */
export class Shelf {
  readonly all: Shelved[] = [];
  readonly #byKey = new Map<string, Shelved>();
  readonly #byUrl = new Map<string, Shelved>();
  readonly #barred = new Set<Shelved>();

  constructor(readonly reading: Reading) {}

  /**
   * Puts every resource below `json` on the shelf: a resource, a Bundle of any type, Parameters, or (as clients send prefetch)
   * an object or list of any of these. What is empty or null is passed over.
   */
  add(json: unknown, path: string, depth = 0): void {
    if (json === null || json === undefined) return;
    if (depth > DEEPEST) return this.reading.issue('wire/fhir/too-deep', path);
    if (Array.isArray(json)) return json.forEach((item, at) => this.add(item, `${path}[${at}]`, depth + 1));
    if (!isObject(json)) return this.reading.issue('wire/fhir/entry', path);
    const type = json['resourceType'];
    if (type === 'Bundle') return this.#entries(new FhirNode(json, path, this.reading), depth);
    if (type === 'Parameters') return this.#parameters(new FhirNode(json, path, this.reading), depth);
    if (typeof type === 'string' && type !== '') return this.#put(json, type, path, undefined, undefined);
    this.reading.issue('wire/fhir/entry', path);
  }

  of(...types: readonly string[]): Shelved[] {
    return this.all.filter(({ type, node }) => types.includes(type) && !this.reading.isLeft(node));
  }

  /** What a Reference element points at; undefined (and an Issue) when it is not among what was given. */
  resolve(reference: FhirNode | undefined, from?: Shelved): Shelved | undefined {
    const text = reference?.text('reference');
    if (reference === undefined || text === undefined || text === '') return undefined;
    const found = this.find(text, from);
    if (!found) {
      reference.leaveKey('reference', 'points at a resource that was not sent');
      this.reading.issue('wire/fhir/reference-unresolved', reference.at('reference'));
    }
    return found;
  }

  /** `Type/id`, `#contained`, `urn:uuid:…` or an absolute address, with or without a version. */
  find(text: string, from?: Shelved): Shelved | undefined {
    if (text.startsWith('#')) {
      const holder = from?.inside ?? from;
      const id = text.slice(1);
      return id === '' ? holder : this.all.find((one) => one.inside === holder && one.id === id);
    }
    const plain = text.replace(/\/_history\/[^/]*$/, '').replace(/\|.*$/, '');
    const found = this.#byUrl.get(plain) ?? this.#byKey.get(keyOf(plain));
    return found && this.#barred.has(found) ? undefined : found;
  }

  #entries(bundle: FhirNode, depth: number): void {
    bundle.text('type');
    for (const entry of bundle.list('entry')) {
      const fullUrl = entry.text('fullUrl');
      entry.leaveKey('search', 'says how a search found it');
      entry.leaveKey('request', 'asks the server for a change; nothing is changed here');
      entry.leaveKey('response', 'answer of another server');
      const resource = entry.raw('resource');
      if (resource === undefined) continue;
      const type = isObject(resource) ? resource['resourceType'] : undefined;
      if (type === 'Bundle' || type === 'Parameters') this.add(resource, entry.at('resource'), depth + 1);
      else if (isObject(resource) && typeof type === 'string')
        this.#put(resource, type, entry.at('resource'), fullUrl, undefined);
      else this.reading.issue('wire/fhir/entry', entry.at('resource'));
    }
  }

  #parameters(parameters: FhirNode, depth: number): void {
    for (const parameter of parameters.list('parameter')) {
      parameter.text('name');
      const resource = parameter.raw('resource');
      if (resource !== undefined) this.add(resource, parameter.at('resource'), depth + 1);
      for (const part of parameter.list('part')) {
        part.text('name');
        const inner = part.raw('resource');
        if (inner !== undefined) this.add(inner, part.at('resource'), depth + 1);
      }
    }
  }

  #put(json: object, type: string, path: string, fullUrl: string | undefined, inside: Shelved | undefined): void {
    if (this.all.length === MOST_RESOURCES) return this.reading.issue('wire/fhir/too-many', path);
    if (this.all.length > MOST_RESOURCES) return;
    const node = new FhirNode(json, path, this.reading);
    const id = node.text('id');
    const shelved: Shelved = { type, id, node, fullUrl, inside };
    const key = inside || id === undefined ? undefined : `${type}/${id}`;
    if (key !== undefined && this.#byKey.has(key)) return node.leave('the same resource is there already');
    if (key !== undefined) this.#byKey.set(key, shelved);
    if (fullUrl !== undefined) this.#byUrl.set(fullUrl, shelved);
    this.all.push(shelved);
    // A modifier may turn the meaning round: what is not understood may not be used.
    if (node.has('modifierExtension')) {
      this.#barred.add(shelved);
      node.leave('a modifier extension that is not understood may change its meaning');
      this.reading.issue('wire/fhir/modifier-extension', node.at('modifierExtension'));
    }
    if (!inside) for (const held of node.list('contained')) this.#contain(held, shelved);
  }

  #contain(held: FhirNode, inside: Shelved): void {
    const type = (held.json as Record<string, unknown>)['resourceType'];
    if (typeof type === 'string' && type !== '') this.#put(held.json, type, held.path, undefined, inside);
    else this.reading.issue('wire/fhir/entry', held.path);
  }
}

/** The last two parts of an address: `https://…/Patient/1` → `Patient/1`. */
function keyOf(text: string): string {
  return /([A-Za-z]+\/[A-Za-z0-9\-.]+)$/.exec(text)?.[1] ?? text;
}
