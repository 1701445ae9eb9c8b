import { Script, createContext } from 'node:vm';

const scope = createContext({ work: (): unknown => undefined });
const script = new Script('work()');

/** What `work` gives. It is stopped when its time is over, which throws an error that `isTimeout` knows. */
export function withinSeconds<Result>(seconds: number, work: () => Result): Result {
  // Parsers of Markdown are called and not awaited; only the engine below them can stop one.
  scope['work'] = work;
  return script.runInContext(scope, { timeout: Math.ceil(seconds * 1000) }) as Result;
}

/** Whether an error says that the time was over. */
export function isTimeout(error: unknown): boolean {
  // The error is one of the scope, which has an `Error` of its own.
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
