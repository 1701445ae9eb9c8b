/**
 * Names and words in lower case that people type beside ours and that no page may have. They are not misspelt, though a
 * word of a page is near: `qnap` is no `snap`, `router` no `outer`. Only such near ones need to be here; those that a page
 * has do no harm.
 */
export const wordsElsewhere: readonly string[] = (
  'bitbucket certbot circleci confluence discord dive drone duplicati fluentd freenas gluster httpd iframe iscsi lando ' +
  'mesos mint multipass openebs owncloud packer paperless parallels qnap radarr rails rclone robot rook sentry slack ' +
  'snapraid spark truenas vault virtualbox void vscode webpack ' +
  'billing conference consent death domain emission explanation flower framework gateway headless insurance internet ' +
  'interval orange palace player promotion radio rapid render router season snow south spawn stock submit subnet surround ' +
  'tower tray train transparent tunable waste watermark webhook websocket weekend west wonder'
).split(' ');
