import type { Nodes } from 'mdast';
import type { Target } from './content.ts';
import type { SyntaxNode } from './free-names.ts';
import { valueOffset } from './html.node.ts';
import type { Tag } from './html.node.ts';

type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type JsxAttribute = Extract<JsxElement['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** The code in a node of MDX: imports and exports, what stands in braces, and computed attributes. */
export function programsIn(node: Nodes): SyntaxNode[] {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [node.data?.estree].flatMap((program) => (program as SyntaxNode | undefined) ?? []);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => {
        const part = attribute.type === 'mdxJsxAttribute' ? attribute.value : attribute;
        const program = typeof part === 'object' ? part?.data?.estree : undefined;
        return (program as SyntaxNode | undefined) ?? [];
      });
    default:
      return [];
  }
}

/** What a program of MDX imports, as it is written. */
export function importsIn(program: SyntaxNode): Target[] {
  const statements = program['body'] as readonly SyntaxNode[];
  return statements.flatMap(({ source }) => {
    const { value, start = 0 } = (source ?? {}) as { value?: string; start?: number };
    return value === undefined ? [] : { url: value, offset: start + 1 };
  });
}

/** A JSX element as a tag. Values are known if they are text, also as `name={'text'}`; others only when they run. */
export function readElement(element: JsxElement, text: string): Tag {
  const attributes = new Map<string, { value: string; offset: number }>();
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const found = readAttribute(attribute, text);
    if (found !== undefined) attributes.set(attribute.name, found);
  }
  const computed = (name: string) =>
    element.attributes.some((attribute) => attribute.type === 'mdxJsxExpressionAttribute' || attribute.name === name);
  const names = element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.name === 'string' ? [attribute.name] : [],
  );
  const name = element.name ?? '';
  return { name, written: name, offset: element.position?.start.offset ?? 0, attributes, names, computed };
}

function readAttribute({ value, position }: JsxAttribute, text: string): { value: string; offset: number } | undefined {
  const from = position?.start.offset ?? 0;
  if (value == null) return { value: '', offset: from };
  if (typeof value === 'string') {
    const written = text.slice(from, position?.end.offset);
    const start = valueOffset(written);
    // The parser drops the indentation of further lines; as it is written, each word keeps its place.
    return { value: value.includes('\n') ? written.slice(start, -1) : value, offset: from + start };
  }
  const [statement] = value.data?.estree?.body ?? [];
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  // Acorn's nodes carry `start`; the shared type of syntax trees leaves it out.
  const start = (expression as { start?: number } | undefined)?.start ?? from;
  if (expression?.type === 'Literal' && typeof expression.value === 'string')
    return { value: expression.value, offset: start + 1 };
  if (expression?.type === 'TemplateLiteral' && expression.expressions.length === 0) {
    return { value: expression.quasis[0]?.value.cooked ?? '', offset: start + 1 };
  }
  return undefined;
}
