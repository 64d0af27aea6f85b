import { diagramView, ownersView } from './diagram.ts';
import { gridView, inkView, lineworkView, writingView } from './ink.ts';
import { boxesView, framesView, territoryView } from './boxes.ts';
import { linesView, netsView, wordsView } from './lines.ts';
import { sheetOf, type View } from './sheet.ts';
import { readStages, type Stages } from '../parse.ts';

/** A stage that can be looked at. */
export interface Stage {
  readonly name: string;
  /** What its marks on the drawing tell, in half a line. */
  readonly says: string;
}

const views = [
  { name: 'grid', says: 'the cells, and what was replaced', view: gridView },
  { name: 'ink', says: 'what draws, by the sides to which it goes; writing is ·', view: inkView },
  { name: 'writing', says: 'the runs of words', view: writingView },
  { name: 'linework', says: 'horizontal ink that hangs together on a row, numbered', view: lineworkView },
  {
    name: 'frames',
    says: 'closed rectangles as they stand, numbered; ? opens one that nothing closes',
    view: framesView,
  },
  { name: 'boxes', says: 'the boxes that were meant, straight, numbered', view: boxesView },
  { name: 'territory', says: 'b border, d divider, i inside; . is free for lines', view: territoryView },
  { name: 'lines', says: 'free ink by what its arms lead to: lines, or ? where an arm leads nowhere', view: linesView },
  { name: 'nets', says: 'lines that hang together, numbered; x where two cross', view: netsView },
  { name: 'words', says: 'boxes without a border, numbered', view: wordsView },
  { name: 'owners', says: 'the one owner of each cell, by its letter', view: ownersView },
  { name: 'diagram', says: 'boxes and lines with their ids, and all that was found', view: diagramView },
] as const satisfies readonly (Stage & { readonly view: (stages: Stages) => View })[];

/** The stages in the order of `parse`, with the owners of the cells and the whole at the end. */
export const stages: readonly Stage[] = views;

/**
 * One stage over its grid: the drawing with rulers, each cell marked by what the stage says of it, and the values below.
 * Lines and columns count from 1, in the drawing as given. A stage that there is none of is a sentence.
 */
export function inspect(source: string, stage: string): string {
  const found = views.find(({ name }) => name === stage);
  if (!found) return `There is no stage "${stage}"; there are ${stages.map(({ name }) => name).join(', ')}.\n`;
  const read = readStages(source);
  const { marks, values } = found.view(read);
  return [`${found.name}: ${found.says}`, '', ...sheetOf(read.grid, marks), '', ...values, ''].join('\n');
}
