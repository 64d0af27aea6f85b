import { describe, expect, it } from 'vitest';
import { isSafeAddress } from '../../src/diagram/choices/addresses.ts';
import { choicesOf, refusalsOf } from '../../src/diagram/choices/choices.ts';
import { captionOf } from '../../src/diagram/choices/names.ts';
import { checkDiagram, parse, toOutline, type Kind, type RenderOptions } from '../../src/diagram/index.ts';

describe('an address', () => {
  it.each([
    'https://example.org',
    'http://example.org:8080/a?b=c&d#e',
    'HTTPS://example.org/',
    'mailto:team@example.org',
    '/patterns/cqrs/',
    '/',
    '/a/%20b?x=//y',
    '#diagram',
  ])('may be %s', (address) => expect(isSafeAddress(address)).toBe(true));

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'ftp://example.org',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '///evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://',
    'https:\\\\evil.example',
    'mailto:',
    'patterns/cqrs',
    '../cqrs',
    '?query',
    '#',
    '',
    ' ',
    '/a b',
    '/a\u0000',
    '/a\u202eb',
    '/a\u200bb',
    '/\ud800',
    'https://\u00a0evil',
  ])('may not be %j', (address) => expect(isSafeAddress(address)).toBe(false));
});

describe('what the author says by name', () => {
  const diagram = parse('┌─────┐   ┌─────┐\n│ Web │──►│ Web │\n└─────┘   └─────┘\n┌───────┐\n│ Thing │\n└───────┘\n');
  const names = { one: 'Web#1', two: 'Web#2', thing: 'Thing' };

  it('gives a box its kind, its link and its weight', () => {
    const options: RenderOptions = {
      names,
      kindOf: { two: 'store' },
      links: { thing: '/patterns/cqrs/' },
      emphasis: ['one', 'thing'],
    };
    const { kinds, links, emphasised } = choicesOf(diagram, options);
    expect([...kinds.values()].at(1)).toBe('store');
    expect([...links]).toEqual([['b3', '/patterns/cqrs/']]);
    expect([...emphasised]).toEqual(['b1', 'b3']);
    expect(refusalsOf(diagram, options)).toEqual([]);
    expect([...choicesOf(diagram).kinds.keys()]).toEqual(['b1', 'b2', 'b3']);
  });

  it('takes no name that is none', () => {
    const options: RenderOptions = { names: { 'My Thing': 'Thing' }, emphasis: ['My Thing'] };
    expect([...choicesOf(diagram, options).emphasised]).toEqual([]);
    expect(checkDiagram(diagram, options).map(({ message }) => message)).toEqual([
      'The name "My Thing" is given to "Thing", which no box is titled, or is not a name.',
    ]);
  });

  it('leaves out what it cannot follow, and says so', () => {
    const options = {
      names: { ...names, gone: 'Nowhere' },
      kindOf: { thing: 'stone' as Kind, gone: 'store' as Kind },
      links: { one: 'javascript:alert(1)', two: '/a', gone: '/b' },
      emphasis: ['thing', 'four', '__proto__'],
    };
    const { kinds, links, emphasised } = choicesOf(diagram, options);
    expect(kinds.get('b3')).toBe('compute');
    expect([...links.values()]).toEqual(['/a']);
    expect(emphasised.size).toBe(1);
    expect(refusalsOf(diagram, options).map(({ option, name, reason }) => [option, name, reason])).toEqual([
      ['kindOf', 'thing', 'unknown-kind'],
      ['links', 'one', 'unsafe-link'],
      ['emphasis', 'four', 'unknown-name'],
      ['emphasis', '__proto__', 'unknown-name'],
    ]);
    expect(checkDiagram(diagram, options).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'unknown-name: The name "gone" is given to "Nowhere", which no box is titled, or is not a name.',
      expect.stringMatching(/^unknown-option: "thing=stone" is not understood: .*client, .*store/),
      'unsafe-link: The address "javascript:alert(1)" is not allowed.',
      'unknown-name: The name "four" is given to no box, and stands in emphasis.',
      'unknown-name: The name "__proto__" is given to no box, and stands in emphasis.',
    ]);
  });

  it('takes the number of a box for no name', () => {
    const options: RenderOptions = { names: { n1: 'Nowhere' }, kindOf: { n1: 'store', n2: 'store' } };
    expect([...choicesOf(diagram, options).kinds.values()]).not.toContain('store');
    expect(refusalsOf(diagram, options)).toMatchObject([{ name: 'n2', reason: 'unknown-name' }]);
  });

  it('has places where the adapter knows them', () => {
    const found = checkDiagram(diagram, {
      names: { gone: 'Nowhere' },
      emphasis: ['four'],
      entryAt: (option, name) => ({ line: 1, column: option === 'names' && name === 'gone' ? 7 : 20 }),
    });
    expect(found.map(({ column }) => column)).toEqual([7, 20]);
  });

  it('is told in words', () => {
    const { parts, overview, text } = toOutline(diagram, {
      names,
      kindOf: { thing: 'cache' },
      links: { thing: 'https://example.org/', one: 'data:x' },
      emphasis: ['two', 'one'],
    });
    expect(parts.map(({ href, emphasised, kind }) => [href, emphasised, kind])).toContainEqual([
      'https://example.org/',
      false,
      'cache',
    ]);
    expect(overview).toBe('3 parts, 1 connection. Starts at Web; ends at Web. Emphasised: Web (2 of them).');
    expect(text).toContain('- Thing. More at <https://example.org/>.');
    expect(text).not.toContain('data:');
  });
});

describe('a drawing without a title', () => {
  const box = '+-----+   +-----+\n| Ask |-->| Say |\n+-----+   +-----+\n';

  it.each([
    ['is called by its caption', `Questions\n\n${box}`, 'Questions'],
    ['is not called by one of several words that head its columns', ` Guest     Host\n${box}`, undefined],
    ['is called nothing without one', box, undefined],
  ])('%s', (_, text, name) => expect(captionOf(parse(text))).toBe(name));
});
