/** A node of the syntax tree of JavaScript, as MDX's parser leaves it with what stands in braces. */
export interface SyntaxNode {
  type: string;
  /** Offset in the file. */
  start?: number;
  [part: string]: unknown;
}

/** A name that code uses. */
export interface UsedName {
  name: string;
  offset: number;
}

/**
 * The names in `tags` and those that the `programs` of one file use, of which none of these makes, imports or takes as a
 * parameter. Where in the file a name is made does not matter.
 */
export function freeNames(programs: readonly SyntaxNode[], tags: readonly UsedName[]): UsedName[] {
  const used = [...tags];
  const made = new Set<string>();
  for (const program of programs) look(program, false);
  return used.filter(({ name }) => !made.has(name));

  /** Looks at what stands in `part`; in a pattern, names are made, and elsewhere they are used. */
  function look(part: unknown, isPattern: boolean): void {
    if (Array.isArray(part)) for (const item of part) look(item, isPattern);
    if (!isNode(part)) return;
    switch (part.type) {
      case 'Identifier':
        if (isPattern) made.add(String(part['name']));
        else used.push({ name: String(part['name']), offset: part.start ?? 0 });
        break;
      case 'JSXIdentifier': // Elements of HTML begin with a small letter, and attributes are looked at for their values.
        if (/^[A-Z]/.test(String(part['name']))) used.push({ name: String(part['name']), offset: part.start ?? 0 });
        break;
      case 'MemberExpression':
        look(part['object'], false);
        if (part['computed'] === true) look(part['property'], false);
        break;
      case 'JSXMemberExpression':
        look(part['object'], false);
        break;
      case 'JSXAttribute':
        look(part['value'], false);
        break;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (part['computed'] === true) look(part['key'], false);
        look(part['value'], isPattern);
        break;
      case 'AssignmentPattern':
        look(part['left'], isPattern);
        look(part['right'], false);
        break;
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        look(part['local'], true);
        break;
      case 'ExportSpecifier':
        break;
      case 'LabeledStatement':
        look(part['body'], false);
        break;
      default:
        for (const [key, value] of Object.entries(part)) {
          const makes = key === 'id' || key === 'params' || key === 'param';
          if (key !== 'label') look(value, makes || (isPattern && key !== 'body'));
        }
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
