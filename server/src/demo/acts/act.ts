import type { Session } from '@interspace/core/model/history';
import type { Draw } from '../draw.ts';

/** What a note is written from. */
export interface Scene {
  readonly draw: Draw;
  /** As the note writes it, `03/02/2026`. */
  readonly day: string;
  readonly patient: string;
  readonly age: number;
  readonly sex: 'F' | 'M';
  readonly signer: string;
  readonly side: 'left' | 'right';
  /** The same procedure earlier this year: day and relief, oldest first. */
  readonly earlier: readonly { readonly day: string; readonly relief: number; readonly weeks: number }[];
  /** Where the dictation goes wrong, for a part of the notes. */
  readonly slip: Slip | undefined;
}

/** What people forget or mix up. */
export type Slip = 'no-contrast' | 'no-images' | 'other-side' | 'no-scale' | 'no-care' | 'no-relief' | 'sedation';

/** The parts of a note, before somebody's habit arranges them. */
export interface NoteParts {
  readonly title: string;
  readonly diagnosis: string;
  readonly story: string;
  readonly technique: string;
  readonly after: string;
  readonly plan: string;
}

/** A kind of encounter of the invented practice. */
export interface Act {
  readonly title: string;
  readonly kind: 'procedure-note' | 'clinic-note';
  readonly placeOfService: '11' | '22' | '24';
  readonly diagnoses: readonly string[];
  /** Claim lines; absent side modifiers are put in for the scene. */
  readonly lines: readonly {
    readonly code: string;
    readonly sided?: boolean;
    readonly units?: number;
    readonly charge: number;
  }[];
  /** What the ledger keeps of it; clinic visits leave nothing there. */
  readonly session?: Omit<Session, 'date' | 'side' | 'response' | 'status' | 'source'>;
  readonly sided?: boolean;
  readonly slips: readonly Slip[];
  readonly write: (scene: Scene) => NoteParts;
}

/** The side that the description tells; not the one of the title when the dictation mixed them up. */
export function doneOn({ side, slip }: Scene): 'left' | 'right' {
  if (slip !== 'other-side') return side;
  return side === 'left' ? 'right' : 'left';
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `unless(scene, 'no-images', 'Images were saved.')`: the sentence, or nothing when it was forgotten. */
export function unless({ slip }: Scene, forgotten: Slip, sentence: string): string {
  return slip === forgotten ? '' : sentence;
}

/** Sentences with one blank between them. */
export function say(...sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(' ');
}

export function pronoun({ sex }: Scene): 'She' | 'He' {
  return sex === 'F' ? 'She' : 'He';
}
