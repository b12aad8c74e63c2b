// The adapters whose hosts are small enough to be installed here. The others: `npm run test:frameworks`.
import { describeAdapter } from './adapter.ts'
import { installedHosts } from './adapter-hosts/every-host.ts'

installedHosts.forEach(describeAdapter)
