/**
 * What a piece of code is, as far as the reader needs colour to see it. The name is the end of the CSS class
 * (`k` → `t-k`): two letters instead of a colour, because every word of code carries one.
 */
export interface CodeRole {
  /** `k`: the class is `t-k` and the colour token `--code-k`. */
  name: string;
  /** What it stands for, in words. */
  meaning: string;
  /** TextMate scopes, as the grammars name them. The longer one wins. */
  scopes: readonly string[];
}

/** The role without class: plain text, commands' arguments. */
const plainScopes = ['string.unquoted.argument', 'meta.embedded', 'source'];

/** Every role the highlighter gives, in the order of the colour tokens in `styles/code.css`. */
export const codeRoles: readonly CodeRole[] = [
  {
    name: 'k',
    meaning: 'keyword',
    scopes: ['keyword', 'storage', 'markup.heading', 'entity.name.section', 'punctuation.definition.heading'],
  },
  {
    name: 's',
    meaning: 'string',
    scopes: ['string', 'punctuation.definition.string', 'markup.inline.raw', 'constant.character.escape'],
  },
  { name: 'c', meaning: 'comment', scopes: ['comment', 'punctuation.definition.comment', 'meta.diff.header'] },
  {
    name: 'f',
    meaning: 'function or command',
    scopes: ['entity.name.function', 'entity.name.command', 'support.function', 'meta.function-call.generic'],
  },
  { name: 'n', meaning: 'number or constant', scopes: ['constant', 'support.constant'] },
  { name: 'v', meaning: 'variable', scopes: ['variable', 'punctuation.definition.variable'] },
  {
    name: 't',
    meaning: 'type or tag',
    scopes: [
      'entity.name.type',
      'entity.name.tag',
      'entity.name.class',
      'support.type',
      'support.class',
      'storage.type.class',
    ],
  },
  {
    name: 'a',
    meaning: 'attribute, key or option',
    scopes: [
      'entity.other.attribute-name',
      'entity.name.tag.yaml',
      'support.type.property-name',
      'meta.object-literal.key',
      'keyword.other.definition.ini',
      'constant.other.option',
    ],
  },
  {
    name: 'p',
    meaning: 'punctuation',
    scopes: ['punctuation', 'keyword.operator', 'meta.brace', 'constant.character.escape.line-continuation'],
  },
  { name: 'i', meaning: 'inserted line', scopes: ['markup.inserted', 'punctuation.definition.inserted'] },
  { name: 'd', meaning: 'deleted line', scopes: ['markup.deleted', 'punctuation.definition.deleted', 'invalid'] },
];

/** The shape that Shiki takes for a theme, as far as ours needs it. */
export interface RoleTheme {
  name: string;
  type: 'light';
  fg: string;
  bg: string;
  settings: { scope: string[]; settings: { foreground: string } }[];
}

/**
 * A theme whose colours are only numbers of roles: `#000001` is the first of `codeRoles`. The highlighter works in
 * colours; the page works in classes, so that one stylesheet serves both themes and no style attribute is written.
 */
export function roleTheme(): RoleTheme {
  return {
    name: 'roles',
    type: 'light',
    fg: sentinel(0),
    bg: '#ffffff',
    settings: [
      { scope: [...plainScopes], settings: { foreground: sentinel(0) } },
      ...codeRoles.map(({ scopes }, index) => ({
        scope: [...scopes],
        settings: { foreground: sentinel(index + 1) },
      })),
    ],
  };
}

/** The role behind a colour of `roleTheme`, or undefined for plain text. */
export function roleOfColour(colour: string): string | undefined {
  return codeRoles[Number.parseInt(colour.slice(1, 7), 16) - 1]?.name;
}

function sentinel(number: number): string {
  return `#${number.toString(16).padStart(6, '0')}`;
}
