import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { exporters, type ExportFormat } from '../../../src/diagram/index.ts';
import { samples, type Sample } from './drawings.ts';
import { compared, meant, tornLines, type ReadGraph } from './graph.ts';
import { d2Reader, type D2Reader } from './read-d2.ts';
import { dotReader } from './read-dot.ts';
import { readDrawio } from './read-drawio.ts';
import { readExcalidraw } from './read-excalidraw.ts';
import { readMermaid } from './read-mermaid.ts';

const all = samples();

function written(format: ExportFormat, { diagram, names }: Sample): string {
  return exporters[format].write(diagram, { names });
}

/** One test a format: naming each of hundreds of drawings would take longer than reading them. A failure names its drawing. */
function everyDrawing(format: ExportFormat, read: (source: string) => ReadGraph | Promise<ReadGraph>): void {
  it(`has the graph of every drawing (${all.length})`, async () => {
    for (const sample of all) {
      const source = written(format, sample);
      const found = await Promise.resolve(source)
        .then(read)
        .catch((error: unknown) => {
          throw new Error(`${sample.name}: ${String(error)}\n${source.slice(0, 3000)}`);
        });
      expectSame(sample, found);
    }
  }, 120_000);
}

function expectSame(sample: Sample, found: ReadGraph): void {
  const wanted = meant(sample);
  expect({ drawing: sample.name, ...compared(found) }).toEqual({ drawing: sample.name, ...compared(wanted) });
  expect({ drawing: sample.name, torn: tornLines(wanted, found) }).toEqual({ drawing: sample.name, torn: [] });
}

it('has drawings', () => expect(all.length).toBeGreaterThan(400));

describe('Mermaid, read by Mermaid', () => everyDrawing('mermaid', readMermaid));

describe('D2, read by D2', () => {
  let reader: D2Reader;
  beforeAll(async () => void (reader = await d2Reader()), 60_000);
  it(`has the graph of every drawing (${all.length})`, () => {
    for (let at = 0; at < all.length; at += 60) {
      const some = all.slice(at, at + 60);
      const found = reader.all(some.map((sample) => written('d2', sample)));
      for (const [index, sample] of some.entries()) expectSame(sample, found[index] ?? { nodes: [], edges: [] });
    }
  }, 120_000);
  it('takes whole files', () => {
    for (const sample of all.filter((_, index) => index % 100 === 0))
      expectSame(sample, reader.one(written('d2', sample)));
  });
});

describe('DOT, read by Graphviz', () => {
  let read: (source: string) => ReadGraph;
  beforeAll(async () => void (read = await dotReader()));
  everyDrawing('dot', (source) => read(source));
});

describe.each([
  ['drawio', readDrawio],
  ['excalidraw', readExcalidraw],
] as const)('%s, read strictly', (format, read) => {
  everyDrawing(format, read);
  it('keeps the places: boxes in their groups, lines upright or level', () => {
    const odd = all.flatMap((sample) => read(written(format, sample)).odd.map((what) => `${sample.name}: ${what}`));
    expect(odd).toEqual([]);
  });
});

describe('JSON, by its schema', () => {
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../../public/schema/graph.json', import.meta.url), 'utf8'),
  );
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema as object);
  it('has the graph of every drawing', () => {
    for (const sample of all) {
      const graph: unknown = JSON.parse(
        exporters.json.write(sample.diagram, { names: sample.names, schema: '/schema/graph.json' }),
      );
      validate(graph);
      expect({ drawing: sample.name, errors: validate.errors ?? [] }).toEqual({ drawing: sample.name, errors: [] });
    }
  });
  it('says what is no graph', () => {
    expect(validate({ nodes: [], edges: [{ id: 'e1', from: 'n1', to: 'n2', head: 'backward' }] })).toBe(false);
  });
});

it('the same drawing gives the same bytes', () => {
  for (const sample of all.slice(0, 40))
    for (const format of Object.keys(exporters) as ExportFormat[])
      expect(written(format, sample)).toBe(written(format, sample));
});
