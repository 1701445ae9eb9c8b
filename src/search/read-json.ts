/** What we use of a `Response`. */
export interface Answer {
  ok: boolean;
  status: number;
  url: string;
  clone(): Answer;
  json(): Promise<unknown>;
}

/** Asks a host for an address, as `fetch` does. */
export type Get = (address: string) => Promise<Answer>;

/** The JSON in an answer. Rejects if the host says that it has none, or if it is none: a gateway may answer with its own page. */
export async function readJson(answer: Answer): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url} was answered with ${answer.status}.`);
  return answer.json();
}
