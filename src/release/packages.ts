/** What `npm sbom` says of the packages, as far as it is used here (CycloneDX 1.5). */
export interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
  components: { name: string; version: string; licenses?: License[] }[];
}

type License = { license: { id?: string; name?: string } } | { expression: string };

/** What is allowed though it looks wrong, and until when or why: `walls/packages.yaml`. */
export interface Allowances {
  /** SPDX identifiers of licences under which any package may be used. */
  licences: string[];
  /** Packages whose licence is none of them, by name, and why they may be used all the same. */
  licence_exceptions?: { package: string; why: string }[];
  /** Advisories that do not concern this project, until a day on which somebody looks again. */
  advisories?: { id: string; until: string; why: string }[];
}

/** What `npm audit --json` says, as far as it is used here (version 2 of its report). */
export interface Audit {
  vulnerabilities?: Record<
    string,
    { name: string; via: (string | { name: string; title: string; url: string; severity: string })[] }
  >;
}

/** The list of packages without what changes from one run to the next: its number, its time, and the project's folder. */
export function repeatableBom(bom: Bom, project: string): Bom {
  const { serialNumber: _number, metadata, ...rest } = bom;
  const { timestamp: _time, component, ...others } = metadata;
  return { ...rest, metadata: { ...others, component: { ...component, name: project } } };
}

/** Packages whose licence nobody allowed, and exceptions that are not needed any more, one sentence each. */
export function licenceProblems(bom: Bom, { licences, licence_exceptions: exceptions = [] }: Allowances): string[] {
  const problems = new Set<string>();
  const needed = new Set<string>();
  for (const { name, version, licenses = [] } of bom.components) {
    const named = licenses.map((one) => ('expression' in one ? one.expression : (one.license.id ?? one.license.name)));
    if (named.length > 0 && named.every((licence) => licence !== undefined && isAllowed(licence, licences))) continue;
    needed.add(name);
    if (exceptions.some((one) => one.package === name)) continue;
    const what = named.length === 0 ? 'names no licence' : `is under ${named.join(', ')}, which is not allowed`;
    problems.add(`${name} ${version} ${what}. Read it, then allow it in walls/packages.yaml, or use another package.`);
  }
  for (const one of exceptions) {
    if (!needed.has(one.package))
      problems.add(`The exception for ${one.package} in walls/packages.yaml is not needed. Remove it.`);
  }
  return [...problems];
}

/** Whether an SPDX expression is met by the allowed licences: all parts of an AND, one part of an OR. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const text = expression.trim().replace(/^\((.*)\)$/, (whole, inner: string) => (/[()]/.test(inner) ? whole : inner));
  const split = (word: string): string[] => text.split(new RegExp(` ${word} (?![^(]*\\))`, 'i'));
  if (split('or').length > 1) return split('or').some((part) => isAllowed(part, allowed));
  if (split('and').length > 1) return split('and').every((part) => isAllowed(part, allowed));
  return allowed.includes(text);
}

/**
 * Known holes in packages that nobody excepted, and exceptions that have run out or are not needed any more, one sentence
 * each. `today` is a day as in `2026-11-26`.
 */
export function auditProblems(audit: Audit, { advisories = [] }: Allowances, today: string): string[] {
  const found = new Map<string, string>();
  for (const { name, via } of Object.values(audit.vulnerabilities ?? {})) {
    for (const one of via) {
      if (typeof one === 'string') continue; // It comes by another package, which is in the list itself.
      found.set(
        one.url.split('/').at(-1) ?? one.url,
        `${name} has a known hole (${one.severity}): ${one.title}, ${one.url}.`,
      );
    }
  }
  const problems = [...found].flatMap(([id, hole]) =>
    advisories.some((one) => one.id === id)
      ? []
      : [`${hole} Update it, or except ${id} in walls/packages.yaml with a reason and a last day.`],
  );
  for (const { id, until } of advisories) {
    if (!found.has(id)) problems.push(`The exception for ${id} in walls/packages.yaml is not needed. Remove it.`);
    else if (until < today) {
      problems.push(
        `The exception for ${id} in walls/packages.yaml ran out on ${until}. Look again: update, or give a later day.`,
      );
    }
  }
  return problems;
}
