// A small proxy, like one between a browser and an application in development.
import { type IncomingMessage, request, type ServerResponse } from 'node:http'

/** Passes the request to this port of this machine, unchanged, `Host` included, and returns the answer. Answers 502 if there is none. */
export function passOn(port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming
  const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    answer.pipe(outgoing)
  })
  passed.on('error', () => outgoing.writeHead(502).end())
  incoming.pipe(passed)
}
