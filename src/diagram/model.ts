/**
 * Every type of the engine, in pipeline order: text → grid → ink → runs → line-work → boxes → edges → labels → Diagram.
 * Rows and columns count from 0; a column is one display cell. Everything is readonly; no stage changes what it was given.
 */

// ---------- places ----------

export type Direction = 'up' | 'right' | 'down' | 'left';

/** One cell of the grid. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** A piece of one row; `end` is the first column after it. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly end: number;
}

/** Cells from `top`/`left` to `bottom`/`right`, all four inclusive; of a box these are its border cells. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

// ---------- grid: what stands where ----------

/** The drawing as cells, without BOM, carriage returns, tabs, trailing blanks and the indent that all its lines share. */
export interface Grid {
  /** One entry a row; `cells[row][column]` is a grapheme, `' '` for a blank, `''` for the right half of a wide one. */
  readonly cells: readonly (readonly string[])[];
  /** A row as text, if each of its columns is one UTF-16 unit: an index of it is a column. */
  readonly lines: readonly (string | null)[];
  readonly width: number;
  readonly height: number;
  /** Columns of common indent that were taken off: added back when a place is told. Blank rows on top are kept. */
  readonly indent: number;
  /** Characters that were replaced because they would do harm on a page. */
  readonly replaced: readonly Replaced[];
}

/** A character that was replaced by U+FFFD or left out. */
export interface Replaced {
  readonly at: Point;
  readonly codePoint: number;
  readonly kind: 'control' | 'bidi' | 'surrogate';
}

// ---------- ink and writing ----------

/** Weight of an arm that a glyph stretches to one side. */
export type Stroke = 'light' | 'heavy' | 'double' | 'dashed';

/**
 * A cell that draws. `arms` is a set of bits (UP, RIGHT, DOWN, LEFT of glyphs.ts): the sides to which a line leaves it.
 * `head` is the direction in which it points; `marker` is a round or crossed end.
 */
export interface InkCell {
  readonly glyph: string;
  readonly arms: number;
  readonly stroke: Stroke;
  readonly head: Direction | null;
  readonly marker: boolean;
}

/** Cells that draw, by row and column; `null` where there is writing or a blank. */
export interface Ink {
  readonly grid: Grid;
  readonly cells: readonly (readonly (InkCell | null)[])[];
}

/** Writing that belongs together on one row. */
export interface TextRun {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

// ---------- boxes ----------

export type BoxId = string;
export type EdgeId = string;
export type NetId = string;

/** What a line of a box's text is, seen from its words and indent. */
export type LineRole = 'title' | 'qualifier' | 'item' | 'plain';

/** A line of writing in the finished diagram. */
export interface TextLine {
  /** The words as written, inner blanks kept, outer blanks off. */
  readonly text: string;
  readonly role: LineRole;
  /** Where it stands in the straightened drawing. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  /** Where it stands in the grid as given. */
  readonly span: Span;
}

/** A piece of a box between two dividers, or between two inner walls. */
export interface Compartment {
  readonly rect: Rect;
  readonly text: readonly TextLine[];
}

export type BoxShape =
  /** drawn with a border of its own */
  | 'box'
  /** a cell beside others under a title, or a compartment that holds boxes: its border is shared with its parent's */
  | 'cell'
  /** rows and columns of cells that are one node */
  | 'table'
  /** words without a border that a line ends at */
  | 'words';

export type BorderStyle = 'light' | 'heavy' | 'double' | 'rounded' | 'dashed' | 'none';

interface BoxBase {
  readonly id: BoxId;
  readonly shape: BoxShape;
  readonly style: BorderStyle;
  /** The border cells in the straightened drawing; for words the cells that they cover. */
  readonly rect: Rect;
  readonly parent: BoxId | null;
  /** Every line of writing in reading order, a title in the border first; empty for a box without writing. */
  readonly text: readonly TextLine[];
  /** The title stands in the top border. */
  readonly titleInBorder: boolean;
  /** The drawing as given, title or first line included: for places. */
  readonly source: Rect;
}

/** A part of the architecture. */
export interface Node extends BoxBase {
  readonly kind: 'node';
  /** At least one; the only one covers the whole inside. Rows between dividers from top to bottom; cells of a table row by row. */
  readonly compartments: readonly Compartment[];
  /** Arrows that join the lines of its text as steps (`↓` between two rows): drawn, but not read. */
  readonly steps: readonly Point[];
}

/** A box that holds boxes. */
export interface Group extends BoxBase {
  readonly kind: 'group';
  readonly children: readonly BoxId[];
  /** Rows of full-width dividers inside (lanes, the rule below a title). */
  readonly dividers: readonly number[];
}

export type Box = Node | Group;

// ---------- edges ----------

/** A straight piece of a line, horizontal or vertical, `from` above or left of `to`. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Where a line stops. */
export interface End {
  /** On the border of the box it is attached to (or beside the words); of a loose end its last cell. */
  readonly point: Point;
  /** The direction in which one walks when leaving the line at this end. */
  readonly direction: Direction;
  readonly attached: BoxId | null;
  /** `arrow` makes the attached box a target. */
  readonly head: 'none' | 'arrow' | 'marker';
  /** Where it stands in the grid as given. */
  readonly at: Point;
}

/** Line-work that hangs together: a line, a fork, a merge or a bus. In the straightened drawing every piece is orthogonal and meets its ends and joints exactly. */
export interface Net {
  readonly id: NetId;
  readonly segments: readonly Segment[];
  readonly ends: readonly End[];
  /** Points where three or four pieces meet. */
  readonly joints: readonly Point[];
  readonly style: Stroke;
}

/** A connection in the graph. For `head: 'forward'` it leads from `from` to `to`. */
export interface Edge {
  readonly id: EdgeId;
  readonly from: BoxId;
  readonly to: BoxId;
  readonly head: 'forward' | 'both' | 'none';
  /** Lines joined by a line break; `null` without a label. */
  readonly label: string | null;
  readonly net: NetId;
  readonly source: Point;
}

/** Writing that belongs to a line: one to several stacked rows. */
export interface Label {
  readonly net: NetId;
  readonly edges: readonly EdgeId[];
  readonly lines: readonly TextLine[];
  /** The piece of line that it stands at, and on which side of it. */
  readonly segment: Segment;
  readonly placement: 'above' | 'below' | 'left' | 'right' | 'on';
}

// ---------- the whole ----------

/** Writing above a box with nothing else near. */
export interface Caption {
  readonly lines: readonly TextLine[];
}

/** Ink that belongs to nothing, or the end of a line that arrives nowhere. */
export interface Loose {
  readonly at: Point;
  readonly kind: 'dangling-end' | 'orphan-head' | 'open-box' | 'stray';
  /** The box that a dangling line leaves. */
  readonly box: BoxId | null;
}

/** What was mended in a crooked drawing. */
export interface Repair {
  readonly kind: 'ragged-border' | 'shifted-port' | 'short-line' | 'missing-corner';
  readonly at: Point;
  readonly box: BoxId;
  /** What was read, e.g. "read 2 columns to the left". */
  readonly detail: string;
}

/** Two readings that were equally good, or one that would be too much to tell. */
export interface Doubt {
  readonly kind: 'ambiguous-crossing' | 'ambiguous-label' | 'crowded-line';
  readonly at: Point;
  readonly taken: string;
}

/** Who owns a cell. */
export type Owner = 'border' | 'divider' | 'edge' | 'label' | 'text' | 'caption' | 'note' | 'loose';

/** What a drawing means. */
export interface Diagram {
  readonly grid: Grid;
  /** Parents before children, otherwise in reading order. */
  readonly boxes: readonly Box[];
  readonly nets: readonly Net[];
  readonly edges: readonly Edge[];
  readonly labels: readonly Label[];
  readonly captions: readonly Caption[];
  /** Prose of the drawing that is not drawn, line breaks and indents kept; `''` without any. */
  readonly notes: string;
  /** Where the notes stand in the grid as given. */
  readonly noteSpans: readonly Span[];
  readonly loose: readonly Loose[];
  readonly repairs: readonly Repair[];
  readonly doubts: readonly Doubt[];
  /** `owners[row][column]`: `null` for a blank, otherwise the one owner of that cell. */
  readonly owners: readonly (readonly (Owner | null)[])[];
}

// ---------- what is said about it ----------

export type Severity = 'info' | 'warning' | 'error';

/** A place counts from 1, in the drawing as given (indent and leading blank lines included). */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly help: string;
}

/** The JSON of `plumbline graph`; lines and columns count from 1, ends are inclusive. */
export interface GraphJson {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly captions: readonly string[];
  readonly notes: string;
  readonly loose: readonly { readonly line: number; readonly column: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GraphNode {
  readonly id: string;
  readonly kind: 'node' | 'group';
  readonly text: readonly string[];
  readonly parent: string | null;
  readonly source: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly head: 'forward' | 'both' | 'none';
  readonly label: string | null;
  readonly source: { readonly line: number; readonly column: number };
}

// ---------- the picture and the sentences ----------

/** The component kinds of the catalog; each has a shape, a tint and an icon. */
export type Kind =
  | 'client'
  | 'edge'
  | 'routing'
  | 'compute'
  | 'messaging'
  | 'cache'
  | 'store'
  | 'analytics'
  | 'platform'
  | 'observability';

/** Words of a node's title or qualifier (lower case) → kind. */
export type KindTable = Readonly<Record<string, Kind>>;

export interface RenderOptions {
  /** Names the picture; default: its first caption, else "Diagram". */
  readonly title?: string;
  /** Put before every id of the SVG and the outline; default `diagram`. */
  readonly idPrefix?: string;
  /** Name → title of a node, `#k` for the k-th of equal ones: `{ 'web-1': 'Web Server#1' }`. */
  readonly names?: Readonly<Record<string, string>>;
  readonly kinds?: KindTable;
  /** Name → kind, where the words of a box do not tell it: `{ 'web-1': 'store' }`. */
  readonly kindOf?: Readonly<Record<string, Kind>>;
  /** Name → where the box leads when it is chosen: https, http, mailto, a path of the site. Any other address is left out. */
  readonly links?: Readonly<Record<string, string>>;
  /** Names of the boxes that matter here. */
  readonly emphasis?: readonly string[];
  /** A file of its own: literal colours, its own style and background. */
  readonly standalone?: boolean;
}

/** The diagram in sentences. */
export interface Outline {
  /** "8 parts, 8 connections. Starts at Client; ends at Read DB." */
  readonly overview: string;
  /** Nested as the groups are, siblings in the order of the flow. */
  readonly parts: readonly OutlinePart[];
  readonly connections: readonly OutlineConnection[];
  /** The whole as plain text: for the terminal, for search, for tests. */
  readonly text: string;
}

export interface OutlinePart {
  /** The id of the node as the graph JSON and the page tell it. */
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** What stands below the title, phrase by phrase: wrapped lines are whole again, bullets are off. */
  readonly detail: readonly string[];
  readonly leadsTo: readonly OutlineLink[];
  readonly comesFrom: readonly OutlineLink[];
  /** Where the author links it to: safe to write into a page. `null` without a link. */
  readonly href: string | null;
  readonly emphasised: boolean;
  readonly parts: readonly OutlinePart[];
}

export interface OutlineLink {
  readonly id: string;
  readonly name: string;
  readonly label: string | null;
  readonly head: 'forward' | 'both' | 'none';
}

export interface OutlineConnection {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly head: 'forward' | 'both' | 'none';
}

/** Everything that one drawing yields. */
export interface Rendering {
  readonly svg: string;
  readonly text: string;
  readonly outline: Outline;
  readonly graph: GraphJson;
  readonly diagnostics: readonly Diagnostic[];
}
