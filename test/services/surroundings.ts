// What a test asks of the kernel: a small disk or a network of its own, seen by one process and its children, and gone with
// them. Containers without privileges refuse it; then the test says so and is skipped.
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'

const privateMounts = ['unshare', '--mount', '--propagation', 'private']

/** For the `skip` option of a test: false, or why no small disk can be had. */
export function skipWithoutSmallDisk(): string | false {
  const mount = [...privateMounts, 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'latchkey', tmpdir()]
  return succeeds(mount) ? false : 'this process may not mount: there is no small disk to fill'
}

/**
 * To stand before a command: in its working directory it then sees the folder `small-disk`, which has room for so many
 * mebibytes and belongs to this user.
 */
export function withSmallDisk(mebibytes: number, user: string): readonly string[] {
  const options = `size=${mebibytes}m,mode=0700,uid=$(id -u ${user})`
  const script = `mkdir -p small-disk && mount -t tmpfs -o ${options} latchkey small-disk && exec "$@"`
  return [...privateMounts, 'sh', '-c', script, 'sh']
}

/**
 * For the `skip` option of a test: false, or why there is no network of its own. Where the kernel permits one and CI=true,
 * a missing `ip` is no reason.
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
