import type { Code, Paragraph, Root } from 'mdast';
import type {} from 'remark-rehype';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { checkDiagram, diagnose, parse, type Diagnostic, type Kind, type KindTable } from '../diagram/index.ts';
import { figureOf, type FileLink } from './figure.ts';
import { identityOf } from './identity.ts';
import { readInfoString } from './info-string.ts';
import { allParts } from './parts.ts';
import { infoOf, placeFindings } from './places.ts';
import { formatFinding, type Finding } from './report.ts';

export type { FileLink } from './figure.ts';
export type { Finding } from './report.ts';

export interface RemarkDiagramOptions {
  /** Words → kind of a part; added to the engine's own. */
  readonly kinds?: KindTable;
  /** The files in which a page offers a drawing, by the path of the page and the anchor of the drawing. */
  readonly files?: (page: string, id: string) => readonly FileLink[];
  /** Where the boxes of a page lead by their names, from what its front matter says of them. What the author links himself goes there. */
  readonly links?: (frontmatter: unknown) => Readonly<Record<string, string>>;
  /** Gets each finding with its place in the file; by default warnings and errors are printed to the terminal. */
  readonly report?: (finding: Finding) => void;
}

/** What a page knows of a diagram of its own: plain JSON, in `file.data.diagrams` and in Astro's front matter. */
export interface DiagramData {
  readonly id: string;
  readonly title: string;
  readonly overview: string;
  /** The whole in sentences. */
  readonly text: string;
  readonly parts: readonly { readonly id: string; readonly name: string; readonly kind: Kind }[];
  /** The kinds in its key, if it has one: each is drawn on the page with the id `key-<kind>`. */
  readonly key: readonly Kind[];
}

/**
 * Turns fences marked `diagram` into figures. Options stand in the info string: `title="…"`, `id=…`, `as=svg|text`,
 * `names="client=CLIENT"`, and by these names `kinds`, `links` and `emphasis`. A drawing with an error stops the build with its place; warnings are reported.
 */
export default function remarkDiagram({
  kinds,
  files = () => [],
  links = () => ({}),
  report = printToTerminal,
}: RemarkDiagramOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const diagrams: DiagramData[] = [];
    const addresses = links(frontmatterOf(file));
    visit(tree, 'code', (fence, index, parent) => {
      if (fence.lang !== 'diagram' || !parent || index === undefined) return;
      const { figure, data } = draw(fence, {
        kinds,
        files,
        addresses,
        taken: diagrams.map(({ id }) => id),
        file,
        report,
      });
      parent.children[index] = figure;
      diagrams.push(data);
    });
    if (diagrams.length > 0) publish(diagrams, file);
  };
}

export { remarkDiagram };

interface Page {
  readonly kinds: KindTable | undefined;
  readonly files: (page: string, id: string) => readonly FileLink[];
  readonly addresses: Readonly<Record<string, string>>;
  /** Ids of the diagrams above. */
  readonly taken: readonly string[];
  readonly file: VFile;
  readonly report: (finding: Finding) => void;
}

function draw(
  fence: Code,
  { kinds, files, addresses, taken, file, report }: Page,
): { readonly figure: Paragraph; readonly data: DiagramData } {
  const { options, diagnostics, entryAt } = readInfoString(infoOf(fence, file));
  const diagram = parse(fence.value);
  const clash = options.id !== null && taken.includes(options.id);
  const idTwice = clash
    ? [diagnose('duplicate-name', entryAt('id'), options.id ?? '', 'another diagram of this page has the id')]
    : [];
  tell([...diagnostics, ...idTwice, ...checkDiagram(diagram, { ...options, entryAt })], fence, file, report);

  const { id, title } = identityOf(diagram, options, taken);
  const { properties, children, outline, key } = figureOf(diagram, {
    ...options,
    id,
    title,
    kinds,
    files: files(file.path, id),
    addresses,
    main: taken.length === 0,
  });
  const figure: Paragraph = {
    type: 'paragraph',
    children: [],
    position: fence.position,
    data: { hName: 'figure', hProperties: properties, hChildren: [...children] },
  };
  const parts = allParts(outline.parts).map((part) => ({ id: part.id, name: part.name, kind: part.kind }));
  return {
    figure,
    data: { id, title, overview: outline.overview, text: outline.text, parts, key },
  };
}

/** Reports everything, then stops at the first error: an author sees all there is to mend at once. */
function tell(diagnostics: readonly Diagnostic[], fence: Code, file: VFile, report: (finding: Finding) => void): void {
  const findings = placeFindings(diagnostics, fence, file);
  for (const finding of findings) {
    report(finding);
    if (finding.severity !== 'error') file.message(finding.message, originOf(finding));
  }
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) file.fail(`${error.message} ${error.help}`, originOf(error));
}

function originOf({ rule, line, column }: Finding): {
  readonly ruleId: string;
  readonly source: string;
  readonly place: { line: number; column: number };
} {
  return { ruleId: rule, source: 'plumbline', place: { line, column } };
}

function printToTerminal(finding: Finding): void {
  if (finding.severity !== 'info') process.stderr.write(`${formatFinding(finding)}\n`);
}

function publish(diagrams: readonly DiagramData[], file: VFile): void {
  file.data['diagrams'] = diagrams;
  const frontmatter = frontmatterOf(file);
  if (typeof frontmatter === 'object' && frontmatter !== null) Object.assign(frontmatter, { diagrams });
}

/** Astro keeps the front matter beside the file. */
function frontmatterOf(file: VFile): unknown {
  const astro: unknown = file.data['astro'];
  return typeof astro === 'object' && astro !== null && 'frontmatter' in astro ? astro.frontmatter : undefined;
}
