import { pageSize } from './queries.ts';

/** A discussion to ask for, and how many of its comments at first. */
export interface Wanted {
  number: number;
  first: number;
}

/** Asking for more at once would often take GitHub over the ten seconds that it gives a query. */
const mostAtOnce = { discussions: 10, comments: 100 };
const leastComments = 10;

/** Discussions packed so that no query asks for more than GitHub can give in time. */
export function* batches(wanted: readonly { number: number; comments: number }[]): Generator<Wanted[]> {
  let batch: Wanted[] = [];
  let comments = 0;
  for (const { number, comments: count } of wanted) {
    const first = Math.min(pageSize, Math.max(1, count));
    const isFull = batch.length >= mostAtOnce.discussions || comments + first > mostAtOnce.comments;
    if (batch.length > 0 && isFull) {
      yield batch;
      batch = [];
      comments = 0;
    }
    batch.push({ number, first });
    comments += first;
  }
  if (batch.length > 0) yield batch;
}

/** The same in two smaller queries, or with fewer comments at once; nothing if it can't be smaller. */
export function smallerBatches(batch: readonly Wanted[]): Wanted[][] {
  const [only] = batch;
  if (only === undefined) return [];
  if (batch.length === 1) return only.first > leastComments ? [[{ ...only, first: fewer(only.first) }]] : [];
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

/** Comments to ask for at once if `size` were too many. */
export function fewer(size: number): number {
  return Math.max(leastComments, Math.floor(size / 2));
}
