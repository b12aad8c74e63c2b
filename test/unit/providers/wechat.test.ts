// What is particular to WeChat's two kinds of web login.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Provider } from '../../../src/contracts/provider.ts'
import { wechat } from '../../../src/providers/wechat.ts'
import { wechatOfficial } from '../../../src/providers/wechat-official.ts'

const answer = { access_token: 'a', expires_in: 7200, openid: 'o1', scope: 'snsapi_userinfo' }

function normalize({ deviations }: Provider, body: object): Promise<Response> {
  const normalizeTokenResponse = deviations.normalizeTokenResponse ?? assert.fail()
  return normalizeTokenResponse(
    new Response(JSON.stringify(body), { headers: { 'content-type': 'text/plain' } }),
  )
}

for (const provider of [wechat(), wechatOfficial()]) {
  describe(`${provider.name}: token answers`, () => {
    test('the virtual account of a snapshot page is refused', async () => {
      const response = await normalize(provider, { ...answer, is_snapshotuser: 1, unionid: 'u1' })
      assert.equal(response.status, 400)
      assert.deepEqual(await response.json(), {
        error: 'snapshot_user',
        error_description: 'A snapshot page: the account is virtual (is_snapshotuser).',
      })
    })

    test('a person is not', async () => {
      for (const body of [answer, { ...answer, is_snapshotuser: 0 }]) {
        const response = await normalize(provider, body)
        assert.equal(response.status, 200)
        assert.equal(((await response.json()) as { openid: string }).openid, 'o1')
      }
    })
  })
}
