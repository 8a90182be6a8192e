import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { writeLocationIn } from '@interspace/wire/x12/claims/read-claim';
import type { Output } from '../render/output.ts';
import type { SketchJudge } from './sketch-judge.ts';

const OPENING = Buffer.from('{"id":');
const PLACE = Buffer.from(',"at":');
const [COMMA, BRACE, LINE_END] = [',', '}', '\n'].map((sign) => sign.charCodeAt(0)) as [number, number, number];

/** JSON Lines of claims whose answers are known: what `claimAsJson` says, from bytes made once for all that share an answer. */
export class KnownLines {
  readonly #out: Output;
  #file = '';
  #middle: Uint8Array = new Uint8Array(0);

  constructor(out: Output) {
    this.#out = out;
  }

  write(sketch: ClaimSketch, { merged, day, whole }: SketchJudge, file: string): void {
    const out = this.#out;
    const { iso } = day;
    if (file !== this.#file) {
      this.#file = file;
      this.#middle = Buffer.from(`,"file":${JSON.stringify(file)},"findings":[`);
    }
    out.bytes(OPENING);
    out.quoted(sketch.id);
    out.bytes(this.#middle);
    if (merged) {
      const { places } = sketch;
      for (let at = 0; at < merged.findings.length; at++) {
        const kept = merged.findings[at]!;
        if (at > 0) out.byte(COMMA);
        kept.write(out, iso);
        out.bytes(PLACE);
        writeLocationIn(out, places, kept.line, kept.field, kept.nth);
        out.byte(BRACE);
      }
    }
    whole.coverage.text.write(out, iso);
    whole.programs.text.write(out, iso);
    out.byte(LINE_END);
  }
}
