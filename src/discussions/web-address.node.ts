/** The address on the web that `value` means on github.com; nothing for other schemes, or a name before the host. */
export function webAddress(value: string): string | undefined {
  const url = URL.parse(value, 'https://github.com/');
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}

/** As `webAddress`, but a bare file name means nothing: it was relative to a page that we do not know. */
export function imageAddress(value: string): string | undefined {
  return /^(?:https?:)?\//i.test(value) ? webAddress(value) : undefined;
}

/** Whether the address is one of those that GitHub signs for some minutes: it must not be kept, it leaks and dies. */
export function isPrivateImage(value: string): boolean {
  const url = URL.parse(value, 'https://github.com/');
  return url !== null && (/^private-.*\.githubusercontent\.com$/.test(url.hostname) || url.searchParams.has('jwt'));
}
