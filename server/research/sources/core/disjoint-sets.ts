/** Union-find over `0..size-1`: `join` puts two sets together and returns the root kept, `groups` lists members ascending, in order of smallest member. */
export function disjointSets(size: number) {
  const parent = Array.from({ length: size }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) {
      const above = parent[up] ?? up;
      parent[at] = above;
      at = above;
    }
    return at;
  };
  const join = (a: number, b: number): number => {
    const [rootA, rootB] = [find(a), find(b)];
    const root = Math.min(rootA, rootB);
    parent[Math.max(rootA, rootB)] = root;
    return root;
  };
  const groups = (): Map<number, number[]> => {
    const byRoot = new Map<number, number[]>();
    for (let index = 0; index < size; index++) {
      const root = find(index);
      const members = byRoot.get(root);
      if (members) members.push(index);
      else byRoot.set(root, [index]);
    }
    return byRoot;
  };
  return { find, join, groups };
}
