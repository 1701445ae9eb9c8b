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
