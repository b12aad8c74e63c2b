// Checks whether the database answers and its tables are up to date.
import type { Environment } from '../../environment.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Settings } from '../../options.ts'
import { advice, type Finding, fine, problem } from './finding.ts'

export async function checkStore(
  { store, isProduction }: Settings,
  { DATABASE_URL }: Environment,
): Promise<readonly Finding[]> {
  if (!store) return [fine('store', 'none: sessions are sealed into cookies.')]
  try {
    const pending = await store.pendingMigrations()
    if (pending.length > 0) {
      const says = `${store.name} answers; ${pending.length} migrations are not applied: ${pending.join(', ')}.`
      return [advice('store', says, 'Run: latchkey migrate')]
    }
    const which = DATABASE_URL ? '' : ' (.latchkey/app.db, since DATABASE_URL is not set)'
    const findings = [fine('store', `${store.name}${which} answers, and its tables are up to date.`)]
    if (isProduction && (await store.users.hasAccountWithIssuerPrefix('http://127.0.0.1:'))) {
      const says = 'it holds identities of the local identity provider, which cannot sign in here.'
      findings.push(advice('store', says, 'Use a separate database in production.'))
    }
    return findings
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    return [problem('store', error.detail ?? error.code, error.forDeveloper)]
  } finally {
    await store.close().catch(() => undefined)
  }
}
