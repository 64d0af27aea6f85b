/**
 * Drawings that are meant to hurt: too large, too deep, too much of one thing. A family draws itself at any size up to its
 * full one (`share` 1), and its bytes grow with the share, so that cost can be measured against them. What is random in it
 * is told by `variant`: a hundred small drawings are like one large one only if they are not all the same.
 */
export interface Family {
  readonly name: string;
  readonly draw: (share: number, variant?: number) => string;
}

const MEGABYTE = 1_000_000;

export const families: readonly Family[] = [
  // ---------- writing that is no drawing ----------
  family('prose of a megabyte', (share) => fill(`${proseLines.join('\n')}\n`, MEGABYTE * share)),
  family('prose in one line', (share) => fill(proseLines.join(' '), MEGABYTE * share)),
  family('no spaces at all', (share) => fill(`${'a-b|c+d>e.f:g/h=i'.repeat(12)}\n`, MEGABYTE * share)),
  family('a word as long as a book', (share) => fill('word', MEGABYTE * share)),
  family('marks on one letter', (share) => `x${fill('\u0301\u0323', (MEGABYTE * share) / 2)}`),
  family('emoji joined to each other', (share) => fill('\u{1f468}\u200d', (MEGABYTE * share) / 4)),
  family('flags', (share) => fill('\u{1f1e9}', (MEGABYTE * share) / 4)),
  family('wide signs', (share) => fill(`${'用户网关'.repeat(20)}\n`, (MEGABYTE * share) / 3)),
  family('tabs', (share) => fill('\ta\t\tb', (MEGABYTE * share) / 4)),
  family('words two blanks apart beside a box', (share) =>
    ['┌─┐', `│x│ ${fill('ab  ', (MEGABYTE * share) / 4)}`, '└─┘', '┌─┐', '│y│', '└─┘'].join('\n'),
  ),
  family('letters that could be heads', (share) => fill('v ', (MEGABYTE * share) / 4)),
  family('lines that hold nothing', (share) => `A${'\n'.repeat(count(20_000, share))}B`),
  family('characters that do harm', (share) => fill('\u0000a\u202eb\ud800c\u0085\u2066 ', (MEGABYTE * share) / 8)),
  // ---------- one sign, over and over ----------
  family('dashes in one line', (share) => fill('-', MEGABYTE * share)),
  family('bars in one line', (share) => fill('|', (MEGABYTE * share) / 2)),
  family('pluses and dashes in one line', (share) => fill('+-', (MEGABYTE * share) / 2)),
  family('arrows in one line', (share) => fill('->', (MEGABYTE * share) / 2)),
  family('arrow signs in one line', (share) => fill('→', (MEGABYTE * share) / 3)),
  family('words and arrows in one line', (share) => fill('ab --> ', (MEGABYTE * share) / 4)),
  family('a rule of light dashes', (share) => fill('─', (MEGABYTE * share) / 3)),
  family('joints in one line', (share) => fill('┼', (MEGABYTE * share) / 6)),
  family('a bar of 20,000 rows', (share) => '│\n'.repeat(count(20_000, share))),
  family('a bar with words beside it', (share) => '│ reads\n'.repeat(count(10_000, share))),
  // ---------- boxes ----------
  family('2,000 boxes in a column', (share) => repeat(count(2000, share), (k) => [...box(k), '  │', '  ▼']).join('\n')),
  family('2,000 boxes in a row', (share) => beside(count(2000, share), (k) => box(k), ['   ', '──▶', '   '])),
  family('2,000 boxes in a grid', (share) => {
    const side = count(45, Math.sqrt(share));
    return repeat(side, () => [...beside(side, (k) => box(k), ['   ', '──▶', '   ']).split('\n'), '']).join('\n');
  }),
  family('2,000 boxes that share walls', (share) => {
    const side = count(2000, share);
    return [`┌${fill('───┬', side * 4 - 1)}┐`, `│${' x │'.repeat(side)}`, `└${fill('───┴', side * 4 - 1)}┘`].join('\n');
  }),
  family('a table of 45 by 45 cells', (share) => {
    const side = count(45, Math.sqrt(share));
    const rule = (left: string, joint: string, right: string) => left + Array(side).fill('───').join(joint) + right;
    const row = `│${' x │'.repeat(side)}`;
    return [
      rule('┌', '┬', '┐'),
      Array(side)
        .fill(row)
        .join(`\n${rule('├', '┼', '┤')}\n`),
      rule('└', '┴', '┘'),
    ].join('\n');
  }),
  family('2,000 cells with a box in each', (share) => {
    const side = count(2000, share);
    const row = (cell: string) => `│${`${cell}│`.repeat(side)}`;
    const rule = (left: string, joint: string, right: string) => left + Array(side).fill('─────').join(joint) + right;
    return [rule('┌', '┬', '┐'), row('     '), row(' ┌─┐ '), row(' │x│ '), row(' └─┘ '), rule('└', '┴', '┘')].join(
      '\n',
    );
  }),
  family('a box of 20,000 rows without a right wall', (share) => `┌────┐\n${'│ x\n'.repeat(count(20_000, share))}`),
  family('boxes nested 200 deep', (share) => nested(count(200, Math.sqrt(share)))),
  family('2,000 sections of one box', (share) => {
    const rows = repeat(count(2000, share), (k) => [`│ part ${String(k)}`.padEnd(12) + '│', '├───────────┤']);
    return ['┌───────────┐', ...rows, '│ end       │', '└───────────┘'].join('\n');
  }),
  family('2,000 lines in one box', (share) => {
    const rows = repeat(count(2000, share), (k) => [`│ - item ${String(k)}`.padEnd(16) + '│']);
    return ['┌───────────────┐', ...rows, '└───────────────┘'].join('\n');
  }),
  family('2,000 lines in two columns of a box', (share) => {
    const rows = repeat(count(2000, share), (k) => [
      `│ item ${String(k)}`.padEnd(14) + `also ${String(k)}`.padEnd(12) + '│',
    ]);
    return [`┌${'─'.repeat(25)}┐`, ...rows, `└${'─'.repeat(25)}┘`].join('\n');
  }),
  family('2,000 captions', (share) =>
    repeat(count(2000, share), (k) => [`Part ${String(k)}:`, ...box(k), '']).join('\n'),
  ),
  // ---------- what does not close ----------
  family('5,000 unclosed corners in a column', (share) => '┌──\n'.repeat(count(5000, share))),
  family('5,000 unclosed corners in a row', (share) => fill('┌── ', count(5000, share) * 4)),
  family('5,000 unclosed corners in a grid', (share) => {
    const side = count(71, Math.sqrt(share));
    return `${fill('┌── ', side * 4)}\n${fill('│   ', side * 4)}\n`.repeat(side);
  }),
  family('5,000 tops without a bottom', (share) => {
    const side = count(71, Math.sqrt(share));
    return `${fill('┌──┐ ', side * 5)}\n`.repeat(side);
  }),
  family('tops in a row with walls that go on and on', (share) => {
    const side = count(100, Math.sqrt(share));
    return [fill('┌──┐ ', side * 5), ...repeat(side * 2, () => [fill('│  │ ', side * 5)])].join('\n');
  }),
  family('plus signs in a grid', (share) => {
    const side = count(150, Math.sqrt(share));
    return `${'+--'.repeat(side)}\n${'|  '.repeat(side)}\n`.repeat(side);
  }),
  // ---------- lines ----------
  family('a tree of 5,000 rows', (share) =>
    ['root', ...repeat(count(5000, share), (k) => [`├── leaf ${String(k)}`])].join('\n'),
  ),
  family('a tree 1,400 levels deep', (share) =>
    ['root', ...repeat(count(1400, Math.sqrt(share)), (k) => [`${' '.repeat(k)}└─ n`])].join('\n'),
  ),
  family('a tree 5,000 levels deep, straight down', (share) =>
    repeat(count(5000, share), (k) => [`part ${String(k)}`, '  │']).join('\n'),
  ),
  family('a fork with 2,000 heads', (share) => {
    const heads = count(2000, share);
    const rail = `┌──${'┬───'.repeat(heads - 2)}┐`;
    const boxes = beside(heads, () => ['┌─┐', '│x│', '└─┘'], [' ', ' ', ' ']);
    return ['┌───┐', '│ A │', '└─┬─┘', `  ├${rail.slice(1)}`, ` ${' ▼  '.repeat(heads)}`, indent(boxes, 1)].join('\n');
  }),
  family('100 tails and 100 heads on one rail', (share) => {
    const side = count(100, Math.sqrt(share));
    const boxes = beside(side, (k) => ['┌───┐', `│${String(k).padEnd(3)}│`, '└─┬─┘'], ['  ', '  ', '  ']);
    const rail = `  └──${'──┼────'.repeat(side - 2)}──┘`;
    return [boxes, '  │    '.repeat(side), rail, '  ▼    '.repeat(side), boxes].join('\n');
  }),
  family('lifelines with messages', (share) => {
    const side = count(60, Math.sqrt(share));
    const names = repeat(side, (k) => [`P${String(k)}`.padEnd(8)]).join('');
    return [names, ...repeat(side * 2, () => [`│${'──────▶│'.repeat(side - 1)}`, '│       '.repeat(side)])].join('\n');
  }),
  family('200 by 200 crossings', (share) => {
    const side = count(200, Math.sqrt(share));
    return `${'─┼'.repeat(side)}─\n`.repeat(side);
  }),
  family('200 by 200 joints, rows apart', (share) => {
    const side = count(200, Math.sqrt(share));
    return `${'─┼─'.repeat(side)}\n${' │ '.repeat(side)}\n`.repeat(side);
  }),
  family('a line that winds through all', (share) => {
    const side = count(150, Math.sqrt(share));
    const wide = side * 4;
    return repeat(side, () => [
      `┌${'─'.repeat(wide)}┘`,
      `└${'─'.repeat(wide)}┐`,
      `${' '.repeat(wide + 1)}│`,
      `${' '.repeat(wide + 1)}│`,
    ]).join('\n');
  }),
  family('a line that zigzags down 5,000 rows', (share) => `${'│\n└┐\n┌┘\n'.repeat(count(1700, share))}│`),
  family('a line that meanders along three rows', (share) => {
    const turns = count(3000, share);
    return ['┌─┐ '.repeat(turns), '│ │ '.repeat(turns), `┘ └─${'┘ └─'.repeat(turns - 1)}`].join('\n');
  }),
  family('2,000 lines that hang from one box', (share) => {
    const lines = count(2000, share);
    const wide = '─'.repeat(lines * 3);
    return [
      `┌${wide}┐`,
      `│ A${' '.repeat(lines * 3 - 2)}│`,
      `└${'┬──'.repeat(lines)}┘`,
      ` ${'│  '.repeat(lines)}`,
    ].join('\n');
  }),
  family('2,000 labels', (share) => repeat(count(2000, share), (k) => [...box(k), '  │ reads', '  ▼']).join('\n')),
  family('2,000 labels on arrows between two boxes', (share) => {
    const rows = repeat(count(2000, share), (k) => [
      `│   │── call ${String(k).padEnd(5)}──▶│   │`,
      '│   │               │   │',
    ]);
    return ['┌───┐               ┌───┐', ...rows, '└───┘               └───┘'].join('\n');
  }),
  family('heads without lines', (share) => fill(`${'▼ ▶ ◀ ▲ '.repeat(10)}\n`, 40_000 * share * 2)),
  family('dots that could be ends', (share) => fill(`${'o * ● '.repeat(10)}\n`, 40_000 * share * 2)),
  // ---------- odd shapes ----------
  family('one long row over many short ones', (share) =>
    [`${fill('a - ', (MEGABYTE * share) / 4)}`, ...repeat(count(10_000, share), () => ['│ x'])].join('\n'),
  ),
  family('a staircase', (share) => repeat(count(700, Math.sqrt(share)), (k) => [`${' '.repeat(k * 2)}└─┐`]).join('\n')),
  family('random ink', (share, variant = 0) => {
    const side = count(300, Math.sqrt(share));
    const next = randomOf(7 + variant);
    return repeat(side, () => [repeat(side, () => [inkSigns[next(inkSigns.length)] ?? ' ']).join('')]).join('\n');
  }),
  family('random ink and words', (share, variant = 0) => {
    const side = count(300, Math.sqrt(share));
    const next = randomOf(11 + variant);
    const signs = [...inkSigns, ...'   abc (-) v o | - + > < ^ . '];
    return repeat(side, () => [repeat(side, () => [signs[next(signs.length)] ?? ' ']).join('')]).join('\n');
  }),
];

const proseLines = [
  'The gateway -> service call is retried; see a|b and <c> for the "why" & how.',
  '- bullets with a dash - and an arrow → in the text, v1 to v2',
  '  * nested * stars, 1. numbers | pipes | and + signs ++',
  '| a table | of | Markdown |',
  '|---------|----|----------|',
  '',
  'A --flag, x <= y >= z, a -- b, foo/bar\\baz, ===== and ~~~~~ and ......',
];

const inkSigns = [...'─│┌┐└┘├┤┬┴┼━┃═║╔╗╚╝╭╮╰╯▼▲▶◀→←↑↓●+-|><v^    '];

function family(name: string, draw: Family['draw']): Family {
  return { name, draw };
}

function count(full: number, share: number): number {
  return Math.max(2, Math.round(full * share));
}

/** A pattern over and over, cut at a number of characters. */
function fill(pattern: string, length: number): string {
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, Math.max(1, Math.round(length)));
}

function repeat(times: number, rows: (index: number) => readonly string[]): readonly string[] {
  return Array.from({ length: times }, (_, index) => rows(index)).flat();
}

function box(index: number): readonly string[] {
  return ['┌──────┐', `│ n${String(index).padEnd(5)}│`, '└──────┘'];
}

/** Pictures of three rows side by side, with something between them. */
function beside(times: number, picture: (index: number) => readonly string[], between: readonly string[]): string {
  const pictures = Array.from({ length: times }, (_, index) => picture(index));
  return between.map((gap, row) => pictures.map((rows) => rows[row] ?? '').join(gap)).join('\n');
}

function indent(text: string, by: number): string {
  return text.replace(/^/gm, ' '.repeat(by));
}

function nested(depth: number): string {
  const around = (level: number, middle: string): string => '│'.repeat(level) + middle + '│'.repeat(level);
  const edge = (level: number, left: string, right: string): string =>
    around(level, left + '─'.repeat(2 * (depth - level) + 4) + right);
  const levels = Array.from({ length: depth }, (_, level) => level);
  return [
    ...levels.map((level) => edge(level, '┌', '┐')),
    around(depth, '  x   '),
    ...levels.toReversed().map((level) => edge(level, '└', '┘')),
  ].join('\n');
}

/** Numbers that look random and are the same every time (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
