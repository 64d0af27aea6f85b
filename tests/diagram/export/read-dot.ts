import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { ReadGraph } from './graph.ts';

interface DotJson {
  readonly objects?: readonly {
    readonly _gvid: number;
    readonly name: string;
    readonly label?: string;
    readonly class?: string;
    readonly nodes?: readonly number[];
    readonly subgraphs?: readonly number[];
  }[];
  readonly edges?: readonly {
    readonly tail: number;
    readonly head: number;
    readonly dir?: string;
    readonly label?: string;
    readonly ltail?: string;
    readonly lhead?: string;
  }[];
}

/** What Graphviz itself reads. Clusters are groups; a point of the class `anchor` stands for the cluster that it is in. */
export async function dotReader(): Promise<(source: string) => ReadGraph> {
  const graphviz = await Graphviz.load();
  return (source) => {
    const { objects = [], edges = [] } = JSON.parse(graphviz.layout(source, 'dot_json', 'nop')) as DotJson;
    const names = new Map(objects.map(({ _gvid, name }) => [_gvid, name]));
    const clusters = objects.filter(({ name }) => name.startsWith('cluster_'));
    // A node is named in every cluster around it, a cluster only in the next.
    const parentOf = (gvid: number): string | null => {
      const around = clusters.filter(({ nodes, subgraphs }) => nodes?.includes(gvid) || subgraphs?.includes(gvid));
      const next = around.find(({ subgraphs }) => !around.some(({ _gvid }) => subgraphs?.includes(_gvid)));
      return next ? groupOf(next.name) : null;
    };
    const parts = objects.filter((object) => object.class !== 'anchor');
    const anchors = objects.filter((object) => object.class === 'anchor');
    for (const anchor of anchors)
      if (parentOf(anchor._gvid) !== anchor.name) throw new Error(`${anchor.name} is not in its cluster.`);
    return {
      nodes: parts.map(({ _gvid, name, label = '' }) =>
        name.startsWith('cluster_')
          ? { id: groupOf(name), kind: 'group', parent: parentOf(_gvid), lines: shown(label) }
          : { id: name, kind: 'node', parent: parentOf(_gvid), lines: shown(label) },
      ),
      edges: edges.map(({ tail, head, dir = 'forward', label, ltail, lhead }) => {
        const [from, to] = [names.get(tail) ?? '', names.get(head) ?? ''];
        for (const [end, cluster] of [
          [from, ltail],
          [to, lhead],
        ] as const) {
          const isGroup = anchors.some(({ name }) => name === end);
          if (isGroup ? cluster !== `cluster_${end}` : cluster !== undefined)
            throw new Error(`A line ends at ${end} and is cut at ${cluster ?? 'nothing'}.`);
        }
        if (dir !== 'forward' && dir !== 'both' && dir !== 'none') throw new Error(`There is no direction ${dir}.`);
        return { from, to, head: dir, lines: label === undefined ? [] : shown(label) };
      }),
    };
  };
}

function groupOf(cluster: string): string {
  return cluster.slice('cluster_'.length);
}

/** The lines that Graphviz draws, its escapes and entities resolved. */
function shown(label: string): readonly string[] {
  const text = label.replace(/\\(.)/g, (_, letter: string) => {
    if (letter !== 'n' && letter !== '\\' && letter !== '"')
      throw new Error(`\\${letter} means something else in ${label}`);
    return letter === 'n' ? '\n' : letter;
  });
  return text.split('\n').map((line) =>
    line.replace(/&(\w*;?)/g, (_, name: string) => {
      if (name !== 'amp;') throw new Error(`&${name} means something else in ${label}`);
      return '&';
    }),
  );
}
