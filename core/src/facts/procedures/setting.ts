import { holds, type ProcedureNote } from '../text/note.ts';

/** Circumstances in which the words of a pain procedure mean something else. */
export interface Setting {
  /** An operation through an incision: injections in it belong to it. */
  readonly surgery: boolean;
  /** Childbirth. */
  readonly labor: boolean;
}

const SURGICAL: readonly RegExp[] = [
  /\bincision(?:s)?\b(?! and drainage site)/,
  /\bretract(?:or|ed|ion)/,
  /\bbovie|electrocauter|\bcauteri[sz]/,
  /\bvicryl|\bmonocryl|\bprolene|\bnylon suture|\bstaples\b|\bdermabond|\bsutured?\b/,
  /\b(?:laminectom|laminotom|discectom|corpectom|facetectom|craniotom)\w+ (?:was|were)|\bkerrison|\brongeur|\bpedicle screws?|\bhigh-?speed (?:drill|bur)/,
  /\bgeneral (?:endotracheal )?an(?:a)?esthe|\bintubat|\blma\b/,
  /\bblood loss\b[^.\n]{0,24}\d/,
  /\bfascia\b|\bperiosteal|\bsubperiosteal/,
];

const LABOR =
  /\b(?:in labor|labor (?:epidural|analgesia|pain|and delivery|room)|labou?ring|cesarean|c-section|vaginal delivery|parturient|obstetric(?:al)? (?:an(?:a)?esth|unit|suite|floor|ward|service))/;

export function settingOf(note: ProcedureNote): Setting {
  let cues = 0;
  for (const cue of SURGICAL) if (cues < 3 && holds(note, cue)) cues++;
  return {
    surgery: cues >= 3,
    labor: holds(note, LABOR),
  };
}
