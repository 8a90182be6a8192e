import { readTable, type TableFile } from '@interspace/core/edits/agency/layout';
import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { PartReader } from '@interspace/wire/x12/parts/read-part';
import type { WireIssue } from '@interspace/wire/issues';
import { ClaimJudge } from './judge/claim-judge.ts';
import type { JudgedClaim } from './judge/judged-claim.ts';
import { KnownClaim } from './known/known-claim.ts';
import { KnownCounts } from './known/known-counts.ts';
import { KnownLines } from './known/known-line.ts';
import { SketchJudge } from './known/sketch-judge.ts';
import { HeapIndex } from './history/heap-index.ts';
import { emptyHistory, judgeHeap, type HistoryTally } from './history/history-pass.ts';
import { RecordWriter } from './history/record.ts';
import { Output } from './render/output.ts';
import { rendererFor, type Renderer } from './render/renderer.ts';
import { editionsFor } from './editions-used.ts';
import { collectClaim, collectIssue, collectNews } from './report/collect.ts';
import { emptyReport } from './report/report.ts';
import type { JudgeSettings } from './settings.ts';
import { addClaim, countNews } from './count-claims.ts';
import { emptyTally, type Tally } from './tally.ts';

/** What comes of one part: text in the order of its claims, records for the history, and the counts. */
export interface PartResult {
  readonly output: Uint8Array<ArrayBuffer>;
  readonly records: Uint8Array<ArrayBuffer>;
  readonly tally: Tally;
  /** The rest of the file is refused. */
  readonly stopped: boolean;
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
  readonly #heap: HeapIndex;
  #tally: Tally;
  readonly #out = new Output();
  readonly #lines = new KnownLines(this.#out);
  #file = '';
  #ordinal = 0;
  /** Where something of a claim could not be read the last time. */
  #unreadAt = -1;

  constructor(settings: JudgeSettings) {
    this.#settings = settings;
    this.#tally = this.#freshTally();
    const tables = settings.tables.map(opened);
    this.judge = new ClaimJudge(settings.library, tables, settings.context);
    this.#heap = new HeapIndex(this.judge.reach);
    this.#renderer = rendererFor(settings.format, settings.severalFiles);
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
    this.#file = file;
    this.#ordinal = ordinal;
    this.#unreadAt = -1;
    this.#reader.read(part);
    this.#counts.settle(this.#tally);
    const result = {
      output: this.#out.take(),
      records: this.#records.take(),
      tally: this.#tally,
      stopped: this.#reader.stopped,
    };
    this.#tally = this.#freshTally();
    return result;
  }

  /** The claims of one heap in the light of each other. `files` are the names by ordinal. */
  readHeap(records: Uint8Array, files: readonly string[]): HeapResult {
    // All claims have come: what was known of their shapes makes room for the history.
    if (this.#known.size > 0) this.#known.forget();
    const history = emptyHistory();
    const tally = this.#freshTally();
    this.#heap.load(records);
    for (const news of judgeHeap(this.#heap, this.judge, history, this.#settings.singly)) {
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
    if (!this.#known.answer(sketch)) return this.#claim(this.judge.judge(sketch.read()));
    this.#counts.add(this.#tally, sketch, this.#known);
    const { whole, provider, merged } = this.#known;
    this.#records.addSketch(sketch, whole.frame.packed, provider, this.#ordinal, merged?.counted);
    if (this.#settings.format === 'jsonl') return this.#lines.write(sketch, this.#known, this.#file);
    const claim = new KnownClaim(sketch, this.#known, this.judge);
    const { report } = this.#tally;
    if (report) this.#records.parties(collectClaim(report, claim, this.#file, this.#settings.identifiers === true));
    this.#out.text(this.#renderer.claim(claim, this.#file));
  }

  #claim(judged: JudgedClaim): void {
    addClaim(this.#tally, judged);
    if (this.#unreadAt >= judged.read.places.own.base) this.#tally.claimsInPart++;
    const { editions, report } = this.#tally;
    for (const name of editionsFor(this.judge.edits, judged)) editions[name] = (editions[name] ?? 0) + 1;
    this.#records.add(judged, this.#ordinal);
    if (report) this.#records.parties(collectClaim(report, judged, this.#file, this.#settings.identifiers === true));
    this.#out.text(this.#renderer.claim(judged, this.#file));
  }

  #issue(issue: WireIssue): void {
    if (issue.level !== 'warning') {
      this.#tally.issues++;
      if (IN_CLAIM.test(issue.place?.loop ?? '')) this.#unreadAt = issue.place?.offset ?? -1;
    }
    if (this.#tally.report) collectIssue(this.#tally.report, issue, this.#file);
    this.#out.text(this.#renderer.issue(issue, this.#file));
  }
}

/** Loops of one claim: its own, of other payers, of its lines. */
const IN_CLAIM = /^2[34]/;

function opened(buffer: Parameters<typeof readTable>[0]): TableFile {
  const table = readTable(buffer);
  if (typeof table === 'string') throw new Error(`a table that was opened before cannot be opened again: ${table}`);
  return table;
}
