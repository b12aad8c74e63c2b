// One thing that every adapter must do.
import type { AdapterHost, Stage } from './stage.ts'

export interface AdapterCase {
  readonly id: string
  readonly title: string
  /** Whether it means anything on this host. Default: on every one. */
  readonly appliesTo?: (host: AdapterHost) => boolean
  readonly run: (stage: Stage) => Promise<void>
}
