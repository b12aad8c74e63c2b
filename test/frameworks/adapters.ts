// The adapter suite on hosts that are too large for this repository's own installation: `npm run test:frameworks`.
import { describeAdapter } from '../contract/adapter.ts'
import { bunHost } from '../contract/adapter-hosts/bun.ts'
import { honoOnWorkerdHost, workerdHost } from '../contract/adapter-hosts/workerd.ts'

for (const host of [workerdHost, honoOnWorkerdHost, bunHost]) describeAdapter(host)
