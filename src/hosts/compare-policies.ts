/**
 * In which directives the policy that a host sends is narrower or wider than `needed`, the site's own: `lacking` has the
 * whole directives that are not there or lack a source, `excess` the sources that the site never asked for. Hashes are
 * those of single pages and are left out. A policy that stands in the page can't say who may frame it.
 */
export function comparePolicies(
  needed: string,
  sent: string,
  isInPage: boolean,
): { lacking: string[]; excess: { name: string; source: string }[] } {
  const allowed = directivesOf(sent);
  const wanted = [...directivesOf(needed)].filter(([name]) => !isInPage || name !== 'frame-ancestors');
  return {
    lacking: wanted
      .filter(([name, sources]) => {
        const found = allowed.get(name);
        return found === undefined || !sources.every((source) => found.includes(source));
      })
      .map(([name, sources]) => [name, ...sources].join(' ')),
    excess: wanted.flatMap(([name, sources]) =>
      (allowed.get(name) ?? []).filter((source) => !sources.includes(source)).map((source) => ({ name, source })),
    ),
  };
}

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name.toLowerCase(), values.filter((value) => !value.startsWith("'sha256-"))];
    }),
  );
}
