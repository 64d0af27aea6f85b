/** A text that grows at its end. */
export interface LongText {
  readonly add: (piece: string) => void;
  readonly whole: () => string;
}

/** Pieces that are put together at a time. */
const ENOUGH = 256;

/** Puts pieces together a few at a time: what `+=` has joined engines keep in its pieces, each of them larger than most of these are. */
export function longText(): LongText {
  const parts: string[] = [];
  let pieces: string[] = [];
  const join = (): void => {
    parts.push(pieces.join(''));
    pieces = [];
  };
  return {
    add: (piece) => {
      if (piece !== '' && pieces.push(piece) === ENOUGH) join();
    },
    whole: () => {
      join();
      return parts.join('');
    },
  };
}
