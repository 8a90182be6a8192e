import { setFlagsFromString } from 'node:v8';

/**
 * Threads begin with room for what a few Reviews leave behind, in megabytes: a room that has to grow first is cleared
 * many times for each of them. With 16 the leavings of Reviews outlived it and moved on to the old room: a note cost a
 * fifth more processor, most of it clearing, and the process grew to twice the size; 48 and 64 give nothing more.
 */
const YOUNG = '--min-semi-space-size=32';

/**
 * A compiled function takes less of what it calls into itself; Node's own number is 920. A Review walks through a thousand
 * functions once each, and every thread compiles them for itself: with that number a server spent half as much time on
 * compiling as on judging, still after its first thousands of notes. Compiling later instead (`--interrupt-budget`) spares
 * more of it and makes every Review dearer for good.
 */
const SMALL_UNITS = '--max-inlined-bytecode-size-cumulative=300';

/** How V8 runs this process from now on; for the threads that are begun later too. */
export function setThreadFlags(): void {
  setFlagsFromString(YOUNG);
  setFlagsFromString(SMALL_UNITS);
}
