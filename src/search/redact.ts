/** What is taken out of a paste before anybody else sees it, in this order; the first of two that overlap wins. */
const secrets: readonly [name: string, pattern: RegExp][] = [
  ['token', /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|eyJ[\w-]{8,1000}\.)[\w.-]{8,}/g],
  [
    'token',
    /(?<=\b(?:bearer|basic|token|password|passwd|secret|api[_-]?key|authorization)["']?\s{0,3}[:= ]\s{0,3}["']?)(?!bearer|basic)[^\s"',;]{4,}/gi,
  ],
  ['login', /(?<=:\/\/)[^\s/@:]{1,80}:[^\s/@]{1,200}(?=@)/g],
  ['email', /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+\b/g],
  ['user', /(?<=(?:\/home\/|\/Users\/|[a-z]:\\{1,8}Users\\{1,8}))[^\s/\\:"']{1,64}/gi],
  ['user@host', /(?<=^|\s)[a-z_][\w.-]{0,31}@[a-z\d][\w.-]{0,62}(?=[:\s])/gim],
  ['mac', /\b[\da-f]{2}(?::[\da-f]{2}){5}\b/gi],
  ['uuid', /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi],
  ['id', /\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,128}\b/gi],
  ['ip', /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g],
  ['ip', /(?<![\w:])(?=[\da-f:]{0,40}::|(?:[\da-f]{1,4}:){5})[\da-f:]{2,45}(?![\w:])/gi],
  ['host', /(?<=^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )[a-z\d][\w.-]{0,62}(?= )/gm],
  ['host', /(?<=^\d{4}-\d\d-\d\dT[\d:.,+Z-]{8,24} )[a-z\d][\w.-]{0,62}(?= [\w./-]+(?:\[\d+\])?:)/gim],
  ['host', /\b[a-z\d][a-z\d.-]{0,100}\.(?:internal|local|lan|corp|intra|home|localdomain)\b/gi],
];

/**
 * `text` without ids, host names, user names, addresses and tokens: each is replaced by its name in angle brackets, as
 * in `/home/<user>`. What remains is for its owner to look through; nothing can know all that is private.
 */
export function redact(text: string): string {
  return secrets.reduce((rest, [name, pattern]) => rest.replace(pattern, `<${name}>`), text);
}
