/** The door to the shape of the content. Zod only, so that the command line reads it in plain Node. */
export * from './schema/vocabulary.ts';
export * from './schema/row.ts';
export * from './schema/pattern.ts';
export * from './schema/glossary.ts';
export * from './schema/drawing.ts';
