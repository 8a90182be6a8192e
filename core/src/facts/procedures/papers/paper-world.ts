/** The words by which one world of papers is known; phrases part at a bar, and a plural in`s` is found too. */
export interface PaperWorld {
  /** Phrases that all but say what the paper is. */
  readonly names: string;
  /** Words of that world that a chart does hold now and then, one at a time. */
  readonly words: string;
}
