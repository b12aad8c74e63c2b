// The adapters whose hosts are small enough to be installed here. The others: `npm run test:frameworks`.
import { describeAdapter } from './adapter.ts'
import { express4Host, express5Host } from './adapter-hosts/express.ts'
import { fastifyHost } from './adapter-hosts/fastify.ts'
import { fetchHost } from './adapter-hosts/fetch-on-node.ts'
import { honoHost } from './adapter-hosts/hono-on-node.ts'
import { nodeHost } from './adapter-hosts/node.ts'

for (const host of [nodeHost, express4Host, express5Host, fastifyHost, honoHost, fetchHost])
  describeAdapter(host)
