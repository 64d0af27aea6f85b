/** Reads drawings beside the page, so that typing never waits for it: a text goes in, its reading comes out. */
import { loadEngine } from './engine.ts';
import { readDrawing } from './reading.ts';

const engine = loadEngine();

addEventListener('message', ({ data }: MessageEvent<string>) => {
  void engine.then((loaded) => postMessage(readDrawing(data, loaded)));
});
