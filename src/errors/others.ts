/** Engines, what starts or feeds them, and the names that only they give to things. */
const engines =
  /docker|moby|podman|containerd|containers\/storage|buildah|build(?:kit|x)|skopeo|nerdctl|rancher|kube|k[38]s|cri-?o\b|crictl|overlay2|fuse-overlayfs|aufs|graphdriver|snapshotter|layerdb|sha256:|\bOCI\b|\b[cr]run[cn]?\b|hcsshim|^\S+[-_]\d+ +\||root@[\da-f]{12}:|^#\d+ |^Step \d+|^(?:FROM|RUN|COPY) /im;

/** What every kind of container has. */
const containers = /container|\bpods?\b|(?<!-)\bimages?\b|\blayers?\b|\brootless/i;

/** Containers that hold a whole system: what they say of containers and images is about their own store. */
const systems = /systemd-nspawn|machinectl|\blxc (?:cop|delet|import|info|init|launch|mov|publish|start|storage)/;

/** Programs that keep, pack or encrypt data by themselves, and the steps before a system is up. */
const others = new RegExp(
  [
    // Databases that name the server or a file of theirs.
    /mysqld|mariadb|innodb|com\.mysql\.|\(HY000\)|#sql[_-]|\bORA-\d{5}|sqlservr|wiredtiger/,
    // What a kernel is started with, and firmware or live media that lie an overlay over it.
    /update-initramfs|mkinitramfs|mkinitcpio|dracut|initr(?:am)?fs|initrd|sysroot|\/boot\/(?:vmlinuz|initrd)|squashfs error|jffs2|ubifs|mtdblock|casper|\/data\/adb/,
    // Volumes and their encryption.
    /cryptsetup|\bluks|\blv(?:create|convert|extend|resize)\b|\bvg(?:create|extend|reduce)\b|pvcreate|multipathd?|kpartx|mdadm|reload ioctl/,
    // Snapshots and backups of a whole system.
    /timeshift|snapper|btrbk|duperemove|sanoid|syncoid|rsnapshot|\bborg|\brestic|zfs (?:send|receive|recv|rollback)|zpool (?:import|export|replace|scrub)/,
    // Machines on a host, and shares that a program mounts.
    /libvirt|qemu-img|VBoxManage|\brclone\b|sshfs|s3fs|gcsfuse|\brsync:/,
    // Applications that come in packages of their own kind.
    /\bsnapd\b|\bsnap (?:install|refresh)|flatpak|ostree/,
    // Nix, which builds all into one store.
    /\/nix\/store|\bnix-(?:build|channel|collect|env|store)/,
    // What git sends and packs.
    /index-pack|unpack-objects|fetch-pack|pack-refs|remote unpack failed/,
    // What is built on Windows.
    /MSBuild|\bMSB\d{4}|NuGet|\.\w{2,4}proj\b|WinNTFileSystem/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/**
 * Whether a text tells of a store that is no engine's: it names another program or step that keeps its own, and nothing of
 * containers. The same answers of the system, such as "no space left on device", then are no errors of ours.
 */
export function isOfOthers(text: string): boolean {
  return !engines.test(text) && (systems.test(text) || (others.test(text) && !containers.test(text)));
}
