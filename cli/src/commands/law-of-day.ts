import type { Library } from '@interspace/core/model/library';
import type { IsoDate } from '@interspace/core/model/date';
import type { Context, EngineInput } from '@interspace/core/model/review-input';
import { surroundingsOf, type ContextFlags } from '../input/context.ts';
import { checkNames } from '../input/known-names.ts';
import type { Io } from '../io.ts';
import { loadLibrary } from '../library.ts';
import { today } from '../today.ts';
import { complain } from '../complain.ts';

/** The law, and the circumstances that flags and context file name. */
export interface LawOfDay {
  readonly library: Library;
  /** Flags stand above the file. */
  readonly context: Context;
  /** The date of service that they name, else today. */
  readonly day: IsoDate;
  readonly history: EngineInput['history'];
}

/** Undefined after complaints: the command cannot run. */
export async function lawOfDay(flags: ContextFlags, io: Io, color?: boolean): Promise<LawOfDay | undefined> {
  const surroundings = await surroundingsOf(flags);
  const library = await loadLibrary();
  if (!surroundings.ok || !library.ok) {
    await complain(
      [surroundings, library].flatMap((part) => (part.ok ? [] : part.issues)),
      io,
      color,
    );
    return undefined;
  }
  const { flags: given, own, file } = surroundings.value;
  const day = given.dateOfService ?? file.context.dateOfService ?? today();
  const context = { ...file.context, ...given, dateOfService: day };
  const names = checkNames(context, library.value);
  await complain(names, io, color);
  if (names.some(({ level }) => level !== 'warning')) return undefined;
  return { library: library.value, context, day, history: own.history ?? file.rest.history };
}
