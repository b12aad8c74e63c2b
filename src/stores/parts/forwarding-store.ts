// A store that hands everything to another one: what is put in front of a store overrides its part of this.
import type { SessionWatch } from '../../contracts/session-watch.ts'
import type { Store } from '../../contracts/store.ts'

type Given<Method extends keyof Store> = Store[Method] extends (...given: infer Values) => unknown
  ? Values
  : never
type Answered<Method extends keyof Store> = Store[Method] extends (...given: never) => infer Value
  ? Value
  : never

export class ForwardingStore implements Store {
  protected readonly behind: Store

  constructor(behind: Store) {
    this.behind = behind
  }

  get name(): string {
    return this.behind.name
  }

  get watch(): SessionWatch | null {
    return this.behind.watch
  }

  migrate(): Answered<'migrate'> {
    return this.behind.migrate()
  }

  pendingMigrations(): Answered<'pendingMigrations'> {
    return this.behind.pendingMigrations()
  }

  close(): Answered<'close'> {
    return this.behind.close()
  }

  findUser(...given: Given<'findUser'>): Answered<'findUser'> {
    return this.behind.findUser(...given)
  }

  findAccount(...given: Given<'findAccount'>): Answered<'findAccount'> {
    return this.behind.findAccount(...given)
  }

  createUser(...given: Given<'createUser'>): Answered<'createUser'> {
    return this.behind.createUser(...given)
  }

  updateAccount(...given: Given<'updateAccount'>): Answered<'updateAccount'> {
    return this.behind.updateAccount(...given)
  }

  updateUser(...given: Given<'updateUser'>): Answered<'updateUser'> {
    return this.behind.updateUser(...given)
  }

  findUserFields(...given: Given<'findUserFields'>): Answered<'findUserFields'> {
    return this.behind.findUserFields(...given)
  }

  saveUserFields(...given: Given<'saveUserFields'>): Answered<'saveUserFields'> {
    return this.behind.saveUserFields(...given)
  }

  deleteUser(...given: Given<'deleteUser'>): Answered<'deleteUser'> {
    return this.behind.deleteUser(...given)
  }

  linkAccount(...given: Given<'linkAccount'>): Answered<'linkAccount'> {
    return this.behind.linkAccount(...given)
  }

  unlinkAccount(...given: Given<'unlinkAccount'>): Answered<'unlinkAccount'> {
    return this.behind.unlinkAccount(...given)
  }

  listAccounts(...given: Given<'listAccounts'>): Answered<'listAccounts'> {
    return this.behind.listAccounts(...given)
  }

  listAccountsByVerifiedEmail(
    ...given: Given<'listAccountsByVerifiedEmail'>
  ): Answered<'listAccountsByVerifiedEmail'> {
    return this.behind.listAccountsByVerifiedEmail(...given)
  }

  hasAccountWithIssuerPrefix(
    ...given: Given<'hasAccountWithIssuerPrefix'>
  ): Answered<'hasAccountWithIssuerPrefix'> {
    return this.behind.hasAccountWithIssuerPrefix(...given)
  }

  insertSession(...given: Given<'insertSession'>): Answered<'insertSession'> {
    return this.behind.insertSession(...given)
  }

  findSession(...given: Given<'findSession'>): Answered<'findSession'> {
    return this.behind.findSession(...given)
  }

  extendSession(...given: Given<'extendSession'>): Answered<'extendSession'> {
    return this.behind.extendSession(...given)
  }

  deleteSession(...given: Given<'deleteSession'>): Answered<'deleteSession'> {
    return this.behind.deleteSession(...given)
  }

  deleteSessionsOfUser(...given: Given<'deleteSessionsOfUser'>): Answered<'deleteSessionsOfUser'> {
    return this.behind.deleteSessionsOfUser(...given)
  }

  deleteSessionsOfProvider(
    ...given: Given<'deleteSessionsOfProvider'>
  ): Answered<'deleteSessionsOfProvider'> {
    return this.behind.deleteSessionsOfProvider(...given)
  }

  listSessions(...given: Given<'listSessions'>): Answered<'listSessions'> {
    return this.behind.listSessions(...given)
  }

  useOnce(...given: Given<'useOnce'>): Answered<'useOnce'> {
    return this.behind.useOnce(...given)
  }

  findTokens(...given: Given<'findTokens'>): Answered<'findTokens'> {
    return this.behind.findTokens(...given)
  }

  saveTokens(...given: Given<'saveTokens'>): Answered<'saveTokens'> {
    return this.behind.saveTokens(...given)
  }

  deleteTokens(...given: Given<'deleteTokens'>): Answered<'deleteTokens'> {
    return this.behind.deleteTokens(...given)
  }

  listTokens(...given: Given<'listTokens'>): Answered<'listTokens'> {
    return this.behind.listTokens(...given)
  }

  acquireLease(...given: Given<'acquireLease'>): Answered<'acquireLease'> {
    return this.behind.acquireLease(...given)
  }

  renewLease(...given: Given<'renewLease'>): Answered<'renewLease'> {
    return this.behind.renewLease(...given)
  }

  releaseLease(...given: Given<'releaseLease'>): Answered<'releaseLease'> {
    return this.behind.releaseLease(...given)
  }

  appendAudit(...given: Given<'appendAudit'>): Answered<'appendAudit'> {
    return this.behind.appendAudit(...given)
  }

  listAudit(...given: Given<'listAudit'>): Answered<'listAudit'> {
    return this.behind.listAudit(...given)
  }

  deleteAuditBefore(...given: Given<'deleteAuditBefore'>): Answered<'deleteAuditBefore'> {
    return this.behind.deleteAuditBefore(...given)
  }

  sweep(...given: Given<'sweep'>): Answered<'sweep'> {
    return this.behind.sweep(...given)
  }
}
