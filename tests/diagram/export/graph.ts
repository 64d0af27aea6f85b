import { toGraph } from '../../../src/diagram/index.ts';
import type { Sample } from './drawings.ts';

/** A graph as a reader of some format found it. */
export interface ReadGraph {
  readonly nodes: readonly ReadNode[];
  readonly edges: readonly ReadEdge[];
}

export interface ReadNode {
  readonly id: string;
  readonly kind: 'node' | 'group';
  readonly parent: string | null;
  readonly lines: readonly string[];
}

export interface ReadEdge {
  readonly from: string;
  readonly to: string;
  readonly head: 'forward' | 'both' | 'none';
  readonly lines: readonly string[];
}

/** The graph that an export must give back. */
export function meant({ diagram, names }: Sample): ReadGraph {
  const graph = toGraph(diagram, { names });
  return {
    nodes: graph.nodes.map(({ id, kind, parent, text }) => ({ id, kind, parent, lines: text })),
    edges: graph.edges.map(({ from, to, head, label }) => ({ from, to, head, lines: label?.split('\n') ?? [] })),
  };
}

/**
 * A graph in a form in which two are equal when they mean the same: nodes by id with all their words, edges with ends, head
 * and label. Bars between the cells of a table and arrows between steps are no words; nor is how many blanks part two.
 */
export function compared({ nodes, edges }: ReadGraph): {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
} {
  return {
    nodes: nodes
      .map(({ id, kind, parent, lines }) => `${kind} ${id} in ${parent ?? 'nothing'}: ${wordsOf(lines)}`)
      .sort(),
    edges: edges.map(({ from, to, head, lines }) => `${from} ${head} ${to}: ${lines.map(squeezed).join(' / ')}`).sort(),
  };
}

/** Lines of a node that no line of the other holds whole. */
export function tornLines(wanted: ReadGraph, found: ReadGraph): readonly string[] {
  const lines = new Map(found.nodes.map((node) => [node.id, node.lines.map(squeezed)]));
  return wanted.nodes.flatMap(({ id, lines: own }) =>
    own.map(squeezed).filter((line) => !lines.get(id)?.some((other) => other.includes(line))),
  );
}

function wordsOf(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '' && word !== '|' && word !== '↓')
    .join(' ');
}

function squeezed(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
