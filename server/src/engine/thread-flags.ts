import { setFlagsFromString } from 'node:v8';

/**
 * Threads begin with room for what a few Reviews leave behind, in megabytes: a room that has to grow first is cleared
 * many times for each of them.
 */
const YOUNG = '--min-semi-space-size=16';

/**
 * A function is compiled once more, and better, after fifteen times as much work as Node.js waits for. A Review walks
 * through a thousand functions once each, and every thread compiles them for itself: with Node's own number a server spent
 * as much on compiling as on a third of judging, still after its first five thousand notes.
 */
const PATIENT = '--interrupt-budget=1000000';

/** How V8 runs this process from now on; for the threads that are begun later too. */
export function setThreadFlags(): void {
  setFlagsFromString(YOUNG);
  setFlagsFromString(PATIENT);
}
