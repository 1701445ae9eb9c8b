/** Engines, what starts or feeds them, and the names that only they give to things. */
const engines =
  /docker|moby|podman|containerd|containers\/storage|buildah|build(?:kit|x(?![a-z]))|skopeo|nerdctl|rancher|kube|k[38]s|cri-?o\b|crictl|concourse|overlay2|fuse-overlayfs|aufs|dev(?:ice)?mapper|graph ?driver|storage[- ](?:driver|opt)|snapshotter|layerdb|sha256:|\bOCI\b|\b[cr]run[cn]?\b|hcsshim|response from daemon|tar file\(exit|remove root filesystem|^\S+[-_]\d+ +\||root@[\da-f]{12}[: ]|^#\d+ (?:\[|\d+\.\d|[a-z])|^Step \d+|---> Running|Cannot (?:start|create) service|Service '[^']*' failed/im;

/** A line of a Dockerfile. In small letters it is a sentence, or a program that copies. */
const dockerfile = /^(?:FROM|RUN|COPY) /m;

/** Machines that build for others, whose page tells how they get room. */
const runners = /\/home\/(?:runner|codespace)\/|\/__w\/|\btravis/i;

/** What every kind of container has: its words, users and the library of well-known images, the name of a pod at a prompt. */
const containers =
  /container|\bpods?\b|(?<!-)\bimages?\b|\blayers?\b|\brootless|\/home\/(?:circleci|coder|gitpod|jovyan|node|vscode)\/|"\/usr\/local\/lib\/python3\.\d+\/(?!(?:dist|site)-packages)|@[\w.-]+-[b-df-hj-np-tv-z2-9]{6,10}-[b-df-hj-np-tv-z2-9]{5}[: ]/i;

/** Containers and machines that hold a whole system: what they say of containers and images is about their own store. */
const systems =
  /systemd-nspawn|machinectl|\blxc-(?:clone|copy)\b|\blxc (?:cop|delet|import|info|init|launch|mov|publish|start|storage)|qemu-img|libvirt|VBoxManage/;

/** Programs that keep, pack or encrypt data by themselves, and the steps before a system is up. */
const others = new RegExp(
  [
    // Databases that name the server or a file of theirs.
    /mysqld|mariadb|innodb|com\.mysql\.|\(HY000\)|#sql[_-]|\bORA-\d{5}|sqlservr|wiredtiger|\bredis\b|(?<![\w.])etcd\b|\btsdb\b/,
    // What a kernel is started with, and firmware, phones or live media that lie an overlay over it.
    /update-initramfs|mkinitramfs|mkinitcpio|dracut|initr(?:am)?fs|initrd|sysroot|\/boot\/(?:vmlinuz|initrd)|squashfs error|jffs2|ubifs|mtdblock|\bopkg|casper|\/data\/adb|\badb (?:re|sh|pu)|libfs_mgr/,
    // Volumes and their encryption.
    /cryptsetup|\bluks|\blv(?:create|convert|extend|resize)\b|\bvg(?:create|extend|reduce)\b|pvcreate|multipathd?|kpartx|mdadm|reload ioctl/,
    // Snapshots and backups of a whole system.
    /timeshift|snapper|btrbk|duperemove|sanoid|syncoid|rsnapshot|\bborg|\brestic|zfs (?:send|receive|recv|rollback)|zpool (?:import|export|replace|scrub)/,
    // Machines on a host, and shares that a program mounts.
    /\bxapi\b|\brclone\b|sshfs|s3fs|gcsfuse|\brsync:|\.nfs[\da-f]{8}/,
    // Applications that come in packages of their own kind.
    /\bsnapd\b|\bsnap (?:install|refresh)|flatpak|ostree|AppImage/,
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

/** What a program of the host shows beside an answer that it was given, and where that was. */
const hosts = new RegExp(
  [
    // Folders of users and of a Mac, disks that are put in and what a machine starts from.
    /(?:^|[^\w.])(?:~|\/Users|\/Volumes|\/var\/folders|\/private\/var|\/media|\/mnt|\/boot|\/home\/[^\s/]+)\//,
    // The prompt of a shell on a machine with a name; that of a container has an id there.
    /^[^\w\n]{0,8}\w[\w.-]*@(?![\da-f]{12}\b)\w[\w.-]*[\] :)][^\n"']*?[#$%](?: |$)/,
    // A hard link to another filesystem: overlay refuses to rename folders and no links.
    /\bhard link\b.{0,300}cross-device/,
    // Drives of Windows, where it speaks as Linux.
    /\b[A-Za-z]:\\/,
    // Traces of Java, Python and Node.js, and of others with a place in brackets. Engines are written in Go.
    /\bjava\.(?:io|nio|lang)\b|^Traceback \(most recent|^ *File "[^"\n]+", line \d|^ *syscall: '|^[ \t]*(?:at|#\d+) +[^()\n]+\([^()\n]+:\d+\)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'm',
);

/** Volumes that a cluster attaches: no engine keeps its layers there. */
const volumes = /\bpvc\b|\bcsi\b|kubernetes\.io[~/](?:nfs|cephfs|rbd)|\/dev\/(?:rbd|nbd|longhorn)/i;

/** What kubelet says when it mounts a volume, with the lines in which it tells the command and what that printed. */
const mountsOfVolumes =
  /^.*(?:MountVolume|FailedMount|\bmount(?:ing)? volumes?\b).*(?:\n[ \t]*(?:mounting|output)\b.*)*/gim;

/**
 * What the kernel, ZFS, FUSE and a library of Go print for whoever uses them: filesystems and disks in the kernel's log,
 * what `zfs` and `rm` answer, and a panic, whose program stands in the lines below.
 */
const shared =
  /^(?:ext4fs|jbd2|xfs|btrfs|bufferio|blkupdaterequest|abortingjournal|cannot[a-z]*dataset|fuse|panic|rmcannotremove(?:devi|dire))/;

/**
 * Whether a text tells of a store that is no engine's: it names another program or step that keeps its own, and nothing of
 * containers. The same answers of the system, such as "no space left on device", then are no errors of ours.
 */
export function isOfOthers(text: string): boolean {
  return !namesEngine(text) && (systems.test(text) || (others.test(text) && !containers.test(text)));
}

/** Whether a program of the host, or one that asked for a volume, was given an answer, and a text says nothing of containers. */
export function isOfHost(text: string): boolean {
  // Kubelet, and a path that names Kubernetes, name no engine where they tell of a volume.
  const left = volumes.test(text) ? text.replace(mountsOfVolumes, '') : text;
  const rest = left.replace(/\S+/g, (word) => (volumes.test(word) ? '' : word));
  return (rest !== text || hosts.test(text)) && !namesContainers(rest);
}

/** Whether a text has a sign of a container, of an engine, or of a machine that builds for others. */
export function namesContainers(text: string): boolean {
  return namesEngine(text) || runners.test(text) || containers.test(text);
}

/** Whether a squeezed message is printed by what other programs use, too. */
export function isShared(message: string): boolean {
  return shared.test(message);
}

function namesEngine(text: string): boolean {
  return engines.test(text) || dockerfile.test(text);
}
