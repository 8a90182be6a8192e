import { VERTEBRAE } from '../../../model/spine/vertebra.ts';
import { regionOfVertebra } from '../../../model/spine/vertebra.ts';
import type { Target } from '../../../model/procedure.ts';
import { through } from '../../spine/vertebra-words.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { quote, type ProcedureNote, type Span } from '../../text/note.ts';

export interface Body {
  readonly name: string;
  readonly at: Span;
}

/** Vertebral bodies that level mentions name: a pair (`T12-L1`) is two bodies, a range all of them. */
export function bodiesOf(mentions: readonly LevelMention[]): Body[] {
  const bodies = new Map<string, Body>();
  for (const mention of mentions) {
    for (const level of mention.levels) {
      if (level.attempted || level.upper === 'TON') continue;
      for (const name of through(level.upper, level.lower, false))
        if (!bodies.has(name)) bodies.set(name, { name, at: level });
    }
  }
  return [...bodies.values()].toSorted((one, other) => VERTEBRAE.indexOf(one.name) - VERTEBRAE.indexOf(other.name));
}

export function bodyTarget(note: ProcedureNote, body: Body): Target {
  return {
    kind: 'vertebra',
    name: body.name,
    region: regionOfVertebra(body.name),
    side: 'midline',
    evidence: [quote(note, body.at.start, body.at.end)],
  };
}
