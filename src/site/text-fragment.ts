/** `address` with an order to the browser to go to the first of these texts that it finds, and to mark all of them. */
export function withText(address: string, texts: readonly string[]): string {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  if (wanted.length === 0) return address;
  return `${address}${address.includes('#') ? '' : '#'}:~:${wanted.map((text) => `text=${encoded(text)}`).join('&')}`;
}

/** `address` with an order to the browser to go to `text` where `before` and `after` stand around it, and to mark it. */
export function withTextBetween(address: string, text: string, before: string, after: string): string {
  const around = [before.trim(), after.trim()].map(encoded);
  const order = [...(around[0] === '' ? [] : [`${around[0]}-`]), encoded(text.trim())];
  if (around[1] !== '') order.push(`-${around[1]}`);
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${order.join(',')}`;
}

/** A dash has a meaning of its own in a text fragment. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
