import { command, remark } from './command.ts';
import { readDrawings } from './drawings.ts';
import { counted, findingFormats, numberOf } from './finding-formats.ts';
import { findingsIn } from './findings.ts';

export const check = command({
  prints: 'what is odd, with place and advice; exits 1 when there is an error',
  takes: '[FILE|DIRECTORY|-]...',
  options: {
    format: { of: ['human', 'json', 'github'], says: 'for people, for programs, or as annotations of GitHub' },
    'max-warnings': { of: 'number', says: 'exits 1 also when there are more warnings' },
  },
  async run(asked) {
    const { drawings, code } = await readDrawings(asked, { directories: true });
    const findings = drawings.flatMap(findingsIn);
    process.stdout.write(findingFormats[asked.options.format ?? 'human'](findings, drawings.length));
    const warnings = numberOf(findings, 'warning');
    const allowed = asked.options['max-warnings'] ?? Infinity;
    if (warnings > allowed) remark(`${counted(warnings, 'warning')}, and --max-warnings allows ${allowed}.`);
    return Math.max(code, numberOf(findings, 'error') > 0 || warnings > allowed ? 1 : 0);
  },
});
