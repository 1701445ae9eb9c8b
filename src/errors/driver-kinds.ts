/** Engines name one driver in several ways, `devicemapper` and `devmapper`; `devfs` and `sysvfs` are no vfs. */
const namesOfDrivers: [string, RegExp][] = [
  ['devicemapper', /device-?mapper|devmapper/i],
  ['btrfs', /btrfs/i],
  ['zfs', /(?<![a-z\d])zfs/i],
  ['aufs', /(?<![a-z\d])aufs/i],
  ['overlay', /overlay/i],
  ['vfs', /(?<![a-z\d])vfs(?![a-z\d])/i],
  ['windowsfilter', /windowsfilter/i],
  ['stargz', /stargz/i],
];

/** Kinds of drivers, as `driverKindsIn` calls them. */
export const driverKinds: readonly string[] = namesOfDrivers.map(([name]) => name);

/** The kinds of drivers that a text names, be it by an id such as `containerd-devmapper`. */
export function driverKindsIn(text: string): string[] {
  return namesOfDrivers.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** What the drivers that a text names say for or against an error that is known with `drivers` only, as a score. */
export function driversSay(drivers: readonly string[], named: readonly string[]): number {
  if (drivers.length === 0 || named.length === 0) return 0;
  return driverKindsIn(drivers.join(' ')).some((name) => named.includes(name)) ? 3 : -3;
}
