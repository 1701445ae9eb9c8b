/** What the system calls an error, such as `ENOENT`; undefined for an error of another kind. */
export function errorCode(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
