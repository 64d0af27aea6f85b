import { formatFinding, type Finding } from '../remark/report.ts';
import { command } from './command.ts';
import { readDrawings } from './drawings.ts';
import { findingsIn } from './findings.ts';

export const check = command({
  prints: 'what is odd, with place and advice; exits 1 when there is an error',
  async run(asked) {
    const { drawings, code } = await readDrawings(asked);
    const findings = drawings.flatMap(findingsIn);
    for (const finding of findings) process.stdout.write(`${formatFinding(finding)}\n`);
    const counts = severities.map((severity) => counted(findings, severity)).join(', ');
    process.stdout.write(`${count(drawings.length, 'drawing')}: ${counts}.\n`);
    return Math.max(code, findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  },
});

const severities = ['error', 'warning', 'info'] as const;

function counted(findings: readonly Finding[], severity: Finding['severity']): string {
  const number = findings.filter((finding) => finding.severity === severity).length;
  return count(number, severity === 'info' ? 'repair' : severity);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
