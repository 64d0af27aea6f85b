import { assemble } from './meaning/assemble.ts';
import type { Findings } from './findings.ts';
import { findFrames } from './boxes/frames.ts';
import { readGrid } from './grid/grid.ts';
import { findInk } from './ink/ink.ts';
import { traceLines } from './lines/lines.ts';
import { traceLinework } from './boxes/linework.ts';
import type { Diagram } from './model.ts';
import { gatherNets } from './lines/nets.ts';
import { lastDrawnRow } from './meaning/notes.ts';
import { findBoxes } from './boxes/boxes.ts';
import { claimTerritory } from './lines/territory.ts';
import { findRemarkColumns } from './writing/remark-columns.ts';
import { readRemarks } from './writing/remarks.ts';
import { findText } from './writing/text.ts';
import { findWords } from './lines/words.ts';

/**
 * Reads a drawing. Every text is a diagram, if a poor one: what could not be understood stays in `loose` or `notes`.
 *
 *     text → grid → ink → line-work → frames → boxes → remarks → writing → lines → nets → words → Diagram
 */
export function parse(source: string): Diagram {
  return readStages(source).diagram;
}

/** What every stage made of a drawing, and the diagram in the end. */
export interface Stages extends Findings {
  readonly diagram: Diagram;
}

/** The same with all that lies between, for looking at one stage. */
export function readStages(source: string): Stages {
  const grid = readGrid(source);
  const drawn = traceLinework(findInk(grid));
  const { frames, open } = findFrames(drawn);
  const structure = findBoxes(drawn, frames);
  const territory = claimTerritory(drawn, structure);
  const isRemarkAt = findRemarkColumns(drawn.ink);
  const ink = readRemarks(drawn.ink, territory, isRemarkAt);
  const linework = { ...drawn, ink };
  const runs = findText(ink, territory);
  const lastRow = lastDrawnRow(ink, frames);
  const lines = traceLines(linework, territory, runs, lastRow);
  const raw = gatherNets(lines);
  const words = findWords({ linework, territory, runs, lines, raw, lastRow, isRemarkAt });
  const found: Findings = {
    grid,
    ink,
    runs,
    linework,
    isRemarkAt,
    structure,
    territory,
    lastRow,
    lines,
    raw,
    words,
    open,
  };
  return { ...found, diagram: assemble(found) };
}
