import type { Structure } from './boxes.ts';
import type { Lines } from './lines.ts';
import type { Linework } from './linework.ts';
import type { Grid, Ink, TextRun } from './model.ts';
import type { RawNets } from './nets.ts';
import type { RemarkColumns } from './remark-columns.ts';
import type { Territory } from './territory.ts';
import type { WordsFound } from './words.ts';

/** What the stages found, before it is one diagram. */
export interface Findings {
  readonly grid: Grid;
  readonly ink: Ink;
  readonly runs: readonly (readonly TextRun[])[];
  readonly linework: Linework;
  readonly isRemarkAt: RemarkColumns;
  readonly structure: Structure;
  readonly territory: Territory;
  /** Below this row all is prose. */
  readonly lastRow: number;
  readonly lines: Lines;
  readonly raw: RawNets;
  readonly words: WordsFound;
  /** Top edges that nothing closes. */
  readonly open: readonly { readonly row: number; readonly column: number }[];
}
