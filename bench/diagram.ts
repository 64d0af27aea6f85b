/** How long the engine takes for each drawing of tests/diagram/seed, and what its SVG weighs: `npm run bench`. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse, renderDiagram } from '../src/diagram/index.ts';

const folder = fileURLToPath(new URL('../tests/diagram/seed/', import.meta.url));
const rounds = 60;

console.log(
  `${'drawing'.padEnd(30)}${'parse ms'.padStart(10)}${'render ms'.padStart(11)}${'SVG bytes'.padStart(11)}${'gzip'.padStart(8)}`,
);
for (const file of globSync('*.txt', { cwd: folder }).sort()) {
  const source = readFileSync(folder + file, 'utf8');
  const diagram = parse(source);
  const { svg } = renderDiagram(diagram);
  const columns = [
    median(() => parse(source))
      .toFixed(2)
      .padStart(10),
    median(() => renderDiagram(diagram))
      .toFixed(2)
      .padStart(11),
    String(Buffer.byteLength(svg)).padStart(11),
    String(gzipSync(svg, { level: 9 }).length).padStart(8),
  ];
  console.log(basename(file, '.txt').padEnd(30) + columns.join(''));
}

/** Milliseconds of the middle one of many runs, after as many to warm up. */
function median(run: () => unknown): number {
  for (let round = 0; round < rounds; round++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[rounds / 2] ?? 0;
}
