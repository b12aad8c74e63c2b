// Receives the sessions that ended on other servers, and notices when messages stop arriving: this process sends heartbeats through
// the same ordered channel, so when one comes back, every message sent before it has arrived.
import type { SessionChange } from '../../contracts/session-watch.ts'
import { readChangeMessage } from './change-messages.ts'

const BEAT_EVERY_MILLISECONDS = 300
/** The documented limit: a session that ended longer ago than this is never served from memory. */
const TRUST_MILLISECONDS = 1_000
/** Heartbeats stop when there are no session checks, and start again with the next one. */
const REST_AFTER_MILLISECONDS = 5_000
const RECONNECT_MILLISECONDS: readonly number[] = [100, 250, 500, 1_000, 2_000, 5_000]

/** An open channel: every listening server receives every message, in the order of sending. */
export interface OpenChannel {
  readonly send: (message: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface ChannelListener {
  readonly heard: (message: string) => void
  /** The connection was lost, and perhaps messages with it. */
  readonly lost: () => void
}

export type OpenChannelWith = (listener: ChannelListener) => Promise<OpenChannel>

export interface HeartbeatWatch {
  /** Whether remembered sessions may be served. Each session check calls it; the first call connects. */
  readonly isTrusted: () => boolean
  readonly close: () => Promise<void>
}

export interface HeartbeatOptions {
  readonly open: OpenChannelWith
  readonly tell: (change: SessionChange) => void
  /** Identifies this process. */
  readonly id: string
  /** A monotonic clock, in milliseconds. Default: `performance.now`. */
  readonly elapsed?: () => number
}

export function heartbeatWatch(options: HeartbeatOptions): HeartbeatWatch {
  const { open, tell, id, elapsed = () => performance.now() } = options
  let channel: OpenChannel | null = null
  let heardUntil = Number.NEGATIVE_INFINITY
  let askedAt = Number.NEGATIVE_INFINITY
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: 'resting' | 'running' | 'closed' = 'resting'

  function isTrusted(): boolean {
    askedAt = elapsed()
    if (state === 'resting') run()
    return askedAt - heardUntil < TRUST_MILLISECONDS
  }

  function run(): void {
    state = 'running'
    void (channel ? beat(channel) : connect())
  }

  async function connect(): Promise<void> {
    try {
      const opened = await open({ heard, lost })
      if (state === 'closed') return await opened.close()
      channel = opened
      failures = 0
      // Messages sent before this channel was open were missed.
      tell({ kind: 'everything' })
      await beat(opened)
    } catch {
      lost()
    }
  }

  async function beat(current: OpenChannel): Promise<void> {
    if (elapsed() - askedAt > REST_AFTER_MILLISECONDS) {
      state = 'resting'
      return
    }
    try {
      await current.send(`beat ${id} ${elapsed()}`)
      later(BEAT_EVERY_MILLISECONDS, () => channel && beat(channel))
    } catch {
      lost()
    }
  }

  function heard(message: string): void {
    const change = readChangeMessage(message)
    if (change) tell(change)
    const [kind, sender, sentAt] = message.split(' ')
    // The time of sending, not of arrival: messages sent in between may still be on their way.
    if (kind === 'beat' && sender === id) heardUntil = Math.max(heardUntil, Number(sentAt))
  }

  function lost(): void {
    if (state === 'closed') return
    const gone = channel
    channel = null
    heardUntil = Number.NEGATIVE_INFINITY
    tell({ kind: 'everything' })
    void gone?.close().catch(() => undefined)
    const wait = RECONNECT_MILLISECONDS[Math.min(failures++, RECONNECT_MILLISECONDS.length - 1)] ?? 1_000
    later(wait, () => (elapsed() - askedAt > REST_AFTER_MILLISECONDS ? rest() : connect()))
  }

  function rest(): void {
    state = 'resting'
  }

  function later(milliseconds: number, next: () => unknown): void {
    clearTimeout(timer)
    timer = setTimeout(next, milliseconds)
    timer.unref?.()
  }

  return {
    isTrusted,
    async close() {
      state = 'closed'
      clearTimeout(timer)
      await channel?.close().catch(() => undefined)
      channel = null
    },
  }
}
