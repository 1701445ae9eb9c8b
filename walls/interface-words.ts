import type { Rule } from 'eslint';

/** Attributes and properties that a reader reads or hears, by the names that HTML, the DOM and our components give them. */
const readNames = new Set(
  'alt aria-description aria-label aria-placeholder ariaLabel caption description label placeholder summary text textContent title'.split(
    ' ',
  ),
);

/** Names of formats and licences are the same in every language. */
const properNames = /\b(?:Atom|CC BY 4\.0|CSV|GitHub|JSON|RSS)\b/g;

/** Elements whose text is code, whatever the language of the page. */
const codeElements = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style']);

/** What the AST of a template or an element has of a node, as far as this rule looks. */
interface AnyNode {
  type: string;
  parent?: AnyNode | null;
  value?: unknown;
  name?: unknown;
  key?: AnyNode;
  left?: AnyNode;
  property?: AnyNode;
  openingElement?: { name: AnyNode };
}

/** Finds words of the interface that stand in a template or an element, where nobody who translates the site finds them. */
export const interfaceWords: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      words:
        '“{{text}}” is a text of the interface. Give it a name in src/site/words.ts and write words.thatName, so that a site in another language changes one file.',
    },
  },
  create(context) {
    const report = (node: unknown, text: string): void => {
      const rule = node as Rule.Node;
      context.report({ node: rule, messageId: 'words', data: { text: text.trim().replace(/\s+/g, ' ').slice(0, 60) } });
    };
    const judge = (node: AnyNode, text: string): void => {
      if (isRead(node) ? hasWord(text) : isSentence(text) && !isForProgram(node)) report(node, text);
    };
    return {
      JSXText(node: AnyNode) {
        const text = String(node.value);
        if (hasWord(text) && !isInCode(node)) report(node, text);
      },
      Literal(node) {
        if (typeof node.value === 'string') judge(node, node.value);
      },
      TemplateLiteral(node) {
        judge(node, node.quasis.map(({ value }) => value.cooked ?? '').join('…'));
      },
    };
  },
};

/** Whether a text has a word that is no name and no ending of a file. */
function hasWord(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(properNames, '').replace(/\.\w+/g, ''));
}

/** Whether a text of unknown use reads like one that a person wrote for another: `Copied.`, `try again`, `Fact`. */
function isSentence(text: string): boolean {
  const plain = text
    .replace(properNames, '')
    .replace(/^[\d…\s]+/, '')
    .trim();
  const isOneWord = /^\p{Lu}\p{Ll}+(?:[.!?:…]|$)/u.test(plain);
  const isPlain = /^[“"]?\p{L}[\p{L}’']*,? (?:[\p{L}’'…]+[,.:;!?]? )*[\p{L}’'…]+[.!?:]?$/u.test(plain);
  return isOneWord || isPlain || /(?:\p{L}{2,}[,.:;]? ){2}\p{L}{2}/u.test(plain);
}

/** Whether a text is the value of an attribute, property or prop that a reader reads. */
function isRead(node: AnyNode): boolean {
  const { parent } = node;
  if (parent == null) return false;
  switch (parent.type) {
    case 'JSXExpressionContainer':
    case 'ConditionalExpression':
      return isRead(parent);
    case 'JSXAttribute':
      return readNames.has(nameOf(parent));
    case 'Property':
      return parent.key !== node && readNames.has(nameOf(parent.key));
    case 'AssignmentPattern':
      return readNames.has(nameOf(parent.left));
    case 'AssignmentExpression':
      return readNames.has(nameOf(parent.left?.property));
    default:
      return false;
  }
}

/** Uses of a text that no reader sees: errors for developers, selectors, classes, keys of the keyboard, imports, types. */
function isForProgram(node: AnyNode): boolean {
  for (let { parent } = node, child = node; parent != null; child = parent, parent = parent.parent) {
    const { type } = parent;
    if (type === 'ThrowStatement' || type === 'NewExpression' || type.startsWith('TS')) return true;
    if (type.startsWith('Import') || type.startsWith('Export') || type === 'SwitchCase') return true;
    if (type === 'BinaryExpression' || type === 'MemberExpression') return true;
    if (type === 'JSXAttribute') return !readNames.has(nameOf(parent));
    if (type === 'Property')
      return parent.key === child || /^class(?:Name)?$|^(?:autocomplete|d|rel|role)$/.test(nameOf(parent.key));
    if (type === 'AssignmentExpression') return /^(?:className|rel|sandbox)$/.test(nameOf(parent.left?.property));
    if (type === 'CallExpression')
      return /^(?:querySelector|querySelectorAll|closest|matches|createElement|getItem|setItem|addEventListener|test|split|includes|setAttribute|raw)$/.test(
        nameOf((parent as { callee?: AnyNode }).callee?.property),
      );
  }
  return false;
}

function isInCode(node: AnyNode): boolean {
  for (let { parent } = node; parent != null; parent = parent.parent) {
    if (parent.type === 'JSXElement' && codeElements.has(nameOf(parent.openingElement?.name))) return true;
  }
  return false;
}

/** The name of an identifier, a literal key or an attribute. */
function nameOf(node: AnyNode | undefined): string {
  if (node === undefined) return '';
  if (typeof node.name === 'string') return node.name;
  if (typeof node.value === 'string' && node.type === 'Literal') return node.value;
  return typeof node.name === 'object' && node.name !== null ? nameOf(node.name as AnyNode) : '';
}
