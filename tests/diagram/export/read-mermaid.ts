import DOMPurify from 'dompurify';
import mermaid from 'mermaid';
import type { ReadGraph } from './graph.ts';

// Without a page there is nothing to clean. What the cleaning would take away, the reader refuses.
Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });

/** What Mermaid itself takes from a flowchart. */
interface FlowDb {
  getVertices(): ReadonlyMap<string, { readonly text?: string }>;
  getSubGraphs(): readonly { readonly id: string; readonly title: string; readonly nodes: readonly string[] }[];
  getEdges(): readonly {
    readonly start: string;
    readonly end: string;
    readonly type: string;
    readonly text: string;
  }[];
}

export async function readMermaid(source: string): Promise<ReadGraph> {
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  if (!type.startsWith('flowchart')) throw new Error(`Mermaid takes it for a ${type}.`);
  const flow = db as unknown as FlowDb;
  const groups = flow.getSubGraphs();
  const parents = new Map(groups.flatMap(({ id, nodes }) => nodes.map((node) => [node, nameOf(id)] as const)));
  const groupIds = new Set(groups.map(({ id }) => id));
  const parentOf = (id: string): string | null => parents.get(id) ?? null;
  return {
    nodes: [
      ...groups.map(({ id, title }) => ({
        id: nameOf(id),
        kind: 'group' as const,
        parent: parentOf(id),
        lines: shown(title),
      })),
      ...[...flow.getVertices()]
        .filter(([id]) => !groupIds.has(id))
        .map(([id, { text = '' }]) => ({
          id: nameOf(id),
          kind: 'node' as const,
          parent: parentOf(id),
          lines: shown(text),
        })),
    ],
    edges: flow.getEdges().map(({ start, end, type: arrow, text }) => ({
      from: nameOf(start),
      to: nameOf(end),
      head: headOf(arrow),
      lines: text === '' ? [] : shown(text),
    })),
  };
}

const heads = { arrow_point: 'forward', double_arrow_point: 'both', arrow_open: 'none' } as const;

function headOf(type: string): 'forward' | 'both' | 'none' {
  if (!Object.hasOwn(heads, type)) throw new Error(`There is no arrow like ${type}.`);
  return heads[type as keyof typeof heads];
}

function nameOf(id: string): string {
  return id.replace(/^_/, '').replaceAll('_', '-');
}

/** The lines that a reader sees: Mermaid hides entities from its parser in letters of its own, and shows them at the end. */
function shown(text: string): readonly string[] {
  return text.split('<br/>').map((line) => {
    if (/[<>&"\\`]/.test(line)) throw new Error(`Mermaid would read markup in ${line}`);
    return line
      .replace(/ﬂ°°8288¶ß/g, '')
      .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/ﬂ°(\w+)¶ß/g, (_, name: string) => {
        const letter = entities[name];
        if (letter === undefined) throw new Error(`There is no entity &${name};`);
        return letter;
      });
  });
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };
