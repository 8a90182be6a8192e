import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import { PartSplitter, type SplitterState } from '@interspace/wire/x12/parts/part-splitter';
import { Heaps, heapsFor } from '../history/heaps.ts';
import { emptyHistory, type HistoryTally } from '../history/history-pass.ts';
import type { PartResult } from '../part-judge.ts';
import { rendererFor, type Renderer } from '../render/renderer.ts';
import type { BatchFormat } from '../settings.ts';
import { summarize, type BatchSummary } from '../summary.ts';
import { addTally, emptyTally, type Tally } from '../tally.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Input } from './input.ts';
import type { Judges } from './judges.ts';
import { naming } from './naming.ts';

/** Where the text of a batch goes, in order. The bytes are its own until the call, or its promise, is done. */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>;
}

export interface BatchJob {
  readonly inputs: readonly Input[];
  readonly judges: Judges;
  readonly sink: Sink;
  readonly format: BatchFormat;
  /** Folder for what is kept of claims until the end. */
  readonly historyFolder: string;
  /** All files of that folder are open: who needs no names for them may take the folder away. */
  readonly opened?: () => void;
  readonly library: string;
  /** Bytes of a part at most. */
  readonly partBytes?: number;
  /** Only the summary is written. */
  readonly quiet?: boolean;
  /** Go on from here. */
  readonly from?: Checkpoint;
  /** Called when everything up to a place is written; the caller decides how often to keep it. */
  readonly checkpoint?: (state: Omit<Checkpoint, 'version' | 'settings' | 'inputs'>) => void;
  /** Everything is written, and what was kept of claims is about to go: a checkpoint must not outlive it. */
  readonly written?: () => void;
  readonly progress?: (done: { readonly bytes: number; readonly claims: number; readonly heaps?: number }) => void;
}

const PART_BYTES = 1 << 18;
/** Heaps by thread that are judged before their turn to be written comes. */
const MOST_WAITING = 2;

/** Judges all claims of the inputs and writes what comes of them; then the history, then the summary. Memory stays flat. */
export async function runBatch(job: BatchJob): Promise<BatchSummary> {
  return new Batch(job).run();
}

interface Pending {
  readonly result: Promise<PartResult>;
  readonly buffer: SharedArrayBuffer;
  readonly who: number;
  readonly file: number;
  readonly ends: boolean;
  readonly length: number;
  readonly after: SplitterState | undefined;
}

class Batch {
  readonly #job: BatchJob;
  readonly #renderer: Renderer;
  readonly #heaps: Heaps;
  readonly #tally: Tally;
  readonly #history: HistoryTally;
  readonly #pending: Pending[] = [];
  readonly #free: SharedArrayBuffer[] = [];
  #output: number;
  #bytes = 0;
  /** Files whose rest is refused. */
  readonly #refused = new Set<number>();

  constructor(job: BatchJob) {
    this.#job = job;
    this.#renderer = rendererFor(job.format, job.inputs.length > 1);
    const claims = job.inputs.reduce((sum, { size }) => sum + size, 0);
    this.#heaps = new Heaps(job.historyFolder, job.from?.heaps ?? heapsFor(claims));
    job.opened?.();
    this.#tally = job.from?.tally ?? emptyTally();
    this.#history = job.from?.history ?? emptyHistory();
    this.#output = job.from?.output ?? 0;
    const size = job.partBytes ?? PART_BYTES;
    for (let at = 0; at < 2 * job.judges.count + 1; at++) this.#free.push(new SharedArrayBuffer(size));
  }

  async run(): Promise<BatchSummary> {
    const { from, inputs } = this.#job;
    if (this.#output === 0) await this.#write(Buffer.from(this.#renderer.opening));
    // What an earlier run did counts as done.
    for (let file = 0; file < (from?.file ?? 0); file++) this.#bytes += inputs[file]!.size;
    if (from?.heapsDone === undefined)
      for (let file = from?.file ?? 0; file < inputs.length; file++)
        await this.#read(file, file === from?.file ? from.splitter : undefined);
    await this.#judgeHistory(from?.heapsDone ?? 0);
    const names = inputs.map(({ name }) => name);
    const summary = summarize(this.#tally, this.#history, names, this.#job.library);
    await this.#write(Buffer.from(this.#renderer.closing(summary)));
    this.#job.written?.();
    this.#heaps.remove();
    return summary;
  }

  async #read(file: number, start: SplitterState | undefined): Promise<void> {
    const { judges } = this.#job;
    const input = this.#job.inputs[file]!;
    const splitter = new PartSplitter();
    if (start) {
      splitter.restore(start);
      input.skipTo(start.place.offset);
      this.#bytes += start.place.offset;
    }
    // The same memory for what every part leaves over.
    let held = new Uint8Array(0);
    let rest = held;
    let who = 0;
    for (let last = false; !last && !this.#refused.has(file);) {
      const buffer = await this.#buffer();
      const bytes = Buffer.from(buffer);
      bytes.set(rest, 0);
      const read = await input.read(bytes.subarray(rest.length));
      const filled = rest.length + read;
      last = filled < bytes.length;
      const part = splitter.cut(bytes.subarray(0, filled), last);
      const left = bytes.subarray(part.bytes.length, filled);
      if (left.length > held.length) held = new Uint8Array(2 * left.length);
      held.set(left);
      rest = held.subarray(0, left.length);
      if (part.begins) who = judges.free();
      this.#hand(part, buffer, file, who, splitter.state);
      if (who === judges.here) await judges.turn();
    }
    while (this.#pending.length > 0) await this.#settle();
    input.close();
  }

  #hand(part: FilePart, buffer: SharedArrayBuffer, file: number, who: number, state: SplitterState): void {
    const { judges, inputs } = this.#job;
    const ends = part.ends || part.last;
    const result = judges.part(who, part, buffer, inputs[file]!.name, file);
    // Refused promises are met when their turn comes.
    result.catch(() => {});
    const after = part.last ? undefined : state;
    this.#pending.push({ result, buffer, who, file, ends, length: part.bytes.length, after });
  }

  async #buffer(): Promise<SharedArrayBuffer> {
    while (this.#free.length === 0) await this.#settle();
    return this.#free.pop()!;
  }

  /** The oldest part: its text is written, then everything up to its end is settled. */
  async #settle(): Promise<void> {
    const oldest = this.#pending.shift()!;
    const { output, records, tally, stopped } = await oldest.result;
    this.#free.push(oldest.buffer);
    if (this.#refused.has(oldest.file)) return;
    if (!this.#job.quiet) await this.#write(output);
    naming(this.#job.historyFolder, () => this.#heaps.append(records));
    this.#job.judges.giveBack(oldest.who, { output: output.buffer, records: records.buffer });
    addTally(this.#tally, tally);
    this.#bytes += oldest.length;
    if (stopped) this.#refused.add(oldest.file);
    this.#job.progress?.({ bytes: this.#bytes, claims: this.#tally.claims });
    if (!oldest.ends) return;
    const done = oldest.after === undefined || stopped;
    this.#keep({
      file: done ? oldest.file + 1 : oldest.file,
      splitter: done ? undefined : oldest.after,
      heapsDone: undefined,
    });
  }

  #keep(where: Pick<Checkpoint, 'file' | 'splitter' | 'heapsDone'>): void {
    const heaps = this.#heaps;
    const { historyFolder } = this.#job;
    this.#job.checkpoint?.({
      ...where,
      output: this.#output,
      // Read only where a checkpoint is written, because it has all records written too.
      get heaps() {
        return naming(historyFolder, () => heaps.lengths);
      },
      tally: this.#tally,
      history: this.#history,
    });
  }

  async #judgeHistory(done: number): Promise<void> {
    const { judges, inputs, historyFolder } = this.#job;
    const files = inputs.map(({ name }) => name);
    const { count } = this.#heaps;
    const waiting = new Map<number, { who: number; memory: SharedArrayBuffer; result: ReturnType<Judges['heap']> }>();
    /** Memory of heaps that are done. */
    const free: SharedArrayBuffer[] = [];
    let asked = done;
    const ask = (who: number): void => {
      const { records, leftOut } = naming(historyFolder, () => this.#heaps.read(asked, free.pop()));
      this.#history.claims += leftOut;
      this.#history.crowded += leftOut;
      const result = judges.heap(who, records, files);
      result.catch(() => {});
      waiting.set(asked++, { who, memory: records.buffer, result });
    };
    for (let heap = done; heap < count; heap++) {
      for (let who = judges.free(); asked < count && who !== judges.here; who = judges.free()) ask(who);
      if (asked < count && asked <= heap + MOST_WAITING * judges.count) {
        ask(judges.here);
        await judges.turn();
      }
      const { who, memory, result } = waiting.get(heap)!;
      const { output, tally, history } = await result;
      waiting.delete(heap);
      free.push(memory);
      if (!this.#job.quiet) await this.#write(output);
      judges.giveBack(who, { output: output.buffer });
      addTally(this.#tally, tally);
      for (const name of Object.keys(history) as (keyof HistoryTally)[]) this.#history[name] += history[name];
      this.#job.progress?.({ bytes: this.#bytes, claims: this.#tally.claims, heaps: heap + 1 });
      this.#keep({ file: inputs.length, splitter: undefined, heapsDone: heap + 1 });
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    const separator = this.#renderer.separator?.charCodeAt(0);
    const first = this.#output === this.#renderer.opening.length && bytes[0] === separator;
    const text = first ? bytes.subarray(1) : bytes;
    await this.#job.sink.write(text);
    this.#output += text.length;
  }
}
