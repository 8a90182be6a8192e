import type { Session } from '../../../model/history.ts';
import type { Procedure } from '../../../model/procedure.ts';
import { regionOfInterspace } from '../../../model/spine/interspace.ts';
import { regionOfVertebra } from '../../../model/spine/vertebra.ts';
import { foraminaOf } from '../../procedures/epidural/epidural-targets.ts';
import { readJoints } from '../../procedures/facet/nerve-joints.ts';
import { levelMentions } from '../../spine/level-mentions.ts';
import type { Chart, Statement } from '../chart.ts';
import { sideIn } from '../level-words.ts';
import type { Told } from '../prior-words.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}
export type Places = Pick<Session, 'levels' | 'side' | 'region'>;

/** Levels, side and region of a session as its stretch tells them, else what stands before the first of several dates, else the places of today where the words point to them. */
export function placesTold(
  chart: Chart,
  statement: Statement,
  part: Stretch,
  kind: Told,
  linked: 'levels' | 'region' | undefined,
  shared: Stretch | undefined,
): Places {
  const own = levelsOf(chart, statement, part, kind);
  const told = own.length > 0 || !shared ? own : levelsOf(chart, statement, shared, kind);
  // `both with 80% relief` speaks of two sessions, not of two sides.
  const words = (stretch: Stretch) =>
    statement.text.slice(stretch.start, stretch.end).replace(/\bboth\b(?! (?:sides|left|right))/g, '    ');
  const side = sideIn(words(part)) ?? (shared ? sideIn(words(shared)) : undefined);
  const today = chart.procedures.filter(
    (one) => one.family === (kind === 'epidural' ? 'epidural' : kind === 'si-joint' ? 'si-joint' : 'facet'),
  );
  const levels = told.length > 0 ? told : linked === 'levels' ? levelsOfDay(today) : [];
  const region =
    told.length > 0
      ? regionOf(told[0]!)
      : (regionInWords(words(part)) ??
        regionInWords(statement.text) ??
        (linked ? today[0]?.targets[0]?.region : undefined));
  const sideOfDay = linked === 'levels' && told.length === 0 ? oneSide(today) : undefined;
  return {
    ...(levels.length > 0 ? { levels } : {}),
    ...((side ?? sideOfDay) ? { side: side ?? sideOfDay } : {}),
    ...(region ? { region } : {}),
  };
}

function levelsOf(chart: Chart, statement: Statement, { start, end }: Stretch, kind: Told): string[] {
  const mentions = levelMentions(chart.note, statement.start + start, statement.start + end).filter(
    (one) => one.noun !== 'condition' && one.noun !== 'disc' && one.noun !== 'landmark',
  );
  if (kind === 'facet-diagnostic' || kind === 'ablation') {
    const nerves = /\bmedial branch|\bmbbs?\b|dorsal ram/.test(statement.text);
    const reading = readJoints(mentions, nerves);
    return reading.ambiguous ? [] : reading.joints.map((joint) => joint.name);
  }
  if (kind === 'epidural') return foraminaOf(mentions).places.map((place) => place.name);
  return [];
}

function levelsOfDay(today: readonly Procedure[]): string[] {
  const names = today.flatMap((one) => one.targets.map((target) => target.name));
  return names.includes(undefined) ? [] : [...new Set(names.filter((name) => name !== undefined))];
}

function oneSide(today: readonly Procedure[]): Session['side'] {
  const sides = new Set(today.flatMap((one) => one.targets.map((target) => target.side)));
  if (sides.has('bilateral') || (sides.has('left') && sides.has('right'))) return 'bilateral';
  const [only] = sides;
  return sides.size === 1 ? only : undefined;
}

function regionOf(name: string): Session['region'] {
  return regionOfInterspace(name) ?? regionOfVertebra(name);
}

function regionInWords(text: string): Session['region'] {
  if (/\blumb(?:ar|osacral)\b/.test(text)) return 'lumbar';
  if (/\bcervical\b/.test(text)) return 'cervical';
  if (/\bthoracic\b/.test(text)) return 'thoracic';
  return /\bcaudal\b/.test(text) ? 'sacral' : undefined;
}
