import type { Fields } from './fields.ts';
import { finding } from './finding.ts';
import type { InfoFinding } from './finding.ts';
import { dataFolder } from './parse.ts';
import type { InfoReading } from './parse.ts';

/** Virtual machines on a computer of one's own; the tools that make those of a cloud too tell which by a label. */
export function onGuest(fields: Fields): InfoFinding[] {
  const guest = fields.find(['Name'], '', (name) => /^(?:colima(?:$|-)|lima-)/.test(name));
  if (guest !== undefined) return [finding('lima', guest.line)];
  const local = /\bprovider=(?:hyperkit|hyperv|kvm2?|parallels|qemu2?|virtualbox|vmware\w*|xhyve)\b/;
  const at = fields.lines.findIndex((line) => local.test(line));
  const [label] = local.exec(fields.lines[at] ?? '') ?? [];
  return label === undefined ? [] : [finding('docker-machine', at + 1, { label })];
}

/** Linux on Windows, which has a disk file of its own. */
export function onWsl(fields: Fields): InfoFinding[] {
  const kernel = fields.find(['Kernel Version', 'kernel']);
  return kernel !== undefined && /microsoft/i.test(kernel.value) ? [finding('wsl', kernel.line)] : [];
}

/** Which disk holds the data, and where to ask how full it is. In a virtual machine its folders are out of reach. */
export function onDisk({ fields, machine, drivers }: InfoReading): InfoFinding[] {
  const system = fields.find(['Operating System']);
  const folder = dataFolder(fields);
  if (/^Docker (?:Desktop|for (?:Mac|Windows))$/.test(system?.value ?? ''))
    return [finding('docker-desktop', system?.line)];
  if (system?.value === 'OrbStack') return [finding('orbstack', system.line)];
  const guest = onGuest(fields);
  if (guest.length > 0) return guest;
  if (machine.filesystem === 'ntfs') return [];
  const found = onWsl(fields);
  if (drivers.includes('btrfs')) return [...found, finding('btrfs-space', undefined, { folder })];
  if (drivers.some((name) => /^(?:device ?mapper|zfs)$/.test(name))) return found;
  if (!machine.containerdStore) return [...found, finding('disk-not-told', undefined, { folder })];
  // An engine without root does not reach the containerd of the machine and starts its own.
  const own = machine.rootless ? `${folder}/containerd/daemon` : '/var/lib/containerd';
  return [...found, finding('containerd-disk', undefined, { folder: own })];
}
