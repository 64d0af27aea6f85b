/** What was answered: question → answer, both as ids. */
export type Answers = ReadonlyMap<string, string>;

/** The questions with the ids of their answers, in the order in which an address has them. */
export type Asked = readonly { readonly id: string; readonly answers: readonly string[] }[];

/** A pattern that some answer moves. */
export interface Moved<Reason> {
  readonly slug: string;
  readonly step: number;
  readonly reason: Reason;
}

export interface Verdict<Reason> {
  readonly slug: string;
  readonly steps: number;
  /** What moved it, in the order of the questions. */
  readonly moves: readonly Moved<Reason>[];
}

/** The answers that an address gives. What is no question or no answer is left out. */
export function answersIn(query: string, asked: Asked): Answers {
  const given = new URLSearchParams(query);
  return new Map(
    asked.flatMap(({ id, answers }) => {
      const answer = given.get(id);
      return answer !== null && answers.includes(answer) ? [[id, answer]] : [];
    }),
  );
}

/** The one address of these answers: `?team=few&load=bursts`; without any, empty. */
export function queryOf(answers: Answers, asked: Asked): string {
  const parts = asked.flatMap(({ id }) => (answers.has(id) ? [`${id}=${answers.get(id) ?? ''}`] : []));
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/**
 * The patterns by where the answers have moved them, from the top. Each answer counts one step. Of equals the one with fewer steps
 * down comes first, then as given. A pattern that no answer moves stands at 0.
 */
export function verdicts<Reason>(
  slugs: readonly string[],
  moves: readonly Moved<Reason>[],
): readonly Verdict<Reason>[] {
  const down = ({ moves: own }: Verdict<Reason>): number => own.filter(({ step }) => step < 0).length;
  return slugs
    .map((slug) => {
      const own = moves.filter((move) => move.slug === slug);
      return { slug, steps: own.reduce((sum, { step }) => sum + step, 0), moves: own };
    })
    .sort((a, b) => b.steps - a.steps || down(a) - down(b));
}
