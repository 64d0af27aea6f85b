/** What a piece of markup is made of. */
export interface Markup {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly addresses: readonly string[];
  /** Everything between the tags, entities read. */
  readonly text: string;
}

const name = /[A-Za-z_][\w.-]*/y;
const attribute = /\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/y;
const entity = /&(?:amp|lt|gt|quot|#10|#9|#13);/y;
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Reads XML as strictly as a browser reads a file of its own: one root, tags closed in order, attributes quoted and never twice,
 * entities known, no character that XML forbids. Throws at the first thing that is wrong. Knows no comments, no declarations and no
 * CDATA, because a drawing has none.
 */
export function readMarkup(xml: string): Markup {
  if (forbidden.test(xml) || !xml.isWellFormed()) fail('a character that XML forbids', 0);
  const [elements, attributes, addresses, text] = [
    new Set<string>(),
    new Set<string>(),
    [] as string[],
    [] as string[],
  ];
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  while (at < xml.length) {
    if (xml[at] !== '<') at = readText();
    else if (xml[at + 1] === '/') at = readEnd();
    else at = readStart();
  }
  if (open.length > 0 || roots !== 1) fail('not one element with everything closed', at);
  return { elements, attributes, addresses, text: text.join('') };

  function readText(): number {
    const end = xml.indexOf('<', at) === -1 ? xml.length : xml.indexOf('<', at);
    const written = xml.slice(at, end);
    if (open.length === 0 && written.trim() !== '') fail('text outside of the root', at);
    if (written.includes('>')) fail('a bare >', at);
    text.push(readEntities(written));
    return end;
  }

  function readEnd(): number {
    const tag = match(name, at + 2)[0];
    if (open.pop() !== tag || xml[at + 2 + tag.length] !== '>') fail(`</${tag}> closes nothing`, at);
    return at + 3 + tag.length;
  }

  function readStart(): number {
    const tag = match(name, at + 1)[0];
    let next = at + 1 + tag.length;
    if (open.length === 0) roots++;
    elements.add(tag);
    const own = new Set<string>();
    for (attribute.lastIndex = next; ; attribute.lastIndex = next) {
      const found = attribute.exec(xml);
      if (!found) break;
      const [whole, key = '', value = ''] = found;
      if (own.has(key)) fail(`${key} twice`, next);
      own.add(key);
      attributes.add(key);
      if (key === 'href') addresses.push(readEntities(value));
      else readEntities(value);
      next += whole.length;
    }
    if (xml.startsWith('/>', next)) return next + 2;
    if (xml[next] !== '>') fail(`<${tag} is not closed`, next);
    open.push(tag);
    return next + 1;
  }

  function readEntities(written: string): string {
    const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
    return written.replace(/&[^;]*;?/g, (reference) => {
      entity.lastIndex = 0;
      if (entity.exec(reference)?.[0] !== reference) fail(`an unknown entity ${reference.slice(0, 20)}`, at);
      return signs[reference] ?? ' ';
    });
  }

  function match(pattern: RegExp, from: number): RegExpExecArray {
    pattern.lastIndex = from;
    return pattern.exec(xml) ?? fail('a name was due', from);
  }

  function fail(what: string, place: number): never {
    throw new Error(`${what} at ${place}: ${JSON.stringify(xml.slice(Math.max(0, place - 40), place + 40))}`);
  }
}
