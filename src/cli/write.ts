import { chmod, realpath, rename, rm, stat, writeFile as writeBytes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a text in the place of a file: at once or not at all, with the rights it had, through a link that leads to it. Returns
 * the sentence that says why that cannot be done, or `null`.
 */
export async function writeFile(file: string, text: string): Promise<string | null> {
  try {
    const target = await realpath(file);
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      await writeBytes(beside, text, { flag: 'wx' });
      await chmod(beside, (await stat(target)).mode);
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    return null;
  } catch (error) {
    return `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
