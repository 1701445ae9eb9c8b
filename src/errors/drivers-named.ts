/** The first two are two tools' names for one thing; `devfs` and `sysvfs` are no vfs. */
const namesOfDrivers: [string, RegExp][] = [
  ['mapper', /device-?mapper|devmapper/i],
  ['btrfs', /btrfs/i],
  ['zfs', /(?<![a-z\d])zfs/i],
  ['aufs', /(?<![a-z\d])aufs/i],
  ['overlay', /overlay/i],
  ['vfs', /(?<![a-z\d])vfs(?![a-z\d])/i],
  ['windowsfilter', /windowsfilter/i],
  ['stargz', /stargz/i],
];

/** Parts of the ids of the drivers that a text names. */
export function driversNamed(text: string): string[] {
  return namesOfDrivers.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** What the drivers that a text names say for or against an error that is known with `drivers` only, as a score. */
export function driversSay(drivers: readonly string[], named: readonly string[]): number {
  if (drivers.length === 0 || named.length === 0) return 0;
  return named.some((name) => drivers.some((id) => id.includes(name))) ? 3 : -3;
}
