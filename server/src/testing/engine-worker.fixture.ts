import { bundledFile } from './bundled-file.fixture.ts';

/** The engine's worker. */
export function engineWorkerFile(): Promise<URL> {
  return bundledFile('engine-worker', 'server/src/engine/worker-main.ts');
}
