import { formatFinding, type Finding } from '../remark/report.ts';

/** The ways in which `check` prints what it found, by name. */
export const findingFormats = { human, json, github } as const;

/** For people: each with its line and a caret, and how many there are. */
function human(findings: readonly Finding[], drawings: number): string {
  return `${findings.map((finding) => `${formatFinding(finding)}\n`).join('')}${summary(findings, drawings)}\n`;
}

/** For programs: one array, in the order of the files. */
function json(findings: readonly Finding[]): string {
  const entries = findings.map(({ rule, severity, file, line, column, message, help, sourceLine }) => ({
    rule,
    severity,
    file: file || '-',
    line,
    column,
    message,
    help,
    url: pageOf(rule),
    source: sourceLine,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The page of a rule: under the address of the site where that is known, else from its root. */
function pageOf(rule: string): string {
  const path = `rules/${rule}/`;
  const { SITE_URL: site, BASE_PATH: base = '/' } = process.env;
  if (!site || !URL.canParse(site)) return path;
  return new URL(`${base.replace(/^\/*|\/*$/g, '/')}${path}`.replace(/\/{2,}/g, '/'), site).href;
}

/** For the checks of GitHub: an annotation at its line of the file for each, and how many there are. */
function github(findings: readonly Finding[], drawings: number): string {
  const annotations = findings.map(({ rule, severity, file, line, column, message, help }) => {
    const properties = Object.entries({ file, line, col: column, endColumn: column, title: rule })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
    return `::${levels[severity]} ${properties.join(',')}::${escaped(`${message} ${help}`)}\n`;
  });
  return `${annotations.join('')}${summary(findings, drawings)}\n`;
}

const levels: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** What would end a line, and the sign that begins an escape. */
function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** In front of `::` also what would end a property. */
function escapedProperty(text: string): string {
  return escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** `2 drawings: 0 errors, 1 warning, 3 repairs.` */
function summary(findings: readonly Finding[], drawings: number): string {
  const counts = (['error', 'warning', 'info'] as const).map((severity) =>
    counted(numberOf(findings, severity), severity === 'info' ? 'repair' : severity),
  );
  return `${counted(drawings, 'drawing')}: ${counts.join(', ')}.`;
}

/** How many there are of a severity. */
export function numberOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** `1 warning`, `2 warnings`. */
export function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
