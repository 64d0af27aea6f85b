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

/** Reads files one by one, or many at once, which takes a tenth of the time: D2 measures its fonts anew in each call. */
export interface D2Reader {
  one(source: string): ReadGraph;
  all(sources: readonly string[]): readonly ReadGraph[];
}

/** Starts D2. */
export async function d2Reader(): Promise<D2Reader> {
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
  const compile = (fs: Readonly<Record<string, string>>): Extract<Answer, { data: unknown }>['data'] => {
    const answer = JSON.parse(world.d2.getELKGraph(JSON.stringify({ fs }))) as Answer;
    if ('error' in answer) throw new Error(`D2 does not take it: ${answer.error.message}`);
    return answer.data;
  };
  return {
    one: (source) => graphOf(compile({ index: source })),
    all(sources) {
      // The choice of a layout engine may stand in one place only, and nothing is laid out here.
      const imported = sources.map((source, at) => [`f${at}.d2`, source.replace(/^vars: .*$/m, '')] as const);
      const index = sources.map((_, at) => `d${at}: @f${at}`).join('\n');
      const { children = [], edges = [] } = compile({ index, ...Object.fromEntries(imported) });
      const ends = Map.groupBy(edges, ({ sources: [from] }) => from.split('.')[0]);
      return sources.map((_, at) => {
        const drawing = children.find(({ id }) => id === `d${at}`);
        return graphOf({ id: '', children: drawing?.children ?? [], edges: ends.get(`d${at}`) ?? [] });
      });
    },
  };
}

function graphOf(root: ElkNode & { readonly edges?: readonly ElkEdge[] }): ReadGraph {
  return { nodes: nodesIn(root), edges: (root.edges ?? []).map(readEdge) };
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
