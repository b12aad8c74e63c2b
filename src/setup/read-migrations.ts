// Checks the migration windows at start, so that one that can never match is reported before a person signs in.
import type { MigrationWindow, OpenWindow } from '../contracts/migration-window.ts'
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'

interface MigrationOptions {
  readonly migrations?: Readonly<Record<string, MigrationWindow>> | undefined
  readonly providers: readonly Provider[]
}

/** Returns the windows by the id of the provider with new subjects. Throws `config_option_invalid`. */
export function readMigrations({
  migrations = {},
  providers,
}: MigrationOptions): ReadonlyMap<string, OpenWindow> {
  const windows = new Map<string, OpenWindow>()
  for (const [id, window] of Object.entries(migrations)) {
    const provider = providers.find((each) => each.id === id)
    if (!provider) throw invalid(id, 'no configured provider has this id')
    windows.set(id, { ...window, until: readUntil(id, window.until) })
    checkWay(id, window, { provider, providers })
  }
  return windows
}

function checkWay(
  id: string,
  { issuer, subject, provider: formerId }: MigrationWindow,
  { provider, providers }: { readonly provider: Provider; readonly providers: readonly Provider[] },
): void {
  if (formerId !== undefined) {
    if (issuer !== undefined || subject !== undefined) {
      throw invalid(id, 'provider asks the person, issuer and subject do not: give one or the other')
    }
    if (formerId === id || !providers.some((each) => each.id === formerId)) {
      throw invalid(id, `provider "${formerId}" is not the id of another configured provider`)
    }
    return
  }
  if (issuer === undefined && subject === undefined)
    throw invalid(id, 'one of issuer, subject and provider is needed')
  // Old and new keys are the same, so there is nothing to find.
  if (issuer === provider.issuer && subject === undefined) {
    throw invalid(id, 'issuer is the one that the provider has now')
  }
}

/** A day includes its last millisecond. */
function readUntil(id: string, until: unknown): number {
  const isDay = typeof until === 'string' && /^\d{4}-\d\d-\d\d$/.test(until)
  const date = until instanceof Date ? until : new Date(isDay ? `${until}T23:59:59.999Z` : Number.NaN)
  if (Number.isNaN(date.getTime())) {
    throw invalid(id, 'until must be a Date, or a day such as "2027-03-31"')
  }
  return date.getTime()
}

function invalid(id: string, what: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail: `migrations.${id}: ${what}.` })
}
