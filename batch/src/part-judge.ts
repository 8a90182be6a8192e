import { readTable, type TableFile } from '@interspace/core/edits/agency/layout';
import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { PartReader } from '@interspace/wire/x12/parts/read-part';
import type { WireIssue } from '@interspace/wire/issues';
import { ClaimJudge } from './judge/claim-judge.ts';
import type { JudgedClaim } from './judge/judged-claim.ts';
import { KnownClaim } from './known/known-claim.ts';
import { KnownCounts } from './known/known-counts.ts';
import type { KnownAnswer } from './known/known-answer.ts';
import { KnownLines } from './known/known-line.ts';
import { SketchJudge } from './known/sketch-judge.ts';
import { AnswersToTell } from './known/told-answers.ts';
import { emptyHistory, judgeHeap, type HistoryTally } from './history/history-pass.ts';
import { RecordWriter } from './history/record.ts';
import { Output } from './render/output.ts';
import { rendererFor, type Renderer } from './render/renderer.ts';
import { editionsFor } from './editions-used.ts';
import { collectClaim, collectIssue, collectNews } from './report/collect.ts';
import { emptyReport } from './report/report.ts';
import { standsAlone, type LeftClaims, type LeftResult } from './run/left-claims.ts';
import type { JudgeSettings } from './settings.ts';
import { addClaim, addTally, countNews, emptyTally, type Tally } from './tally.ts';

/** What comes of one part: text in the order of its claims, records for the history, and the counts. */
export interface PartResult {
  readonly output: Uint8Array<ArrayBuffer>;
  readonly records: Uint8Array<ArrayBuffer>;
  readonly tally: Tally;
  /** The rest of the file is refused. */
  readonly stopped: boolean;
  /** Claims that somebody else is to judge before this is all. */
  readonly left?: LeftClaims;
}

export interface HeapResult {
  readonly output: Uint8Array<ArrayBuffer>;
  readonly tally: Tally;
  readonly history: HistoryTally;
}

/** Memory of results that are done with. */
export interface Spent {
  readonly output: ArrayBuffer;
  readonly records?: ArrayBuffer;
}

/** Reads, judges and renders parts of a claim file, one after another. One for each worker. */
export class PartJudge {
  readonly judge: ClaimJudge;
  readonly #renderer: Renderer;
  readonly #records = new RecordWriter();
  readonly #reader: PartReader;
  readonly #settings: JudgeSettings;
  readonly #known: SketchJudge;
  readonly #counts = new KnownCounts();
  #tally: Tally;
  readonly #out = new Output();
  readonly #lines = new KnownLines(this.#out);
  #file = '';
  #ordinal = 0;
  /** Claims of the part so far. */
  #seen = 0;
  /** Set while claims that nobody has told of are left to another thread. */
  #leaving: Leaving | undefined;
  /** Set while only claims are judged that were left by another thread. */
  #wanted: Wanted | undefined;
  #telling: AnswersToTell | undefined;

  constructor(settings: JudgeSettings) {
    this.#settings = settings;
    this.#tally = this.#freshTally();
    const tables = settings.tables.map(opened);
    this.judge = new ClaimJudge(settings.library, tables, settings.context);
    this.#renderer = rendererFor(settings.format);
    this.#known = new SketchJudge(settings.library, tables, this.judge);
    this.#reader = new PartReader(
      {
        claim: (read) => this.#claim(this.judge.judge(read)),
        issue: (issue) => this.#issue(issue),
        ...(settings.singly === true ? {} : { sketch: (sketch) => this.#sketched(sketch) }),
      },
      settings.maxIssues,
    );
  }

  read(part: FilePart, file: string, ordinal: number): PartResult {
    this.#read(part, file, ordinal);
    return { ...this.#taken(), stopped: this.#reader.stopped };
  }

  /**
   * The same, but no rule is asked about a claim whose like nobody has told of: it is left to another thread, where the
   * part can be read by two and the format is one that can be put together.
   */
  readKnown(part: FilePart, file: string, ordinal: number): PartResult {
    if (this.#settings.format !== 'jsonl' || !standsAlone(part)) return this.read(part, file, ordinal);
    const left = (this.#leaving = { claims: [], at: [], under: [] });
    this.#read(part, file, ordinal);
    this.#leaving = undefined;
    return { ...this.#taken(), stopped: this.#reader.stopped, ...(left.claims.length > 0 ? { left } : {}) };
  }

  /** Claims that another thread has left of a part. */
  readLeft(part: FilePart, file: string, ordinal: number, claims: readonly number[]): LeftResult {
    const telling = (this.#telling ??= new AnswersToTell());
    const wanted = (this.#wanted = { claims, ends: [] });
    this.#read(part, file, ordinal);
    this.#wanted = undefined;
    return { ...this.#taken(), ends: wanted.ends, told: telling.take() };
  }

  /** A part and what another thread says of the claims left, in the order of the file. What they are made of is done with. */
  joined(
    { output, records, tally, stopped }: PartResult,
    { claims, at, under }: LeftClaims,
    said: LeftResult,
  ): PartResult {
    this.#known.heard.hear(said.told, under);
    let [text, record, saidText, saidRecord] = [0, 0, 0, 0];
    for (let one = 0; one < claims.length; one++) {
      const [toText, toRecord] = [at[2 * one]!, at[2 * one + 1]!];
      const [endText, endRecord] = [said.ends[2 * one]!, said.ends[2 * one + 1]!];
      this.#out.bytes(output.subarray(text, toText));
      this.#out.bytes(said.output.subarray(saidText, endText));
      this.#records.copy(records.subarray(record, toRecord));
      this.#records.copy(said.records.subarray(saidRecord, endRecord));
      [text, record, saidText, saidRecord] = [toText, toRecord, endText, endRecord];
    }
    this.#out.bytes(output.subarray(text));
    this.#records.copy(records.subarray(record));
    addTally(tally, said.tally);
    this.giveBack({ output: output.buffer, records: records.buffer });
    return { output: this.#out.take(), records: this.#records.take(), tally, stopped };
  }

  #read(part: FilePart, file: string, ordinal: number): void {
    this.#file = file;
    this.#ordinal = ordinal;
    this.#seen = 0;
    this.#reader.read(part);
    this.#counts.settle(this.#tally);
  }

  #taken(): Pick<PartResult, 'output' | 'records' | 'tally'> {
    const tally = this.#tally;
    this.#tally = this.#freshTally();
    return { output: this.#out.take(), records: this.#records.take(), tally };
  }

  /** The claims of one heap in the light of each other. `files` are the names by ordinal. */
  readHeap(records: Uint8Array, files: readonly string[]): HeapResult {
    const history = emptyHistory();
    const tally = this.#freshTally();
    for (const news of judgeHeap(records, this.judge, history, this.#settings.singly)) {
      const file = files[news.kept.file] ?? '';
      countNews(tally, news);
      if (tally.report) collectNews(tally.report, news, file);
      this.#out.text(this.#renderer.news(news, file));
    }
    return { output: this.#out.take(), tally, history };
  }

  /** What was handed over is written, and its memory can be used again. */
  giveBack({ output, records }: Spent): void {
    this.#out.giveBack(output);
    if (records) this.#records.giveBack(records);
  }

  #freshTally(): Tally {
    return this.#settings.format === 'html' || this.#settings.format === 'rows'
      ? { ...emptyTally(), report: emptyReport() }
      : emptyTally();
  }

  /** How often an answer was known, for those who measure. */
  get counts(): SketchJudge['counts'] {
    return this.#known.counts;
  }

  #sketched(sketch: ClaimSketch): void {
    const at = this.#seen++;
    if (this.#leaving) return this.#recalled(sketch, at, this.#leaving);
    if (!this.#wanted) return void this.#judged(sketch);
    const { claims, ends } = this.#wanted;
    if (claims[ends.length / 2] !== at) return;
    if (this.#judged(sketch)) this.#telling!.add(this.#known);
    else this.#telling!.skip();
    ends.push(this.#out.length, this.#records.length);
  }

  /** A claim whose like was told of; the others are left, unless they are like no other. */
  #recalled(sketch: ClaimSketch, at: number, { claims, at: places, under }: Leaving): void {
    if (sketch.odd) return this.#claim(this.judge.judge(sketch.read()));
    const known = this.#known.recall(sketch);
    if (known) return this.#add(sketch, known);
    claims.push(at);
    places.push(this.#out.length, this.#records.length);
    under.push(this.#known.heard.under);
  }

  #add(sketch: ClaimSketch, known: KnownAnswer): void {
    this.#counts.add(this.#tally, sketch, known);
    this.#records.addSketch(sketch, known.whole.frame, known.provider, this.#ordinal);
    if (this.#settings.format === 'jsonl') this.#lines.write(sketch, known, this.#file);
  }

  /** True when its answer is one that is kept. */
  #judged(sketch: ClaimSketch): boolean {
    const known = this.#known.answer(sketch);
    if (!known) this.#claim(this.judge.judge(sketch.read()));
    else {
      this.#add(sketch, this.#known);
      if (this.#settings.format !== 'jsonl') this.#render(sketch);
    }
    return known;
  }

  #render(sketch: ClaimSketch): void {
    const claim = new KnownClaim(sketch, this.#known, this.judge);
    const { report } = this.#tally;
    if (report) collectClaim(report, claim, this.#file, this.#settings.identifiers === true);
    this.#out.text(this.#renderer.claim(claim, this.#file));
  }

  #claim(judged: JudgedClaim): void {
    addClaim(this.#tally, judged);
    const { editions, report } = this.#tally;
    if (report) collectClaim(report, judged, this.#file, this.#settings.identifiers === true);
    for (const name of editionsFor(this.judge.edits, judged)) editions[name] = (editions[name] ?? 0) + 1;
    this.#records.add(judged, this.#ordinal);
    this.#out.text(this.#renderer.claim(judged, this.#file));
  }

  #issue(issue: WireIssue): void {
    // Who left the claims has told it.
    if (this.#wanted) return;
    if (issue.level !== 'warning') this.#tally.issues++;
    if (this.#tally.report) collectIssue(this.#tally.report, issue, this.#file);
    this.#out.text(this.#renderer.issue(issue, this.#file));
  }
}

/** Claims that are left, while a part is read. */
type Leaving = { readonly [Name in keyof LeftClaims]: LeftClaims[Name][number][] };

interface Wanted {
  readonly claims: readonly number[];
  readonly ends: number[];
}

function opened(buffer: Parameters<typeof readTable>[0]): TableFile {
  const table = readTable(buffer);
  if (typeof table === 'string') throw new Error(`a table that was opened before cannot be opened again: ${table}`);
  return table;
}
