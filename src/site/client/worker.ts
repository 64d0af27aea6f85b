/** Reads drawings beside the page, so that typing never waits for it: a text goes in, its reading comes out. */
import { readDrawing } from './reading.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => {
  postMessage(readDrawing(data));
});
