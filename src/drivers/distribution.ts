/** Whether `system`, such as `Ubuntu 14.04.4 LTS`, is one that `printed` begins; `Amazon Linux 2023` is no `Amazon Linux 2`. */
export function isSystem(system: string, printed: string): boolean {
  return system.startsWith(printed) && !/^\d/.test(system.slice(printed.length));
}
