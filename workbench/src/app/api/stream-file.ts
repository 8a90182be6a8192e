import { address, proof, type Query } from './client.ts';
import { ApiProblem, unreachable } from './problem.ts';

interface StreamOptions {
  readonly query?: Query;
  readonly type: string;
  readonly signal: AbortSignal;
  readonly onProgress: (bytesSent: number) => void;
}

/** Sends a file as the body of one request, read from the disk as it goes. `fetch` cannot say how far it is; this can. */
export function streamFile<T>(
  path: string,
  file: File,
  { query, type, signal, onProgress }: StreamOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, query));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', type);
    for (const [name, value] of Object.entries(proof())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300 && body !== undefined) resolve(body as T);
      else
        reject(
          new ApiProblem({ title: `The server said ${request.status}.`, ...(body as object), status: request.status }),
        );
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
