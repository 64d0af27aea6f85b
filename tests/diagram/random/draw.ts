import { columnsOf } from '../../../src/diagram/index.ts';
import { createCanvas, sideOf, type Canvas, type Cell, type Rect, type Side } from './canvas.ts';
import type { BoxLook, HeadSet, Look } from './plan.ts';
import type { Frame, Line, LineEnd, Scene } from './scene.ts';
import { cellWidth, type CellsBox, type GroupBox, type NodeBox, type TableBox, type TreeBox } from './sizes.ts';

/** Draws all of a scene on a new canvas; in box drawing where plain ASCII would join what is apart. */
export function drawScene(scene: Scene, look: Look, heads: HeadSet): Canvas {
  const canvas = drawIn(scene, look, heads);
  return look === 'ascii' && canvas.hasFalseJoint() ? drawIn(scene, 'light', heads) : canvas;
}

function drawIn({ frames, lines, labels, tails }: Scene, look: Look, heads: HeadSet): Canvas {
  const canvas = createCanvas(look, heads);
  frames.forEach((frame, index) =>
    drawFrame(canvas, frame, look === 'mixed' ? (mixed[index % mixed.length] ?? 'light') : look),
  );
  for (const line of lines) drawLine(canvas, line, look);
  for (const { at, rows } of labels)
    rows.forEach((words, index) => canvas.write({ row: at.row + index, column: at.column }, words));
  for (const { at, words } of tails) canvas.write(at, words);
  return canvas;
}

const mixed: readonly BoxLook[] = ['light', 'heavy', 'double', 'rounded', 'dashed'];

function drawFrame(canvas: Canvas, { box, rect, lead }: Frame, look: BoxLook): void {
  if (box.kind !== 'tree') canvas.border(rect, look);
  switch (box.kind) {
    case 'node':
      return drawNode(canvas, box, rect, lead, look);
    case 'cells':
      return drawCells(canvas, box, rect, look);
    case 'table':
      return drawTable(canvas, box, rect, look);
    case 'tree':
      return drawTree(canvas, box, rect, look);
    case 'group':
      return drawGroup(canvas, box, rect);
  }
}

function drawNode(canvas: Canvas, box: NodeBox, rect: Rect, lead: number, look: BoxLook): void {
  if (box.titleInBorder) canvas.write({ row: rect.top, column: rect.left + 2 }, ` ${box.title} `);
  box.rows.forEach((words, index) => {
    const row = rect.top + 1 + lead + index;
    if (words === null) canvas.divide({ row, column: rect.left }, { row, column: rect.right }, look);
    else canvas.write({ row, column: startOf(words, rect, box.centred && !words.startsWith('-'), box.padding) }, words);
  });
}

function drawCells(canvas: Canvas, { title, cells }: CellsBox, rect: Rect, look: BoxLook): void {
  const divider = title === null ? rect.top : rect.top + 2;
  if (title !== null) {
    canvas.write({ row: rect.top + 1, column: startOf(title, rect, true, 1) }, title);
    canvas.divide({ row: divider, column: rect.left }, { row: divider, column: rect.right }, look);
  }
  let { left } = rect;
  cells.forEach((cell, index) => {
    canvas.write({ row: divider + 1, column: left + 2 }, cell);
    left += cellWidth(cell) + 1;
    if (index < cells.length - 1)
      canvas.divide({ row: divider, column: left }, { row: rect.bottom, column: left }, look);
  });
}

function drawTable(canvas: Canvas, { rows, widths }: TableBox, rect: Rect, look: BoxLook): void {
  rows.forEach((cells, index) => {
    const row = rect.top + 1 + 2 * index;
    if (index > 0) canvas.divide({ row: row - 1, column: rect.left }, { row: row - 1, column: rect.right }, look);
    let { left } = rect;
    cells.forEach((cell, column) => {
      canvas.write({ row, column: left + 2 }, cell);
      left += (widths[column] ?? 0) + 1;
    });
  });
  let { left } = rect;
  for (const width of widths.slice(0, -1)) {
    left += width + 1;
    canvas.divide({ row: rect.top, column: left }, { row: rect.bottom, column: left }, look);
  }
}

function drawTree(canvas: Canvas, { rows }: TreeBox, { top, left }: Rect, look: BoxLook): void {
  rows.forEach(({ lead, name }, index) => {
    const drawn = look === 'ascii' ? [...lead].map((glyph) => asciiBranches[glyph] ?? glyph).join('') : lead;
    canvas.write({ row: top + index, column: left }, `${drawn}${name}`);
  });
}

const asciiBranches: Readonly<Record<string, string>> = { '│': '|', '├': '|', '└': '`', '─': '-' };

function drawGroup(canvas: Canvas, { title, titleInBorder }: GroupBox, { top, left }: Rect): void {
  if (titleInBorder) canvas.write({ row: top, column: left + 2 }, ` ${title} `);
  else canvas.write({ row: top + 1, column: left + 2 }, title);
}

function startOf(words: string, { left, right }: Rect, centred: boolean, padding: number): number {
  return centred ? left + 1 + Math.floor((right - left - 1 - columnsOf(words)) / 2) : left + 1 + padding;
}

function drawLine(canvas: Canvas, line: Line, look: Look): void {
  const { from, to } = line;
  const ahead = sideOf(from, to);
  const [start, end] = [asWritten(line.start, ahead, look), asWritten(line.end, ahead, look)];
  canvas.line(inset(from, to, start), inset(to, from, end), { from: isDrawn(start), to: isDrawn(end) });
  drawHead(canvas, from, to, start, sideOf(to, from));
  drawHead(canvas, to, from, end, ahead);
}

/** Nobody writes `>` for a wall of `|`, it would read as a word; and nobody leaves a row blank between a border and its line. */
function asWritten(end: LineEnd, ahead: Side, look: Look): LineEnd {
  const upright = ahead === 'up' || ahead === 'down';
  if (upright) return end.meets === 'blank' ? { ...end, meets: 'touch' } : end;
  return look === 'ascii' && end.head === 'in' ? { meets: 'touch', head: 'before' } : end;
}

/** Whether the line fills the cell at its end. */
function isDrawn({ meets }: LineEnd): boolean {
  return meets !== 'touch';
}

function inset(cell: Cell, other: Cell, { meets }: LineEnd): Cell {
  return meets === 'blank' ? stepFrom(cell, other, 2) : cell;
}

function drawHead(canvas: Canvas, cell: Cell, other: Cell, { meets, head }: LineEnd, side: Side): void {
  if (head === 'none') return;
  const steps = head === 'in' ? 0 : meets === 'blank' ? 2 : 1;
  canvas.head(stepFrom(cell, other, steps), side);
}

function stepFrom({ row, column }: Cell, other: Cell, steps: number): Cell {
  return {
    row: row + steps * Math.sign(other.row - row),
    column: column + steps * Math.sign(other.column - column),
  };
}
