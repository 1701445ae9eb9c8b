/** What stands in every output of `docker info` and its kin, of any age and form; most logs have none of it. */
const telling =
  /storage.?driver|driver.?status|graph.?driver|graphroot|snapshotter|\[\[backing|native overlay diff|data space used|parent dataset|containerdrootdir|type"?: ?"?(?:runtime|network)ready/i;

/** Whether it is worth reading `text` as such an output. Quick, so that most pastes need no more code and no facts. */
export function mayBeInfo(text: string): boolean {
  return telling.test(text);
}
