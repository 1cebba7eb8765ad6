// Numbers for what belongs together.

/** The same number for all members of a group and of all groups that share a member with it. */
export function together(groups: readonly (readonly string[])[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [fresh, group] of groups.entries()) {
    const known = new Set(group.flatMap((member) => numbers.get(member) ?? []));
    const number = Math.min(fresh, ...known);
    if (known.size > 1) for (const [member, old] of numbers) if (known.has(old)) numbers.set(member, number);
    for (const member of group) numbers.set(member, number);
  }
  return numbers;
}
