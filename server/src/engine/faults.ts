/** The engine failed on one question: our mistake, or it took too long. Its message names no patient. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';
}

/** More questions wait than the pool will hold: ask again in a moment. */
export class EngineBusy extends Error {
  override readonly name = 'EngineBusy';
}
