// The adapters whose hosts are small enough to be installed here. `npm run test:frameworks` tests the others.
import { describeAdapter } from './adapter.ts'
import { installedHosts } from './adapter-hosts/every-host.ts'

installedHosts.forEach(describeAdapter)
