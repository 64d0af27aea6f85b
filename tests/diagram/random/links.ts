/** A connection as the truth states it. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly head: 'forward' | 'both' | 'none';
  readonly label: string | null;
}
