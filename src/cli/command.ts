/** A command of the table in `commands.ts`: what help says of it, and what it does. */
export interface Command<O extends Options = Options> {
  /** What it prints, in half a line. */
  readonly prints: string;
  /** How the words behind it are written where they are not just files, such as `FORMAT [FILE|-]...`. */
  readonly takes?: string;
  readonly options?: O;
  /** Does it, and returns the exit code: 0 done, 1 found what must be mended, 2 wrong use. */
  run(asked: Asked<O>): Promise<number>;
}

/** Name without the hyphens → option. */
export type Options = Readonly<Record<string, Option>>;

export interface Option {
  readonly says: string;
  /** What its value may be; an option without `of` takes none. */
  readonly of?: readonly string[] | 'number';
}

/** What the command line asks of a command. */
export interface Asked<O extends Options = Options> {
  /** The name of the command, for sentences. */
  readonly command: string;
  /** All that is no option, in order: files, as a rule. */
  readonly words: readonly string[];
  readonly options: { readonly [Name in keyof O]: ValueOf<O[Name]> };
}

/** `true` or `false` without a value; `null` where an option with a value was not given. */
export type OptionValue = boolean | number | string | null;

type ValueOf<O extends Option> = Option extends O
  ? OptionValue
  : O extends { readonly of: 'number' }
    ? number | null
    : O extends { readonly of: readonly (infer Word)[] }
      ? Word | null
      : boolean;

/** Says which options a command has by what it states, so that `run` knows their values. */
export function command<const O extends Options>(stated: Command<O>): Command<O> {
  return stated;
}

/** Says on the error stream why something cannot be done, and returns the exit code for that. */
export function complain(message: string): 2 {
  remark(message);
  return 2;
}

/** Says something beside what is printed. */
export function remark(message: string): void {
  process.stderr.write(`plumbline: ${message}\n`);
}
