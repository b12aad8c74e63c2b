// Resources from the kernel for one test: a small disk or a separate network, visible to one process and its children, and
// removed with them. Containers without privileges refuse them; the test is then skipped with the reason.
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'

const privateMounts = ['unshare', '--mount', '--propagation', 'private']

/** For a test's `skip` option: false, or why a small disk is not available. */
export function skipWithoutSmallDisk(): string | false {
  const mount = [...privateMounts, 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'latchkey', tmpdir()]
  return succeeds(mount) ? false : 'this process may not mount: there is no small disk to fill'
}

/**
 * A prefix for a command. In its working directory, the command then sees the folder `small-disk`, which holds this
 * many mebibytes and belongs to this user.
 */
export function withSmallDisk(mebibytes: number, user: string): readonly string[] {
  const options = `size=${mebibytes}m,mode=0700,uid=$(id -u ${user})`
  const script = `mkdir -p small-disk && mount -t tmpfs -o ${options} latchkey small-disk && exec "$@"`
  return [...privateMounts, 'sh', '-c', script, 'sh']
}

/**
 * For a test's `skip` option: false, or why a separate network is not available. If the kernel permits one and CI=true,
 * a missing `ip` is an error instead of a reason to skip.
 */
export function skipWithoutNetworks(): string | false {
  if (!succeeds(['unshare', '--net', 'true']))
    return 'this process may not make networks: no partition is tested'
  if (process.env.CI === 'true' || succeeds(['ip', '-V'])) return false
  return 'ip (iproute2) is not installed: no partition is tested'
}

function succeeds([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args).status === 0
}
