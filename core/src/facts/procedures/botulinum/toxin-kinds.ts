import type { Injected } from './toxin-targets.ts';
import type { Part } from './toxin-muscles.ts';

/** What was treated, as the note's own words for the disease tell it. */
export interface Reasons {
  readonly migraine: boolean;
  readonly cosmetic: boolean;
  readonly disease: boolean;
  readonly sweating: boolean;
  readonly squint: boolean;
  readonly voice: boolean;
  readonly drooling: boolean;
  readonly neck: boolean;
  readonly face: boolean;
  readonly spastic: boolean;
}

const MIGRAINE = /\bmigrain\w*|\bpreempt\b/;
const COSMETIC =
  /\bcosmetic|\bglabellar (?:lines?|rhytid\w*|complex lines)|\bcrow'?s feet|\brhytid\w*|\bwrinkl\w*|\bfrown lines?|\bforehead lines?|\bfine lines|\baesthetic/;
const SWEATING = /\bhyperhidrosis|\bsweat\w*/;
const SQUINT = /\bstrabism\w*|\besotropia|\bexotropia|\bnystagm\w*/;
const VOICE = /\bdysphonia|\blaryng\w*|\bvocal/;
const DROOLING = /\bsialorrh\w*|\bdrool\w*|\bptyalism/;
const NECK = /\b(?:cervical|neck) dystonia|\btorticollis|\b(?:ante|retro|latero)collis|\bcervical (?:muscle )?spasm/;
const FACE =
  /\bblepharospasm|\bhemi-?facial|\bmeige|\borofacial|\boromandibular|\bfacial (?:spasm|synkinesis|dystonia)|\bsynkinesis/;
const SPASTIC =
  /\bspastic\w*|\bhemipleg\w*|\bhemipares\w*|\bquadripleg\w*|\bparapleg\w*|\bdipleg\w*|\blimb dystonia|\bwriter'?s cramp/;

export function reasonsIn(words: string): Reasons {
  const has = (pattern: RegExp) => pattern.test(words);
  const told = {
    migraine: has(MIGRAINE),
    cosmetic: has(COSMETIC),
    sweating: has(SWEATING),
    squint: has(SQUINT),
    voice: has(VOICE),
    drooling: has(DROOLING),
    neck: has(NECK),
    face: has(FACE),
    spastic: has(SPASTIC),
  };
  const { cosmetic: _, ...diseases } = told;
  return { ...told, disease: Object.values(diseases).some(Boolean) };
}

export interface Kind {
  readonly kind: string;
  readonly injected: readonly Injected[];
}

/** Groups of the migraine pattern. */
const PATTERN = [
  'frontalis',
  'corrugator',
  'procerus',
  'temporalis',
  'occipitalis',
  'cervical-paraspinal',
  'trapezius',
];
const AROUND: ReadonlySet<Part> = new Set<Part>(['head', 'face', 'jaw', 'neck']);

/** Procedures by part of the body: the code of each part counts its own way. */
export function kindsOf(injected: readonly Injected[], reasons: Reasons, named: boolean): Kind[] {
  const of = (...parts: Part[]) => injected.filter((one) => parts.includes(one.muscle.part));
  if (reasons.cosmetic && !reasons.disease) return [{ kind: 'toxin-cosmetic', injected }];
  const kinds: Kind[] = [];
  const add = (kind: string, which: readonly Injected[]) => {
    if (which.length > 0) kinds.push({ kind, injected: which });
  };
  const groups = new Set(injected.map((one) => one.muscle.name).filter((name) => PATTERN.includes(name)));
  const heads = of('head').length;
  // With limbs among the targets the head must be told as well: then the word alone may be a former illness.
  const others = injected.some((one) => !AROUND.has(one.muscle.part) && one.muscle.part !== 'trunk');
  const migraine = groups.size >= 5 || (reasons.migraine && (heads >= 2 || (!others && (named || heads > 0))));
  if (migraine) kinds.push({ kind: 'toxin-migraine', injected: injected.filter((one) => AROUND.has(one.muscle.part)) });
  else {
    add('toxin-facial', reasons.face || of('face', 'head').length > 0 ? of('face', 'head', 'jaw') : []);
    if (!reasons.face && of('face', 'head').length === 0) add('toxin-other', of('jaw'));
    add('toxin-cervical', of('neck'));
  }
  add('toxin-larynx', of('larynx'));
  add('toxin-salivary', of('gland'));
  add('toxin-limb', of('arm', 'leg'));
  const trunk = migraine ? of('trunk').filter((one) => one.muscle.name !== 'paraspinal') : of('trunk');
  add('toxin-trunk', trunk);
  add('toxin-eye-muscle', reasons.squint ? of('eye') : []);
  add('toxin-anal-sphincter', of('anus'));
  add('toxin-other', of('pelvis'));
  if (reasons.sweating) {
    const axilla = of('sweat').filter((one) => one.muscle.name === 'axilla');
    add('toxin-sweat-axillae', axilla);
    if (axilla.length === 0) kinds.push({ kind: 'toxin-sweat-other', injected: of('sweat') });
  }
  if (kinds.length > 0) return kinds;
  // No muscle is named: what the disease tells of the part.
  if (reasons.neck) return [{ kind: 'toxin-cervical', injected: [] }];
  if (reasons.face) return [{ kind: 'toxin-facial', injected: [] }];
  if (reasons.voice) return [{ kind: 'toxin-larynx', injected: [] }];
  if (reasons.drooling) return [{ kind: 'toxin-salivary', injected: [] }];
  if (reasons.spastic) return [{ kind: 'toxin-limb', injected: [] }];
  return [{ kind: 'toxin-other', injected: [] }];
}
