/**
 * What the engine costs: `npm run bench` measures the ten drawings, the corpus and how cost and memory grow with hostile input, in
 * steps and in milliseconds. Of growth, `npm run bench steps "in a row"` counts only the families named so, `npm run bench growth ""
 * svg,fmt` measures only these ways, `npm run bench growth "" all` the exports too. Ends with 1 where a limit is broken.
 */
import { corpus, seedDrawings } from './drawings.ts';
import { printGrowth } from './growth.ts';
import { printHeap } from './heap.ts';
import { printCorpus, printStages, printWays } from './speed.ts';
import { printSteps } from './steps.ts';

const [subject = 'all', only = '', asked = ''] = process.argv.slice(2);
const broken: string[] = [];
if (subject === 'all' || subject === 'drawings') {
  const drawings = seedDrawings().filter(({ name }) => name.includes(only));
  printStages('The ten drawings', drawings);
  broken.push(...printWays('The ten drawings', drawings));
}
if (subject === 'all' || subject === 'corpus') printCorpus(corpus().filter(({ name }) => name.includes(only)));
if (subject === 'all' || subject === 'growth') printGrowth(only, asked);
if (subject === 'all' || subject === 'steps') broken.push(...(await printSteps(only, asked)));
if (subject === 'all' || subject === 'heap') broken.push(...printHeap());
if (broken.length > 0) console.error(`\nBroken limits:\n${broken.join('\n')}`);
process.exitCode = broken.length > 0 ? 1 : 0;
