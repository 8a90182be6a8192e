/** Version of the engine: it changes when the same input and library may be judged differently. */
export const ENGINE_VERSION = '0.1.0';
