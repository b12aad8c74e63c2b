// Store contract: ending many sessions, and sweeping expired ones.
import assert from 'node:assert/strict'
import type { SessionRecord } from '../../../contracts/session.ts'
import type { ProviderLogout } from '../../../contracts/store.ts'
import type { User } from '../../../contracts/user.ts'
import type { RegisterTest } from '../test-runner.ts'
import { ISSUER, newAccount, newHandle, newSession, newUser } from './records.ts'
import type { TheStore } from './the-store.ts'

export function sessionEndTests(test: RegisterTest, store: TheStore): void {
  async function startSessions(...fields: readonly Partial<SessionRecord>[]): Promise<SessionRecord[]> {
    const { id } = await createUser(newHandle())
    return startSessionsOf(id, ...fields)
  }

  async function createUser(subject: string): Promise<User> {
    const user = newUser()
    await store().users.create(user, newAccount(user.id, { subject }))
    return user
  }

  async function startSessionsOf(
    userId: string,
    ...fields: readonly Partial<SessionRecord>[]
  ): Promise<SessionRecord[]> {
    const sessions = fields.map((each) => newSession(userId, each))
    for (const session of sessions) await store().sessions.insert(session)
    return sessions
  }

  async function livingOf(sessions: readonly SessionRecord[]): Promise<string[]> {
    const found = await Promise.all(sessions.map(async ({ id }) => store().sessions.find(id)))
    return found.flatMap((each) => (each ? [each.session.id] : []))
  }

  test('sessions.deleteOfUser ends all but the one that is to stay, and answers the others', async () => {
    const sessions = await startSessions({}, {}, {})
    const others = await startSessions({})
    const userId = sessions[0]?.userId ?? ''
    const kept = sessions[1]?.id ?? ''
    const ended = await store().sessions.deleteOfUser(userId, kept)
    assert.deepEqual(sorted(ended), sorted(idsOf(sessions).filter((id) => id !== kept)))
    assert.deepEqual(await livingOf(sessions), [kept])
    assert.deepEqual(await store().sessions.deleteOfUser(userId, null), [kept])
    assert.deepEqual(await store().sessions.deleteOfUser(userId, null), [])
    assert.deepEqual(await livingOf(others), idsOf(others))
  })

  test('thousands of sessions of one user end together', async () => {
    const [first] = await startSessions({})
    const userId = first?.userId ?? ''
    const sessions = Array.from({ length: 2_100 }, () => newSession(userId))
    for (let start = 0; start < sessions.length; start += 100) {
      await Promise.all(sessions.slice(start, start + 100).map((each) => store().sessions.insert(each)))
    }
    const ended = await store().sessions.deleteOfUser(userId, first?.id ?? null)
    assert.deepEqual(sorted(ended), sorted(idsOf(sessions)))
    assert.deepEqual(idsOf(await store().sessions.list(userId, Date.now())), [first?.id])
  })

  test('a session that two requests end is answered to one of them', async () => {
    const sessions = await startSessions({}, {}, {}, {})
    const userId = sessions[0]?.userId ?? ''
    const end = () => store().sessions.deleteOfUser(userId, null)
    const ended = await Promise.all([end(), end(), end()])
    assert.deepEqual(sorted(ended.flat()), sorted(idsOf(sessions)))
  })

  // OpenID Connect Back-Channel Logout §2.7. Each case says what the provider names, and which sessions end.
  const subject = newHandle()
  const sid = newHandle()
  const at = Date.now() - 60_000
  const started = {
    'this subject and sid': { subject, providerSessionId: sid, createdAt: at },
    'this subject, another sid': { subject, providerSessionId: 'another', createdAt: at },
    'this subject, no sid': { subject, createdAt: at },
    'another subject, this sid': { subject: 'another', providerSessionId: sid, createdAt: at },
    'another subject': { subject: 'another', createdAt: at },
    'another issuer': { subject, providerSessionId: sid, createdAt: at, issuer: 'https://other.example.com' },
    'this subject and sid, later': { subject, providerSessionId: sid, createdAt: at + 1 },
  } satisfies Record<string, Partial<SessionRecord>>
  type Started = keyof typeof started
  interface LogoutCase {
    readonly names: string
    readonly logout: Partial<ProviderLogout>
    readonly ends: readonly Started[]
  }
  const logoutCases: readonly LogoutCase[] = [
    {
      names: 'a subject',
      logout: { subject },
      ends: ['this subject and sid', 'this subject, another sid', 'this subject, no sid'],
    },
    {
      names: 'a sid',
      logout: { providerSessionId: sid },
      ends: ['this subject and sid', 'another subject, this sid'],
    },
    { names: 'both', logout: { subject, providerSessionId: sid }, ends: ['this subject and sid'] },
    { names: 'neither', logout: {}, ends: [] },
    { names: 'an earlier moment', logout: { subject, startedBefore: at - 1 }, ends: [] },
    {
      names: 'a later moment',
      logout: { subject, providerSessionId: sid, startedBefore: at + 1 },
      ends: ['this subject and sid', 'this subject and sid, later'],
    },
    { names: 'a subject in other letters', logout: { subject: `${subject} ` }, ends: [] },
    { names: 'an unknown issuer', logout: { subject, issuer: `${ISSUER}/` }, ends: [] },
  ]
  for (const { names, logout, ends } of logoutCases) {
    test(`a provider’s logout that names ${names} ends exactly its sessions`, async () => {
      const kinds = Object.keys(started) as Started[]
      const user = await createUser(subject)
      const sessions = await startSessionsOf(user.id, ...Object.values(started))
      const whole = { issuer: ISSUER, subject: null, providerSessionId: null, startedBefore: at, ...logout }
      const ended = await store().sessions.deleteOfProvider(whole)
      const expected = sessions.filter((_, index) => ends.some((kind) => kind === kinds[index]))
      assert.deepEqual(sorted(ended), sorted(idsOf(expected)))
      const remaining = sessions.filter((session) => !expected.includes(session))
      assert.deepEqual(sorted(await livingOf(sessions)), sorted(idsOf(remaining)))
      await store().users.delete(user.id)
    })
  }

  test('a provider’s logout ends also what its subject started before it was unlinked, and for whom it was linked to since', async () => {
    const subject = newHandle()
    const [before, since] = [await createUser(subject), await createUser(newHandle())]
    await store().users.linkAccount(newAccount(before.id))
    const named = await startSessionsOf(before.id, { subject })
    const [account] = (await store().users.listAccounts(before.id)).filter((each) => each.subject === subject)
    assert.equal(await store().users.unlinkAccount(before.id, account?.id ?? ''), 'unlinked')
    assert.equal(await store().users.linkAccount(newAccount(since.id, { subject })), 'linked')
    named.push(...(await startSessionsOf(since.id, { subject })))
    const others = [...(await startSessionsOf(before.id, {})), ...(await startSessionsOf(since.id, {}))]
    const logout = { issuer: ISSUER, subject, providerSessionId: null, startedBefore: Date.now() }
    assert.deepEqual(sorted(await store().sessions.deleteOfProvider(logout)), sorted(idsOf(named)))
    assert.deepEqual(sorted(await livingOf([...named, ...others])), sorted(idsOf(others)))
  })

  test('sweep removes what has expired, a few at a time, and leaves the rest', async () => {
    const now = Date.now()
    const expired = await startSessions(...Array.from({ length: 5 }, () => ({ expiresAt: now - 1 })))
    const started = await startSessions({ expiresAt: now + 60_000 }, { expiresAt: now + 120_000 })
    const sweep = () => store().sessions.sweep(now, 2)
    for (let swept = await sweep(); swept > 0; swept = await sweep()) assert.ok(swept <= 2)
    assert.deepEqual(await livingOf(expired), [])
    assert.deepEqual(await livingOf(started), idsOf(started))
  })

  test('a session that was extended is not swept', async () => {
    const now = Date.now()
    const [session] = await startSessions({ expiresAt: now + 5_000 })
    const id = session?.id ?? ''
    const device = { userAgent: null, clientAddress: null }
    await store().sessions.extend(id, { lastSeenAt: now, expiresAt: now + 60_000, ...device })
    await store().sessions.sweep(now + 10_000, 100)
    assert.equal((await store().sessions.find(id))?.session.expiresAt, now + 60_000)
  })
}

function idsOf(sessions: readonly SessionRecord[]): string[] {
  return sessions.map(({ id }) => id)
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort()
}
