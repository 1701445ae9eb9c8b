import stylelint from 'stylelint';

const ruleName = 'walls/reduced-motion';

const messages = stylelint.utils.ruleMessages(ruleName, {
  rejected: (property: string) =>
    `'${property}' moves something for readers who asked for stillness. Put it inside @media (prefers-reduced-motion: no-preference).`,
});

/** A transition, an animation or smooth scrolling stands only where the reader did not ask for less motion. */
const rule: stylelint.RuleBase<boolean> = (enabled) => (root, result) => {
  if (!enabled) return;
  root.walkDecls(/^(?:animation|transition|scroll-behavior|view-transition)/, (declaration) => {
    if (/^(?:none|auto|initial)$/.test(declaration.value) || asksForMotion(declaration)) return;
    const { prop: word } = declaration;
    stylelint.utils.report({ ruleName, result, node: declaration, word, message: messages.rejected(word) });
  });
};

function asksForMotion(node: { parent?: unknown }): boolean {
  const parent = node.parent as { parent?: unknown; name?: string; params?: string } | undefined;
  if (parent === undefined) return false;
  const { name, params = '' } = parent;
  return (name === 'media' && /prefers-reduced-motion:\s*no-preference/.test(params)) || asksForMotion(parent);
}

export default stylelint.createPlugin(ruleName, Object.assign(rule, { ruleName, messages }) as stylelint.Rule);
