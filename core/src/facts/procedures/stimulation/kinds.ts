import type { Sentence } from '../../text/note.ts';
import type { Act, Verb } from './acts.ts';
import type { Told } from './told.ts';

/** One procedure, with what decides its code. */
export interface Done {
  readonly kind: string;
  readonly at: Sentence | undefined;
  readonly leadKind?: 'paddle' | 'percutaneous' | undefined;
  readonly replaced?: boolean | undefined;
}

export interface Case {
  readonly acts: readonly Act[];
  /** The title's words. */
  readonly words: string;
  readonly told: Told;
  readonly trial: boolean;
  readonly lower: string;
}

const PADDLE =
  /\bpaddle\b|\blaminectom\w+ (?:lead|electrode|array|for)|\bvia (?:a )?lamin|\blaminotom\w+|\bsurgical lead|\blaminectom\w+\b/;
const PERCUTANEOUS = /\bpercutaneous|\btuohy|\bcylindrical|\boctrode|\boctad|\bneedle/;
const INTEGRATED =
  /\b(?:integrated|built-?in|wireless|leadless|battery-?free|self-contained)\b[^.]{0,40}\b(?:generator|receiver|stimulat\w+|neurostimulat\w+|array|lead)/;
const WHOLE = /\b(?:entire|whole|complete|total|all (?:hardware|components)|both the leads? and)\b/;

/** Acts of the title, with what the narrative tells, → kinds of procedures; a part that the narrative does not touch was not done. */
export function kindsOf(given: Case): { kinds: Done[]; undescribed: boolean } {
  const { told, words, lower } = given;
  const kinds: Done[] = [];
  let undescribed = false;
  const add = (done: Done) => {
    if (!kinds.some((one) => one.kind === done.kind)) kinds.push(done);
  };
  const integrated = INTEGRATED.test(words) && !/\bipg\b|pocket/.test(lower);
  for (const { verb, part } of resolved(given)) {
    if (part === 'generator') {
      const done = generator(verb, told, words);
      if (done) add(done);
      else undescribed = true;
      continue;
    }
    const done = integrated ? integratedOf(verb, told) : leads(verb, given);
    if (done) add(done);
    else undescribed = true;
  }
  return { kinds: settled(kinds, told), undescribed: undescribed && kinds.length === 0 };
}

/** "The system" is what the narrative says it is. */
function resolved({ acts, told, words, lower }: Case): Act[] {
  const list: Act[] = [];
  for (const act of acts) {
    if (act.part !== 'system') {
      list.push(act);
      continue;
    }
    const { verb } = act;
    if (acts.some((one) => one.part !== 'system' && (one.verb === verb || verb === 'trial'))) continue;
    if (verb === 'trial' || verb === 'pull') list.push({ verb, part: 'leads' });
    else if (verb === 'place') {
      if (told.leadsIn || !told.generatorIn) list.push({ verb, part: 'leads' });
      if (told.generatorIn && !onlyTrial(told, words)) list.push({ verb, part: 'generator' });
    } else if (verb === 'remove') {
      const whole = WHOLE.test(words) || /\bentire (?:system|device|stimulator)\b/.test(lower);
      if (told.generatorOut || whole) list.push({ verb, part: 'generator' });
      if (told.leadsOut || whole || !told.generatorOut) list.push({ verb, part: 'leads' });
    } else {
      if (told.generatorIn || told.generatorOut || told.pocketRevised) list.push({ verb, part: 'generator' });
      if (told.leadsMoved || (told.leadsIn && told.needle)) list.push({ verb, part: 'leads' });
    }
  }
  return list;
}

function generator(verb: Verb, told: Told, words: string): Done | undefined {
  if (verb === 'place' || verb === 'replace') {
    if (!told.generatorIn && !told.generatorOut) return undefined;
    const replaced = verb === 'replace' || told.generatorOut !== undefined;
    // With new leads beside it the generator is a first one.
    const first = !replaced && told.leadsIn !== undefined && told.needle !== undefined;
    return { kind: 'scs-generator', at: told.generatorIn, ...(replaced || first ? { replaced } : {}) };
  }
  if (verb === 'remove' || verb === 'pull') {
    // Old one out and a new one in, whatever the title calls it.
    if (told.generatorOut && /\bnew\b[^.]{0,40}(?:generator|ipg|battery)/.test(words))
      return { kind: 'scs-generator', at: told.generatorIn, replaced: true };
    return told.generatorOut ? { kind: 'scs-generator-revision', at: told.generatorOut } : undefined;
  }
  return { kind: 'scs-generator-revision', at: told.pocketRevised ?? told.generatorOut ?? told.generatorIn };
}

function integratedOf(verb: Verb, told: Told): Done | undefined {
  if (verb === 'place' || verb === 'replace' || verb === 'trial')
    return told.leadsIn ? { kind: 'scs-integrated', at: told.leadsIn } : undefined;
  return { kind: 'scs-integrated-revision', at: told.leadsOut ?? told.leadsMoved };
}

function leads(verb: Verb, given: Case): Done | undefined {
  const { told, words, lower } = given;
  const paddle = PADDLE.test(words)
    ? true
    : PERCUTANEOUS.test(words)
      ? false
      : told.paddle
        ? true
        : told.needle
          ? false
          : undefined;
  const leadKind = paddle === undefined ? undefined : paddle ? 'paddle' : 'percutaneous';
  if (verb === 'trial' || verb === 'place') {
    const at = told.leadsIn ?? (verb === 'trial' ? told.external : undefined);
    if (!told.leadsIn) return undefined;
    if (paddle === true) return { kind: 'scs-paddle', at, leadKind };
    const temporary = verb === 'trial' || onlyTrial(told, words);
    return { kind: temporary ? 'scs-trial' : 'scs-leads', at, leadKind: 'percutaneous' };
  }
  if (verb === 'replace' || verb === 'revise') {
    const at = told.leadsMoved ?? told.leadsIn ?? told.leadsOut;
    if (!at) return undefined;
    // The leads of a trial make way for permanent ones: that is their placement.
    if (/\btrial\b/.test(words) && /\bpermanent/.test(words) && told.leadsIn)
      return { kind: paddle ? 'scs-paddle' : 'scs-leads', at: told.leadsIn, leadKind };
    return { kind: 'scs-lead-revision', at, leadKind };
  }
  if (!told.leadsOut && verb !== 'pull') return undefined;
  const surgical = /\bincision|\bgenerator\b|\bipg\b|\bdissect|\bbovie|\bpocket/.test(lower);
  if (verb === 'pull' || (/\btrial\b/.test(lower) && told.external && !surgical))
    return { kind: 'scs-trial-lead-removal', at: told.leadsOut };
  return { kind: 'scs-lead-removal', at: told.leadsOut, leadKind };
}

/** Leads left outside and no generator under the skin: a trial, whatever it is called. */
function onlyTrial(told: Told, words: string): boolean {
  return told.external !== undefined && told.generatorIn === undefined && !/\bpermanent/.test(words);
}

/** Old leads out and new ones in at one session is their revision. */
function settled(kinds: readonly Done[], told: Told): Done[] {
  const has = (kind: string) => kinds.some((one) => one.kind === kind);
  const drop = new Set<string>();
  if (has('scs-generator')) drop.add('scs-generator-revision');
  if (has('scs-lead-revision')) for (const kind of ['scs-leads', 'scs-lead-removal']) drop.add(kind);
  const kept = kinds.filter((one) => !drop.has(one.kind));
  const placed = kept.find((one) => one.kind === 'scs-leads');
  const removed = kept.find((one) => one.kind === 'scs-lead-removal');
  if (placed && removed && removed.leadKind !== 'paddle')
    return [
      ...kept.filter((one) => one !== placed && one !== removed),
      { kind: 'scs-lead-revision', at: told.leadsIn, leadKind: 'percutaneous' },
    ];
  return kept;
}
