import type { Rule } from 'eslint';
import { basename } from 'node:path';

/** Ties the file `driver-compare.element.ts`, the class `DriverCompare` and the tag `driver-compare` together. */
export const elementName: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      file: "'{{tag}}' is no name for a custom element. Name the file with two or more lower-case words, such as 'driver-compare.element.ts'.",
      class: "The class is called '{{found}}'. Call it '{{name}}', after the file.",
      export: 'The class is not exported. Write `export class`, so that a test can reach it.',
      tag: "The tag is called '{{found}}'. Call it '{{tag}}', after the file.",
      missing: "The file defines no element. End it with customElements.define('{{tag}}', {{name}}).",
      types:
        "The tag has no type. Declare '{{tag}}': {{name}} in HTMLElementTagNameMap, so that querySelector knows it.",
    },
  },
  create(context) {
    const tag = basename(context.filename, '.element.ts');
    const name = tag.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    let defined = false;
    let typed = false;
    return {
      Program(node) {
        if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(tag)) context.report({ node, messageId: 'file', data: { tag } });
      },
      ClassDeclaration(node) {
        const found = node.id.name;
        if (found !== name) context.report({ node: node.id, messageId: 'class', data: { found, name } });
        else if (node.parent.type !== 'ExportNamedDeclaration') context.report({ node, messageId: 'export' });
      },
      CallExpression({ callee, arguments: [first] }) {
        if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return;
        if (callee.object.name !== 'customElements' || callee.property.type !== 'Identifier') return;
        if (callee.property.name !== 'define' || first?.type !== 'Literal') return;
        defined = true;
        const found = String(first.value);
        if (found !== tag) context.report({ node: first, messageId: 'tag', data: { found, tag } });
      },
      "TSInterfaceDeclaration[id.name='HTMLElementTagNameMap'] TSPropertySignature > Literal.key"(node: Rule.Node) {
        typed ||= node.type === 'Literal' && node.value === tag;
      },
      'Program:exit'(node) {
        if (!defined) context.report({ node, messageId: 'missing', data: { tag, name } });
        else if (!typed) context.report({ node, messageId: 'types', data: { tag, name } });
      },
    };
  },
};
