// A server process with a WebSocket that closes when its session ends: `POST /sign-in` starts a session, `GET /socket` upgrades,
// `GET /ended` answers once the session has ended. It prints its port, and exits when its standard input closes.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { latchkey } from 'latchkey'
import { storeFromEnvironment } from 'latchkey/environment'
import { nodeLatchkey } from 'latchkey/node'
import { oidc } from 'latchkey/providers/oidc'

const auth = latchkey({
  providers: [oidc({ id: 'local', issuer: 'https://login.example', clientId: 'x', clientSecret: 'y' })],
  store: await storeFromEnvironment(process.env),
  migrate: true,
  log: () => {},
})

const server = createServer(
  nodeLatchkey(auth, async (request, response) => {
    if (request.url === '/sign-in') {
      const { setCookies } = await auth.sessions.start({ id: 'anna' }, { source: request })
      response.setHeader('set-cookie', [...setCookies])
    }
    const { session } = await auth.session(request)
    if (request.url === '/ended' && session) await once(auth.sessions.signal(session), 'abort')
    response.end()
  }),
)

server.on('upgrade', async (request, socket: Socket) => {
  const { session } = await auth.session(request)
  if (!session) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
  const accept = createHash('sha1').update(key).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  const ended = auth.sessions.signal(session)
  ended.addEventListener('abort', () => {
    // RFC 6455 §5.5.1: a close frame with a code and a reason.
    const reason = Buffer.from('signed out')
    socket.end(Buffer.concat([Buffer.from([0x88, 2 + reason.length, 4401 >> 8, 4401 & 255]), reason]))
  })
  socket.on('error', () => {}).on('close', () => ended.release())
})

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
process.stdin.resume().on('end', () => process.exit(0))
