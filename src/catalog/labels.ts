import { upperFirst } from './capitals.ts';
import { complexities, scales, type Complexity, type Fit, type Quantity, type Scale } from './schema.ts';

/** "Medium to large", "Large", "Any". */
export function scaleLabel({ scale }: Pick<Fit, 'scale'>): string {
  return wordRange(scale);
}

/** "Low to medium", "High", "Any". */
export function complexityLabel({ complexity }: Pick<Fit, 'complexity'>): string {
  return wordRange(complexity);
}

/** "1–5", "5+", "Any": numbers of people. */
export function teamLabel({ teamSize }: Pick<Fit, 'teamSize'>): string {
  if (teamSize === 'any') return 'Any';
  const { min, max } = teamSize;
  if (max === null) return `${min}+`;
  return min === max ? `${min}` : `${min}–${max}`;
}

/** Every step of the scale range, small to large; of "any" all of them. */
export function scalesOf({ scale }: Pick<Fit, 'scale'>): readonly Scale[] {
  return scale === 'any' ? scales : steps(scales, scale);
}

/** Every step of the complexity range, low to high; of "any" all of them. */
export function complexitiesOf({ complexity }: Pick<Fit, 'complexity'>): readonly Complexity[] {
  return complexity === 'any' ? complexities : steps(complexities, complexity);
}

/** A quantity in words: "at most 10,000 requests/s", "from 200 ms to 20 ms", "at least 95%". */
export function quantityLabel({ comparison, value, unit }: Quantity): string {
  const [first, second] = (Array.isArray(value) ? value : [value]).map((number) => amount(number, unit));
  switch (comparison) {
    case 'equals':
      return `${first}`;
    case 'about':
      return `about ${first}`;
    case 'atMost':
      return `at most ${first}`;
    case 'lessThan':
      return `less than ${first}`;
    case 'atLeast':
      return `at least ${first}`;
    case 'moreThan':
      return `more than ${first}`;
    case 'between':
      return `${first} to ${second}`;
    case 'fromTo':
      return `from ${first} to ${second}`;
  }
}

function wordRange(range: Fit['scale'] | Fit['complexity']): string {
  if (range === 'any') return 'Any';
  return upperFirst(range.min === range.max ? range.min : `${range.min} to ${range.max}`);
}

function steps<Step extends string>(
  order: readonly Step[],
  { min, max }: { readonly min: Step; readonly max: Step },
): readonly Step[] {
  return order.slice(order.indexOf(min), order.indexOf(max) + 1);
}

function amount(number: number, unit: string): string {
  const digits = number.toLocaleString('en-US');
  if (unit === '%') return `${digits}%`;
  return `${digits} ${number === 1 ? unit.replace(/^(days|years|times|instances|locations)$/, (many) => many.slice(0, -1)) : unit}`;
}
