/** Colours of a drawing that stands alone: light, dark. The site has the same in its tokens. */
export const colours = {
  paper: ['#FCFDFD', '#10171C'],
  sheet: ['#F2F5F7', '#172027'],
  node: ['#FFFFFF', '#1B252C'],
  rule: ['#77848D', '#71808A'],
  ink: ['#14202B', '#E9EEF0'],
  'ink-2': ['#3E4C57', '#BAC6CC'],
  edge: ['#3E4C57', '#AEBBC2'],
} as const satisfies Record<string, readonly [string, string]>;

/** Ground and line of each tint: light, dark. */
export const tints = {
  plain: [
    ['#EEF1F3', '#42505B'],
    ['#28343C', '#A5B3BB'],
  ],
  water: [
    ['#DCEDF6', '#256A8F'],
    ['#14394B', '#6DB4D6'],
  ],
  marsh: [
    ['#E1EEDA', '#43712F'],
    ['#24391D', '#93BD78'],
  ],
  land: [
    ['#F8ECC9', '#84650F'],
    ['#3E3313', '#CFAB52'],
  ],
  lead: [
    ['#E6EAED', '#5E6C76'],
    ['#2A343B', '#8D9BA4'],
  ],
} as const satisfies Record<string, readonly [readonly [string, string], readonly [string, string]]>;

/** What holds in both themes. */
const still = [
  '.diagram{font-family:Cabin,"Gill Sans Nova","Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;color-scheme:light dark}',
  'text{font-size:13px}',
  '.d-title,.d-grouptitle{font-size:14.5px;font-weight:600}',
  '.d-title.d-caps{font-size:13.5px;letter-spacing:.045em}',
  '.d-grouptitle{letter-spacing:.02em}',
  '.d-mid{text-anchor:middle}',
  '.d-label{font-style:italic;font-size:14px;paint-order:stroke;stroke-width:5px;stroke-linejoin:round}',
  '.d-border,.d-line,.d-deco,.d-icon,.d-bullet,.d-wire{fill:none}',
  '.d-border{stroke-width:1.25}.d-wire{stroke-width:1.5}',
  '.d-line{opacity:.55}.d-deco{opacity:.8}',
  '.d-dash{stroke-dasharray:5 3}.d-deco.d-dash{stroke-dasharray:4 3}.d-dashed .d-wire{stroke-dasharray:6 4}.d-life .d-wire{stroke-width:1;stroke-dasharray:3 3}',
  '.d-heavy>.d-border,.d-heavy>.d-panel{stroke-width:2}.d-broken>.d-border,.d-broken>.d-panel{stroke-dasharray:5 3}',
  '.d-strong>.d-border,.d-strong>.d-panel,.d-strong>.d-wire{stroke-width:2.5}',
  '.d-link .d-title,.d-link .d-grouptitle{text-decoration:underline}',
  '.d-icon{stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}',
];

/** The style of a drawing that stands alone. Colours are literal, because many viewers know no custom properties. */
export const standaloneStyle = `${still.join('')}${themed(0)}@media(prefers-color-scheme:dark){${themed(1)}}`;

function themed(theme: 0 | 1): string {
  const colour = (name: keyof typeof colours): string => colours[name][theme];
  return [
    `.d-paper{fill:${colour('paper')}}`,
    `text{fill:${colour('ink')}}`,
    `.d-qual{fill:${colour('ink-2')}}`,
    `.d-label{stroke:${colour('paper')}}`,
    `.d-body{fill:${colour('node')}}`,
    `.d-panel{fill:${colour('sheet')};stroke:${colour('rule')}}`,
    `.d-even{fill:${colour('paper')}}.d-onsheet{stroke:${colour('sheet')}}`,
    `.d-wire{stroke:${colour('edge')}}`,
    `.d-head{fill:${colour('edge')}}`,
    ...Object.entries(tints).map(([name, pairs]) => {
      const [ground, line] = pairs[theme];
      const stroked = ['border', 'line', 'deco', 'icon', 'bullet'].map((part) => `.d-${name}>.d-${part}`).join();
      return `.d-${name}>.d-spine,.d-${name}.d-strong>.d-body,.d-${name}.d-strong>.d-panel{fill:${ground}}${stroked}{stroke:${line}}.d-${name}>.d-plinth{fill:${line}}`;
    }),
  ].join('');
}
