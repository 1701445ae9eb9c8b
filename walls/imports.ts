import type { Rule } from 'eslint';
import { relative, sep } from 'node:path';
import { whyForbidden } from './rooms.ts';

/** Holds each import against the rooms and arrows of the design. */
export const imports: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{why}}' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const judge = (node: Rule.Node): void => {
      const { source, importKind, exportKind } = node as ImportLike;
      if (typeof source?.value !== 'string') return;
      const why = whyForbidden(file, source.value, importKind === 'type' || exportKind === 'type');
      if (why !== undefined) context.report({ node, messageId: 'forbidden', data: { why } });
    };
    return {
      ImportDeclaration: judge,
      ImportExpression: judge,
      ExportNamedDeclaration: judge,
      ExportAllDeclaration: judge,
    };
  },
};

/** What the four kinds of import have in common; the kinds come from the TypeScript parser. */
interface ImportLike {
  source?: { value?: unknown } | null;
  importKind?: 'type' | 'value';
  exportKind?: 'type' | 'value';
}
