/** What we use of a browser's `Worker`. */
export interface Colleague<Answer> {
  postMessage(question: unknown): void;
  addEventListener(type: 'message', hear: (event: { data: Answer }) => void): void;
  addEventListener(type: 'error', hear: () => void): void;
}

/** A worker, and who waits for its answers, by number. It begins when somebody asks, and anew after it has died. */
export class Desk<Question, Answer extends { number: number }> {
  readonly #begin: () => Colleague<Answer>;
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>();
  #worker: Colleague<Answer> | undefined;
  #questions = 0;

  constructor(begin: () => Colleague<Answer>) {
    this.#begin = begin;
  }

  /** Has the worker begin, so that it is there when somebody asks. */
  prepare(): void {
    this.#running();
  }

  /** The first answer to `question` for which `isLast` says so, or nothing if the worker has died. */
  ask(question: Question, isLast: (answer: Answer) => boolean = () => true): Promise<Answer | undefined> {
    const number = ++this.#questions;
    this.#running().postMessage({ number, ...question });
    return new Promise((resolve) => {
      this.#waiting.set(number, (answer) => {
        if (answer !== undefined && !isLast(answer)) return;
        this.#waiting.delete(number);
        resolve(answer);
      });
    });
  }

  #running(): Colleague<Answer> {
    if (this.#worker !== undefined) return this.#worker;
    const worker = (this.#worker = this.#begin());
    worker.addEventListener('message', ({ data }) => this.#waiting.get(data.number)?.(data));
    worker.addEventListener('error', () => {
      this.#worker = undefined;
      for (const hear of [...this.#waiting.values()]) hear(undefined);
    });
    return worker;
  }
}
