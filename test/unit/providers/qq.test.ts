// What is particular to QQ.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ApiRequest, Claims } from '../../../src/contracts/provider.ts'
import { qq } from '../../../src/providers/qq.ts'
import { profileRequest } from './profile-request.ts'

const { deviations, toIdentity } = qq()

/**
 * Returns the profile and the requested paths. `oauth2.0/me` returns `united` if the unionid is requested, otherwise
 * `alone`.
 */
async function profile(answers: { united: Claims; alone?: Claims }): Promise<[Claims, string[]]> {
  const asked: string[] = []
  const fetch = async (path: string, { query = {} }: ApiRequest = {}): Promise<unknown> => {
    asked.push('unionid' in query ? `${path}?unionid=${query.unionid}` : path)
    if (path === 'user/get_user_info') return { ret: 0, nickname: 'Li' }
    return 'unionid' in query ? answers.united : answers.alone
  }
  const fetchProfile = deviations.fetchProfile ?? assert.fail()
  return [await fetchProfile(profileRequest({ get: fetch, fetch })), asked]
}

describe('whose token it is', () => {
  test('an application with unionid asks once', async () => {
    const [claims, asked] = await profile({ united: { client_id: 'client', openid: 'Q1', unionid: 'UID_1' } })
    assert.equal(toIdentity(claims).subject, 'UID_1')
    assert.deepEqual(asked, ['oauth2.0/me?unionid=1', 'user/get_user_info'])
  })

  test('an application without unionid asks again for the openid', async () => {
    const united = { error: 100048, error_description: 'companyid not set' }
    const [claims, asked] = await profile({ united, alone: { client_id: 'client', openid: 'Q1' } })
    assert.equal(toIdentity(claims).subject, 'Q1')
    assert.deepEqual(asked, ['oauth2.0/me?unionid=1', 'oauth2.0/me', 'user/get_user_info'])
  })

  test('any other error is nobody', async () => {
    const [claims, asked] = await profile({ united: { error: 100016, error_description: 'invalid token' } })
    assert.throws(() => toIdentity(claims), TypeError)
    assert.deepEqual(asked, ['oauth2.0/me?unionid=1'])
  })

  test('the token of another application is nobody', async () => {
    const [claims] = await profile({ united: { client_id: 'another', openid: 'Q1' } })
    assert.throws(() => toIdentity(claims), TypeError)
  })
})
