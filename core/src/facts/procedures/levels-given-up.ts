import type { Level } from '../spine/scan-levels.ts';
import { assertionOf } from '../text/assertion.ts';
import { holds, type ProcedureNote, type Sentence } from '../text/note.ts';
import type { NoteTools } from './tools.ts';

const REACHED =
  /\b(?:then|eventually|ultimately|finally|subsequently|second attempt|after (?:repositioning|redirect\w+)|re-?positioned|redirected)\b[^.]{0,60}\b(?:reached|entered|placed|advanced|obtained|achieved|success\w*|inject\w*)/;
/** What was said a few sentences ago is given up: `this level was abandoned`, `no lesion was made there`. */
const THERE =
  /\b(?:this|that|the|these|those) (?:\w+ )?(?:levels?|nerves?|joints?|side|sites?|foramen|foramina|branch|attempt|procedure)\b|\bthere\b|\bhere\b/;
const NOTHING_THERE =
  /\bno (?:\w+ ){0,5}?(?:was|were) (?:\w+ )?(?:injected|made|given|performed|delivered|administered|placed|created|done)\b[^.]{0,24}\b(?:there|here|at (?:this|that) (?:level|site|nerve|joint))|\bnothing (?:was|were|had been) (?:\w+ )?(?:injected|given|instilled|done|placed)\b[^.]{0,16}\b(?:there|here)\b|\b(?:was|were) (?:therefore |thus |then |consequently )?not (?:injected|lesioned|treated|blocked|ablated|done|approached|entered|attempted|pursued)\b/;
/** `Only L4-5 and L5-S1 were injected`: the others were not. */
const ONLY =
  /\bonly\b[^.;]{0,60}\b(?:was|were) (?:\w+ )?(?:injected|treated|blocked|done|ablated|lesioned|performed)\b/;
/** `nothing was injected at L5-S1`: said of the level itself, whatever else is told of it. */
const NOTHING_AT =
  /\b(?:nothing|no (?:medication|medicine|steroid|drug|injectate|injection|lesion|contrast|needle|cannula|probe)(?:(?:,| or| and| nor)+ [\w-]+){0,3}(?: solution)?) (?:was |were |could be )?(?:\w+ )?(?:injected|given|instilled|made|performed|delivered|administered|done|placed|introduced|passed)\b[^.]{0,20}\b(?:at|into|in)\b/;
/** In the sentence that names the level itself. */
const NOTHING_THERE_SAID =
  /\b(?:nothing|no \w+) (?:was|were) (?:\w+ )?(?:injected|given|instilled|done|placed|made)\b[^.]{0,16}\b(?:there|here)\b/;
/** How far back the level that is given up may have been named. */
const FARTHEST = 6;

/** Levels of the narrative that were tried and given up, and nowhere told as treated. */
export function levelsGivenUp(note: ProcedureNote, tools: NoteTools, body: readonly Sentence[]): readonly Level[] {
  const scopes = note.scopes.filter((scope) => scope.kind === 'abandoned');
  const undone = undoneInTitle(note, tools);
  if (scopes.length === 0 && ![NOTHING_THERE, NOTHING_AT, ONLY].some((one) => holds(note, one))) return undone;
  const given: Level[] = [];
  const empty = new Set<string>();
  const told: { readonly level: Level; readonly index: number }[] = [];
  let only: ReadonlySet<string> | undefined;
  const runs: { readonly from: number; readonly to: number }[] = [];
  for (const [index, sentence] of body.entries()) {
    if (sentence.section.role === 'title') continue;
    const words = tools.says(sentence);
    const scope = scopes.find((one) => sentence.start <= one.cue.start && one.cue.end <= sentence.end);
    const mentions = tools.levels(sentence);
    // `The right side was not done` speaks of a side, not of the levels before it.
    const aSide = tools.sides(sentence).length > 0 && !/\blevel\b/.test(words);
    if (mentions.length === 0 && !aSide && ((scope && THERE.test(words)) || NOTHING_THERE.test(words))) {
      const run = runBefore(tools, body, index);
      if (run) runs.push(run);
    }
    const nothingAt = NOTHING_AT.exec(words);
    const nothingThere = tools.sides(sentence).length > 1 ? null : NOTHING_THERE_SAID.exec(words);
    const onlyThese = ONLY.exec(words);
    if (onlyThese && mentions.length > 0 && assertionOf(note, sentence.start, sentence.end) === 'asserted')
      only = new Set(mentions.flatMap((one) => one.levels.map(nameOf)));
    for (const { levels } of mentions) {
      for (const level of levels) {
        // `L3-4 could not be entered; nothing was injected there`: whatever was told of it before.
        if (nothingThere && level.end <= sentence.start + nothingThere.index) empty.add(nameOf(level));
        if (nothingAt && level.start >= sentence.start + nothingAt.index) empty.add(nameOf(level));
        // In a sentence that tells of both, what stands behind the giving up is not what was given up.
        const tried =
          scope && (level.start < scope.end || /\b(?:this|that|the) level\b/.test(words)) && !REACHED.test(words);
        if (tried) given.push(level);
        else told.push({ level, index });
      }
    }
  }
  if (only)
    for (const { level } of told) if (!only.has(nameOf(level)) && level.shape === 'pair') empty.add(nameOf(level));
  const within = (index: number) => runs.some((run) => run.from <= index && index <= run.to);
  const kept = new Set(told.filter((one) => !within(one.index)).map((one) => nameOf(one.level)));
  given.push(...told.filter((one) => within(one.index)).map((one) => one.level));
  given.push(...told.filter((one) => empty.has(nameOf(one.level))).map((one) => one.level));
  return [...undone, ...given.filter((level) => empty.has(nameOf(level)) || !kept.has(nameOf(level)))];
}

/** `C4-5 and C5-6 facet injections; C5-6 deferred`: the title itself says what was left out. */
const UNDONE =
  /^[\s,]*(?:(?:level|joint|was|were|is) ?)*[-:(\u2013]* ?(?:not (?:performed|done|treated|injected|attempted|completed|blocked)|deferred|omitted|skipped|cancell?ed|aborted|abandoned)\b/;
const SOME_UNDONE =
  /\bnot (?:performed|done|treated|injected|attempted|completed|blocked)\b|\bdeferred\b|\bomitted\b|\bskipped\b|\bcancell?ed\b|\baborted\b|\babandoned\b/;

function undoneInTitle(note: ProcedureNote, tools: NoteTools): Level[] {
  if (!holds(note, SOME_UNDONE)) return [];
  return tools.titles
    .filter((one) => SOME_UNDONE.test(tools.says(one)))
    .flatMap((title) => tools.levels(title).flatMap((one) => one.levels.at(-1) ?? []))
    .filter((level) => UNDONE.test(note.lower.slice(level.end, level.end + 40)));
}

/** The sentences between the one that names the place and the one that gives it up; none when something was given there. */
function runBefore(
  tools: NoteTools,
  body: readonly Sentence[],
  index: number,
): { readonly from: number; readonly to: number } | undefined {
  for (let from = index - 1; from >= Math.max(0, index - FARTHEST); from--) {
    const words = tools.says(body[from]!);
    if (tools.levels(body[from]!).length > 0) return { from, to: index };
    if (/\b(?:injected|instilled|administered|lesioned)\b/.test(words) && tools.asserted(body[from]!)) return undefined;
  }
  return undefined;
}

export function nameOf(level: Level): string {
  return level.upper === level.lower ? level.upper : `${level.upper}-${level.lower}`;
}
