// One case of the adapter suite.
import type { AdapterHost, Stage } from './stage.ts'

export interface AdapterCase {
  readonly id: string
  readonly title: string
  /** Whether the case applies to this host. Default: to every host. */
  readonly appliesTo?: (host: AdapterHost) => boolean
  readonly run: (stage: Stage) => Promise<void>
}
