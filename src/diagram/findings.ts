import type { Structure } from './boxes/boxes.ts';
import type { Lines } from './lines/lines.ts';
import type { Linework } from './boxes/linework.ts';
import type { Grid, Ink, TextRun } from './model.ts';
import type { RawNets } from './lines/nets.ts';
import type { RemarkColumns } from './writing/remark-columns.ts';
import type { Territory } from './lines/territory.ts';
import type { WordsFound } from './lines/words.ts';

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
