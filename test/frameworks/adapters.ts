// The adapter suite on hosts that are too large for this repository's own installation: `npm run test:frameworks`.
import { describeAdapter } from '../contract/adapter.ts'
import { bunHost } from '../contract/adapter-hosts/bun.ts'
import { nextHost } from '../contract/adapter-hosts/next.ts'
import { sveltekitHost } from '../contract/adapter-hosts/sveltekit.ts'
import { honoOnWorkerdHost, workerdHost } from '../contract/adapter-hosts/workerd.ts'

const hostsByFolder = {
  fetch: [workerdHost, honoOnWorkerdHost, bunHost],
  sveltekit: [sveltekitHost],
  next: [nextHost],
}
const chosen = process.env.LATCHKEY_FRAMEWORKS?.split(',') ?? Object.keys(hostsByFolder)

for (const [folder, hosts] of Object.entries(hostsByFolder)) {
  if (chosen.includes(folder)) hosts.forEach(describeAdapter)
}
