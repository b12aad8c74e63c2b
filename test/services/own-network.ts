// A network for one test's store, reachable in two ways: through a router that can stop forwarding, so that packets vanish
// silently in both directions, and directly. It is removed when the test ends.
//
//   servers ── router ── store        10 addresses of 198.18.0.0/15, which is set aside for tests of networks (RFC 2544)
//      └────────────────────┘
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { alsoWhenKilled } from '../support/also-when-killed.ts'

export interface OwnNetwork {
  /** The prefix for a command that is to run in the network. */
  readonly within: readonly string[]
  /** The store's address through the router. */
  readonly cuttable: string
  /** The store's direct address. */
  readonly direct: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
  readonly remove: () => Promise<void>
}

export async function makeNetwork(): Promise<OwnNetwork> {
  const block = 16 * randomInt(16)
  const prefix = `198.${randomInt(18, 20)}.${randomInt(256)}`
  const at = (host: number): string => `${prefix}.${block + host}`
  const name = `lk${randomBytes(4).toString('hex')}`
  const router = new Namespace()
  const store = new Namespace()
  // Until a command has returned, the shell may not be in its own network yet.
  await Promise.all([router.run('true'), store.run('true')])
  const remove = alsoWhenKilled(async () => {
    // Open connections would keep a network alive for minutes.
    for (const link of [`${name}r`, `${name}d`]) spawnSync('ip', ['link', 'delete', link])
    await router.end()
    await store.end()
  })
  try {
    run(`ip link add ${name}r type veth peer name servers netns ${router.processId}`)
    run(`ip link add ${name}d type veth peer name direct netns ${store.processId}`)
    await router.run(`ip link add store type veth peer name router netns ${store.processId}`)
    const here = { run: async (command: string) => run(command) }
    await giveAddress(here, `${name}r`, at(1))
    await giveAddress(router, 'servers', at(2))
    await giveAddress(router, 'store', at(5))
    await giveAddress(store, 'router', at(6))
    await giveAddress(here, `${name}d`, at(9))
    await giveAddress(store, 'direct', at(10))
    run(`ip route add ${at(4)}/30 via ${at(2)}`)
    await store.run(`ip route add ${at(0)}/30 via ${at(5)}`)
    await store.run('ip link set lo up')
  } catch (error) {
    await remove()
    throw error
  }
  const forward = (isOn: boolean) => router.run(`echo ${Number(isOn)} > /proc/sys/net/ipv4/ip_forward`)
  await forward(true)
  return {
    within: ['nsenter', `--net=/proc/${store.processId}/ns/net`],
    cuttable: at(6),
    direct: at(10),
    cut: () => forward(false),
    mend: () => forward(true),
    remove,
  }
}

async function giveAddress(
  namespace: { readonly run: (command: string) => Promise<void> },
  link: string,
  address: string,
): Promise<void> {
  await namespace.run(`ip address add ${address}/30 dev ${link}`)
  await namespace.run(`ip link set ${link} up`)
}

/** Runs a command in the servers' own network. */
function run(command: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}

/** A network namespace held by a shell, which reads commands and ends when its input closes, as when the test ends. */
class Namespace {
  readonly #shell: ChildProcess
  #output = ''

  constructor() {
    this.#shell = spawn('unshare', ['--net', 'sh'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#shell.stdout?.on('data', (text) => {
      this.#output += text
    })
  }

  get processId(): number {
    return this.#shell.pid ?? 0
  }

  async run(command: string): Promise<void> {
    this.#output = ''
    this.#shell.stdin?.write(`${command}; echo status $?\n`)
    while (!/^status \d+$/m.test(this.#output)) await once(this.#shell.stdout ?? this.#shell, 'data')
    if (!/^status 0$/m.test(this.#output)) throw new Error(`${command} failed`)
  }

  async end(): Promise<void> {
    if (this.#shell.exitCode !== null || this.#shell.signalCode !== null) return
    const exited = once(this.#shell, 'exit')
    this.#shell.stdin?.end()
    await exited
  }
}
