// Checks what lasts long, WebSockets and event streams, for as long as it is open: it ends when the request would no longer be admitted.
import type { IncomingMessage } from 'node:http'
import { whenReady } from '../../contracts/maybe-promise.ts'
import type { Asked } from '../asked.ts'
import type { Door, Visitor } from '../door.ts'
import type { LongExchanges } from '../long-exchanges.ts'

/** What is open: `close` ends it, and `onEnd` tells that it ended by itself. */
export interface OpenExchange {
  readonly asked: Asked
  readonly visitor: Visitor
  readonly close: () => void
  readonly onEnd: (ended: () => void) => void
}

export type AdmissionWatch = (request: IncomingMessage, open: OpenExchange) => void

export function admissionWatch(door: Door, long: LongExchanges): AdmissionWatch {
  return (request, { asked, visitor, close, onEnd }) => {
    const { session } = visitor.auth
    const isAdmitted = (now: Visitor): boolean => {
      const judged = door.demandsOn(asked)
      return judged.kind === 'demands' && door.judge(judged.demands, now).kind === 'admitted'
    }
    const ended = long.add({
      signal: session && door.auth.sessions.signal(session),
      isStillAdmitted() {
        // A token expires before its session, and a proof is valid once, so they cannot be checked again. The session can.
        if (session && door.tokenOf(request.headers) !== null)
          return whenReady(door.isStillThere(session), (isThere) => isThere && isAdmitted(visitor))
        return whenReady(door.whoAsks(request, asked), (now) => {
          if (now.auth.error !== null) throw now.auth.error
          // The application knows this person, so no other person may continue on this connection.
          return isAdmitted(now) && now.auth.session?.id === session?.id
        })
      },
      end: close,
    })
    onEnd(ended)
  }
}
