#!/usr/bin/env node
import { formatFinding, type Finding } from '../remark/report.ts';
import { findingsIn } from './check.ts';
import { drawingsIn, type Drawing, type Found } from './drawings.ts';
import { printed } from './print.ts';
import { readRequest, usage, type Request } from './usage.ts';

/** Does what was asked for and returns the exit code: 0 done, 1 `check` found an error, 2 wrong use. */
async function main(request: Request): Promise<number> {
  switch (request.kind) {
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'wrong':
      return complain(request.message);
    case 'run':
      return run(request);
  }
}

async function run({ command, files, ascii }: Extract<Request, { kind: 'run' }>): Promise<number> {
  if (files.length === 0 && process.stdin.isTTY)
    return complain(`name a file, or give the drawing on standard input: plumbline ${command} FILE`);
  const found: { readonly file: string; readonly found: Found }[] = [];
  for (const file of files.length === 0 ? ['-'] : files) found.push({ file, found: await drawingsIn(file) });
  const drawings = found.flatMap((each) => ('drawings' in each.found ? each.found.drawings : []));
  const several = found.length > 1 || drawings.some(({ fence }) => fence !== null);
  let code = 0;
  for (const each of found) {
    if ('problem' in each.found) code = complain(each.found.problem);
    else if (each.found.drawings.length === 0)
      process.stderr.write(`plumbline: ${each.file} has no fence marked diagram.\n`);
  }
  for (const { file, source } of drawings)
    if (source.trim() === '' && command !== 'check')
      process.stderr.write(`plumbline: ${file || 'standard input'} is empty: there is nothing to draw.\n`);
  if (command === 'check') return Math.max(code, check(drawings));
  for (const drawing of drawings) process.stdout.write(printed(command, drawing, { ascii, several }));
  return code;
}

function check(drawings: readonly Drawing[]): number {
  const findings = drawings.flatMap(findingsIn);
  for (const finding of findings) process.stdout.write(`${formatFinding(finding)}\n`);
  process.stdout.write(
    `${count(drawings.length, 'drawing')}: ${severities.map((severity) => counted(findings, severity)).join(', ')}.\n`,
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const severities = ['error', 'warning', 'info'] as const;

function counted(findings: readonly Finding[], severity: Finding['severity']): string {
  const number = findings.filter((finding) => finding.severity === severity).length;
  return severity === 'info' ? count(number, 'repair') : count(number, severity);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function complain(message: string): number {
  process.stderr.write(`plumbline: ${message}\n`);
  return 2;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no mistake.
process.stdout.on('error', () => process.exit());
process.exitCode = await main(readRequest(process.argv.slice(2)));
