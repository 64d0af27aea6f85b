import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReadEdge, ReadGraph, ReadNode } from './graph.ts';

/** The part of D2 that compiles a file without laying it out, which would take minutes for all drawings. */
interface D2 {
  /** The compiled graph as its layout engine ELK is given it, as JSON. */
  getELKGraph(request: string): string;
}

interface ElkNode {
  readonly id: string;
  readonly labels?: readonly { readonly text: string }[];
  readonly children?: readonly ElkNode[];
}

interface ElkEdge {
  readonly id: string;
  readonly sources: readonly [string];
  readonly targets: readonly [string];
  readonly labels?: readonly { readonly text: string }[];
}

type Answer =
  | { readonly data: ElkNode & { readonly edges?: readonly ElkEdge[] } }
  | { readonly error: { readonly message: string } };

/** Starts D2 and returns a reader of its files. */
export async function d2Reader(): Promise<(source: string) => ReadGraph> {
  const folder = dirname(createRequire(import.meta.url).resolve('@terrastruct/d2'));
  const files = join(folder, '../node-esm');
  // The Go runtime that comes with D2 makes itself a global.
  new Function(readFileSync(join(files, 'wasm_exec.js'), 'utf8')).call(globalThis);
  const world = globalThis as unknown as {
    readonly Go: new () => {
      readonly importObject: WebAssembly.Imports;
      run(instance: WebAssembly.Instance): Promise<void>;
    };
    readonly d2: D2;
  };
  const go = new world.Go();
  const { instance } = await WebAssembly.instantiate(readFileSync(join(files, 'd2.wasm')), go.importObject);
  void go.run(instance);
  return (source) => {
    const answer = JSON.parse(world.d2.getELKGraph(JSON.stringify({ fs: { index: source } }))) as Answer;
    if ('error' in answer) throw new Error(`D2 does not take it: ${answer.error.message}\n${source}`);
    return { nodes: nodesIn(answer.data), edges: (answer.data.edges ?? []).map(readEdge) };
  };
}

function nodesIn(root: ElkNode): readonly ReadNode[] {
  const nodes: ReadNode[] = [];
  const waiting = (root.children ?? []).map((node) => ({ node, parent: null as string | null }));
  for (const { node, parent } of waiting) {
    const id = nameOf(node.id);
    const children = node.children ?? [];
    nodes.push({ id, kind: children.length > 0 ? 'group' : 'node', parent, lines: linesOf(node.labels) });
    waiting.push(...children.map((child) => ({ node: child, parent: id })));
  }
  return nodes;
}

/** D2 names an edge by what it joins: `shop.(orders -> db)[0]`. */
function readEdge({ id, sources: [from], targets: [to], labels }: ElkEdge): ReadEdge {
  const arrow = / (<->|->|<-|--) /.exec(id)?.[1];
  const head = arrow === '<->' ? 'both' : arrow === '--' ? 'none' : arrow === '->' ? 'forward' : null;
  if (head === null) throw new Error(`There is no arrow in ${id}`);
  return { from: nameOf(from), to: nameOf(to), head, lines: linesOf(labels) };
}

function linesOf(labels: ElkNode['labels']): readonly string[] {
  return labels?.flatMap(({ text }) => text.split('\n')) ?? [];
}

/** The last step of a path, without the quotes and the `_` of keywords. */
function nameOf(path: string): string {
  return (path.split('.').at(-1) ?? '').replace(/^"(.*)"$/, '$1').replace(/^_/, '');
}
