import type { Reading } from './reading.ts';

/**
 * Hands drawings to the worker, one at a time. Of those that come while it reads only the last is kept: what has been typed over
 * is nobody's concern any more.
 */
export function startReader(show: (reading: Reading) => void): (source: string) => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let busy = false;
  let waiting: string | null = null;
  worker.addEventListener('message', ({ data }: MessageEvent<Reading>) => {
    busy = false;
    if (waiting === null) show(data);
    else ask(waiting);
  });
  return ask;

  function ask(source: string): void {
    waiting = busy ? source : null;
    if (busy) return;
    busy = true;
    worker.postMessage(source);
  }
}
