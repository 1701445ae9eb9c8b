/**
 * The network's answer, whatever it says. What is `kept` comes instead if the network fails, or if `pause` is over and it
 * has given no sign of life. With nothing kept the network is waited for, and its failure is passed on.
 */
export async function networkFirst<Answer>(
  network: Promise<Answer>,
  kept: () => Promise<Answer | undefined>,
  pause: Promise<unknown>,
): Promise<Answer> {
  const failed = network.catch(() => undefined);
  const first = await Promise.race([failed, pause.then(kept)]);
  return first ?? (await failed) ?? (await kept()) ?? network;
}

/**
 * An answer that the browser asked for while the worker was starting. Throws if it is none: Firefox hands the failure of
 * such a request over as an answer of the type `error`.
 */
export function realAnswer<Answer extends { type: string }>(answer: Answer): Answer {
  if (answer.type === 'error') throw new Error('The network failed.');
  return answer;
}
