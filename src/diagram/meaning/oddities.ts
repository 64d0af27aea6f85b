import type { Findings } from '../findings.ts';
import { isBlank } from '../geometry/cells.ts';
import { STEP } from '../ink/glyphs.ts';
import { idAt, type IdOf } from './finish.ts';
import type { Attached } from './labels.ts';
import type { Doubt, Loose, Point, Repair } from '../model.ts';
import type { NetDraft } from './net-drafts.ts';

/** Lines that arrive nowhere, ink that belongs to nothing, edges of frames that nothing closes. */
export function looseOf(found: Findings, nets: readonly NetDraft[], idOf: IdOf): Loose[] {
  const loose: Loose[] = [];
  for (const net of nets) {
    if (net.cells.some((cell) => found.lines.lifelines.has(cell))) continue;
    const leaves = net.owners.find((owner) => owner !== null);
    const box = leaves ? idOf(leaves) : null;
    if (box === null) {
      const cell = found.lines.cells[net.cells[0] ?? -1];
      if (cell)
        loose.push({
          at: { row: cell.row, column: cell.column },
          kind: 'stray',
          box: null,
        });
      continue;
    }
    net.ends.forEach(({ at, head }, k) => {
      if (net.owners[k] === null) loose.push({ at, kind: head ? 'orphan-head' : 'dangling-end', box });
    });
  }
  const joined = new Set(nets.flatMap((net) => (net.edges.length > 0 ? net.cells : [])));
  for (const { row, column } of found.open) {
    const corner = found.lines.cellAt(row, column);
    // the rail of a fork looks like a top edge
    if (corner && !joined.has(corner.index)) loose.push({ at: { row, column }, kind: 'open-box', box: null });
  }
  return loose.sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
}

/** What was mended, in reading order. */
export function repairsOf(found: Findings, nets: readonly NetDraft[], idOf: IdOf): Repair[] {
  const boxes = found.structure.repairs.map(({ part, ...repair }): Repair => ({
    ...repair,
    box: idOf({ part, words: null }),
  }));
  const ports = nets.flatMap((net) => {
    const apart = standsApart(net);
    return net.ends.flatMap(({ mended, at }, k): Repair[] => {
      const box = idAt(net, k, idOf);
      return mended && box !== null && !(apart && mended === 'short-line')
        ? [
            {
              kind: mended,
              at,
              box,
              detail: mended === 'short-line' ? 'read as reaching its border' : 'read as one line',
            },
          ]
        : [];
    });
  });
  return [...boxes, ...ports, ...missingPieces(found, idOf)].sort(
    (a, b) => a.at.row - b.at.row || a.at.column - b.at.column,
  );
}

/** Pieces of lines that are missing between two borders: blanks right behind the one that the line passes. */
function missingPieces({ lines, territory, grid }: Findings, idOf: IdOf): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const cell of lines.cells)
    for (const direction of ONWARD) {
      const arm = cell.arms[direction];
      const to = arm?.kind === 'cell' && arm.by === 'pass' ? lines.cells[arm.to] : undefined;
      if (to) repairs.push(...missingPiece(cell, to, direction));
    }
  return repairs;

  function missingPiece(cell: Point, to: Point, direction: 'right' | 'down'): readonly Repair[] {
    const [down, right] = STEP[direction];
    const way = Array.from({ length: (to.row - cell.row) * down + (to.column - cell.column) * right }, (_, step) => ({
      row: cell.row + down * step,
      column: cell.column + right * step,
    }));
    const borderOf = ({ row, column }: Point) => territory.bordersAt(row, column)[0];
    const gap = way.findIndex(
      ({ row, column }, step) => isBlank(grid, row, column) && borderOf(way[step - 1] ?? cell) !== undefined,
    );
    const at = way[gap];
    const part =
      at &&
      way
        .slice(gap)
        .map(borderOf)
        .find((one) => one !== undefined);
    return at && part !== undefined
      ? [{ kind: 'short-line', at, box: idOf({ part, words: null }), detail: 'read as reaching its border' }]
      : [];
  }
}

const ONWARD = ['right', 'down'] as const;

/** Blanks at all ends of a line are a hand, and no fault: `│ ──▶ │`. */
function standsApart({ ends }: NetDraft): boolean {
  return ends.every(({ mended, part }) => part !== null && mended === 'short-line');
}

/** Where two readings were as good, or one was too much to tell. */
export function doubtsOf(found: Findings, nets: readonly NetDraft[], attached: readonly Attached[]): Doubt[] {
  return [...crossingDoubts(found), ...crowdedNets(nets), ...labelDoubts(attached)];
}

/** A `+` is how ASCII draws a join, and also how it draws a crossing; `|` across `-` is a crossing and nothing else. */
function crossingDoubts({ lines, raw }: Findings): readonly Doubt[] {
  return [...raw.crossings].flatMap((index): Doubt[] => {
    const cell = lines.cells[index];
    if (cell?.ink.glyph !== '+') return [];
    return [{ kind: 'ambiguous-crossing', at: { row: cell.row, column: cell.column }, taken: 'read as a crossing' }];
  });
}

/** Nets that mean more connections than are told. */
function crowdedNets(nets: readonly NetDraft[]): readonly Doubt[] {
  return nets.flatMap(({ ends, edges, meant }): Doubt[] =>
    meant > edges.length && ends[0]
      ? [{ kind: 'crowded-line', at: ends[0].at, taken: `read as ${edges.length} connections instead of ${meant}` }]
      : [],
  );
}

/** Labels that could belong to another line as well. */
function labelDoubts(attached: readonly Attached[]): readonly Doubt[] {
  return attached.flatMap(({ block, placement, doubtful }): Doubt[] => {
    const run = block.runs[0];
    if (!doubtful || !run) return [];
    return [
      {
        kind: 'ambiguous-label',
        at: { row: run.row, column: run.column },
        taken: `the line ${placement === 'right' ? 'left of it' : placement === 'left' ? 'right of it' : placement === 'above' ? 'below it' : 'above it'}`,
      },
    ];
  });
}
