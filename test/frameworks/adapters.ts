// The adapter suite on hosts that are too large to be installed with this repository: `npm run test:frameworks`.
import { describeAdapter } from '../contract/adapter.ts'
import { hostsByFolder } from '../contract/adapter-hosts/every-host.ts'

const chosen = process.env.LATCHKEY_FRAMEWORKS?.split(',') ?? Object.keys(hostsByFolder)

for (const folder of chosen) hostsByFolder[folder]?.forEach(describeAdapter)
