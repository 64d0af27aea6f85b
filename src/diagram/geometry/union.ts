/** Sets that grow together: `find` names the set of a member, `join` makes two sets one. */
export interface Union {
  readonly find: (member: number) => number;
  readonly join: (one: number, other: number) => void;
}

export function unionOf(size: number): Union {
  const parent = new Int32Array(size);
  for (let k = 0; k < size; k++) parent[k] = k;
  const up = (member: number) => parent[member] ?? member;
  const find = (member: number): number => {
    let root = member;
    while (up(root) !== root) root = up(root);
    for (let at = member; at !== root;) {
      const next = up(at);
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    join: (one, other) => {
      const from = find(other);
      parent[from] = find(one);
    },
  };
}
