import type * as Door from '../../diagram/index.ts';

export type Engine = typeof Door;

/** The engine as the site serves it to browsers: one file, for its own pages as for anybody else. */
export function loadEngine(): Promise<Engine> {
  const file = import.meta.env.DEV ? 'src/diagram/index.ts' : 'plumbline.js';
  return import(/* @vite-ignore */ `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${file}`) as Promise<Engine>;
}
