import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The Chromium that the browser tests run in: one that is installed, else Playwright's own, else Debian's, installed here and now
 * where we may. Without any it throws and says which command installs one: the tests are never skipped.
 */
export function findChromium(): string {
  const found = installed() ?? playwrights() ?? debians();
  if (found) return found;
  throw new Error('No Chromium was found. Install one, for example with: npx playwright install --with-deps chromium');
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  ...(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function installed(): string | undefined {
  const named = process.env['CHROMIUM'];
  return named ?? places.find((place) => existsSync(place));
}

function playwrights(): string | undefined {
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

function debians(): string | undefined {
  const debian = existsSync('/etc/os-release') && /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return undefined;
  console.log('No Chromium found: installing Debian’s.');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-dejavu-core'],
      options,
    );
  } catch {
    return undefined; // No network, no such package: the message above says what to do.
  }
  return installed();
}
