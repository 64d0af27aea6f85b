import { gzipSync } from 'node:zlib';
import { assemble } from '../src/diagram/meaning/assemble.ts';
import { findBoxes } from '../src/diagram/boxes/boxes.ts';
import { findFrames } from '../src/diagram/boxes/frames.ts';
import { readGrid } from '../src/diagram/grid/grid.ts';
import { parse } from '../src/diagram/index.ts';
import { findInk } from '../src/diagram/ink/ink.ts';
import { traceLines } from '../src/diagram/lines/lines.ts';
import { traceLinework } from '../src/diagram/boxes/linework.ts';
import { gatherNets } from '../src/diagram/lines/nets.ts';
import { readStages } from '../src/diagram/parse.ts';
import { claimTerritory } from '../src/diagram/lines/territory.ts';
import { findText } from '../src/diagram/writing/text.ts';
import { findWords } from '../src/diagram/lines/words.ts';
import { warmTimeOf } from './clock.ts';
import type { Drawing } from './drawings.ts';
import { table } from './table.ts';
import { wayNames, ways } from './ways.ts';

/** KB that the compressed picture of one of the ten drawings may weigh. */
const heaviest = 3;

/** The stages of parse.ts, each on what those before it made. */
function stagesOf(source: string): Readonly<Record<string, () => unknown>> {
  const found = readStages(source);
  const { grid, ink, runs, linework, structure, territory, lastRow, lines } = found;
  const { frames } = findFrames(linework);
  return {
    grid: () => readGrid(source),
    ink: () => findInk(grid),
    writing: () => findText(ink, territory),
    linework: () => traceLinework(ink),
    frames: () => findFrames(linework),
    boxes: () => findBoxes(linework, frames),
    territory: () => claimTerritory(linework, structure),
    lines: () => traceLines(linework, territory, runs, lastRow),
    nets: () => gatherNets(lines),
    words: () => findWords(found),
    assemble: () => assemble(found),
  };
}

/** Prints the milliseconds of each stage. `× split` is the whole parse against splitting the same text into graphemes. */
export function printStages(title: string, drawings: readonly Drawing[]): void {
  const stages = drawings.map(({ source }) => ({ source, times: timesOf(stagesOf(source)) }));
  const names = Object.keys(stages[0]?.times ?? {});
  const rows = stages.map(({ source, times }, k) => {
    const whole = warmTimeOf(() => parse(source));
    const split = warmTimeOf(() => [...graphemes.segment(source)].length);
    return [drawings[k]?.name ?? '', ...names.map((name) => ms(times[name])), ms(whole), (whole / split).toFixed(1)];
  });
  table(`${title}: milliseconds of each stage`, ['drawing', ...names, 'parse', '× split'], rows);
}

/** Prints what every way of telling a drawing takes, and what its picture weighs. Returns what is too heavy. */
export function printWays(title: string, drawings: readonly Drawing[]): readonly string[] {
  const tooHeavy: string[] = [];
  const rows = drawings.map(({ name, source }) => {
    const diagram = parse(source);
    const svg = ways.svg(diagram);
    const packed = gzipSync(svg, { level: 9 }).length;
    if (packed > heaviest * 1024) tooHeavy.push(`${name}: ${packed} bytes of compressed SVG, ${heaviest} KB at most`);
    const times = wayNames.map((way) => ms(warmTimeOf(() => ways[way](diagram))));
    return [name, ...times, String(Buffer.byteLength(svg)), String(packed)];
  });
  table(`${title}: milliseconds, bytes of SVG`, ['drawing', ...wayNames, 'SVG', 'gzip'], rows);
  return tooHeavy;
}

/** Prints the middle and the slowest of many drawings. */
export function printCorpus(drawings: readonly Drawing[]): void {
  const measures: Readonly<Record<string, (source: string) => number>> = {
    parse: (source) => warmTimeOf(() => parse(source), 6),
    svg: (source) => {
      const diagram = parse(source);
      return warmTimeOf(() => ways.svg(diagram), 6);
    },
    'SVG bytes': (source) => Buffer.byteLength(ways.svg(parse(source))),
    'gzip bytes': (source) => gzipSync(ways.svg(parse(source)), { level: 9 }).length,
  };
  const rows = Object.entries(measures).map(([name, measure]) => {
    const values = drawings.map(({ source }) => measure(source)).sort((a, b) => a - b);
    const at = (part: number) => ms(values[Math.floor((values.length - 1) * part)]);
    return [name, at(0.5), at(0.9), at(1)];
  });
  table(`${drawings.length} drawings of the corpus`, ['measure', 'middle', '9 of 10', 'most'], rows);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function timesOf(runs: Readonly<Record<string, () => unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, warmTimeOf(run)]));
}

function ms(value = 0): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
