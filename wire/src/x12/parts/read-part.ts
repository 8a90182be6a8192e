import { ClaimReader, type ClaimSink } from '../claims/claim-reader.ts';
import { ClaimSketch } from '../claims/claim-sketch.ts';
import type { FilePart } from './file-part.ts';

/** Reads parts; a reader lives as long as its parts go on, so that claims and Issues are those of the whole file. */
export class PartReader {
  private reader: ClaimReader | undefined;
  private readonly sink: ClaimSink;
  private readonly maxIssues: number;
  private readonly sketch = new ClaimSketch();

  constructor(sink: ClaimSink, maxIssues: number) {
    this.sink = sink;
    this.maxIssues = maxIssues;
  }

  /** True when the rest of this stretch of the file is refused. */
  get stopped(): boolean {
    return this.reader?.stopped === true;
  }

  read(part: FilePart): void {
    if (part.begins || !this.reader) {
      this.reader = new ClaimReader(this.sink, { maxIssues: this.maxIssues, sketch: this.sketch });
      this.reader.quiet = true;
      for (const { bytes, place } of part.replay) {
        this.reader.jumpTo(place);
        this.reader.push(bytes);
      }
      this.reader.jumpTo(part.place);
      this.reader.quiet = false;
    }
    this.reader.push(part.bytes);
    if (part.last) this.reader.end();
    else if (part.ends) this.reader.endPart();
    if (part.last || part.ends) this.reader = undefined;
  }
}
