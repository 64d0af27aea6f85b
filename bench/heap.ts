import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const child = fileURLToPath(new URL('../tests/diagram/hostile/heap.ts', import.meta.url));

/** Reads and tells every hostile family at full size in a process that may use 256 MB. Returns what it broke on. */
export function printHeap(): readonly string[] {
  try {
    const told = execFileSync(process.execPath, ['--max-old-space-size=256', child], { encoding: 'utf8' });
    console.log(`\n${told.trim().split('\n').length} hostile families at full size stay below 256 MB.`);
    return [];
  } catch {
    return ['the hostile families at full size need more than 256 MB'];
  }
}
