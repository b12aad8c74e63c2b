// Microsoft: which tenants may sign in, under which issuer, and which claims identify a person.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { entra } from '../../../src/providers/entra.ts'
import { loadFixture } from '../../../src/providers/fixtures/index.ts'
import { people } from '../../../src/providers/fixtures/people.ts'
import { microsoft } from '../../../src/providers/microsoft.ts'
import { profileRequest } from './profile-request.ts'

const contoso = '11111111-2222-4333-8444-555555555555'
const fabrikam = '99999999-2222-4333-8444-555555555555'
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad'

function issuerFor(options: Parameters<typeof microsoft>[0], claims: object): string {
  const provider = microsoft(options)
  return (provider.deviations.issuerFor ?? assert.fail())({ ...claims }, provider.issuer)
}

describe('the issuer is bound to the signed tenant', () => {
  test('each tenant of `common` has its own', () => {
    for (const tid of [contoso, personal]) {
      assert.equal(issuerFor({}, { tid }), `https://login.microsoftonline.com/${tid}/v2.0`)
    }
  })

  test('organizations, consumers and one tenant let in theirs, and no other', () => {
    assert.ok(issuerFor({ tenant: 'organizations' }, { tid: contoso }))
    assert.throws(() => issuerFor({ tenant: 'organizations' }, { tid: personal }), TypeError)
    assert.ok(issuerFor({ tenant: 'consumers' }, { tid: personal }))
    assert.throws(() => issuerFor({ tenant: 'consumers' }, { tid: contoso }), TypeError)
    assert.ok(issuerFor({ tenant: contoso }, { tid: contoso }))
    assert.throws(() => issuerFor({ tenant: contoso }, { tid: fabrikam }), /may sign in/)
  })

  test('a list of tenants narrows', () => {
    const options = { tenant: 'organizations', allowedTenants: [contoso.toUpperCase()] }
    assert.ok(issuerFor(options, { tid: contoso }))
    assert.throws(() => issuerFor(options, { tid: fabrikam }), TypeError)
  })

  test('a token without a tenant, or with a made-up one, is refused', () => {
    for (const tid of [undefined, '', 'common', '../x', 7])
      assert.throws(() => issuerFor({}, { tid }), TypeError)
  })

  test('at another place the issuer is below its base', () => {
    const moved = microsoft({ tenant: 'organizations' }).at({
      issuer: 'http://127.0.0.1:3001/microsoft',
      baseUrl: 'http://127.0.0.1:3001/microsoft',
    })
    assert.equal(
      moved.deviations.issuerFor?.({ tid: contoso }, moved.issuer),
      `http://127.0.0.1:3001/microsoft/${contoso}/v2.0`,
    )
  })
})

test('tenants, subjects and clouds that do not exist are refused with the remedy', () => {
  const refused: readonly [Record<string, unknown>, RegExp][] = [
    [{ tenant: 'a/b' }, /tenant must be made of letters/],
    [{ tenant: 'contoso' }, /tenant "contoso" must be common, organizations, consumers/],
    [{ tenant: 'contoso.onmicrosoft.com' }, /Directory \(tenant\) ID/],
    [{ allowedTenants: ['contoso'] }, /allowedTenants has "contoso"/],
    [{ subject: 'email' }, /subject must be one of sub, oid/],
    [{ cloud: 'germany' }, /cloud must be one of global, us-government, china/],
  ]
  for (const [options, detail] of refused) {
    assert.throws(
      () => microsoft(options),
      (error: { code?: string; detail?: string }) =>
        error.code === 'config_provider_invalid' && detail.test(error.detail ?? ''),
    )
  }
})

test('national clouds have addresses of their own', () => {
  const provider = microsoft({ cloud: 'us-government', tenant: contoso })
  assert.equal(provider.issuer, `https://login.microsoftonline.us/${contoso}/v2.0`)
  assert.equal(provider.apiBaseUrl, 'https://graph.microsoft.us/v1.0/')
})

test('people are found by sub, or by tenant and object where that was chosen', () => {
  const claims = { sub: 'pairwise', tid: contoso, oid: 'object' }
  assert.equal(microsoft().toIdentity(claims).subject, 'pairwise')
  assert.equal(microsoft({ subject: 'oid' }).toIdentity(claims).subject, `${contoso}.object`)
  assert.throws(() => microsoft({ subject: 'oid' }).toIdentity({ sub: 'pairwise', tid: contoso }), TypeError)
})

describe('groups beyond what a token holds', () => {
  const { fetchProfile } = microsoft({ resolveGroups: true }).deviations
  const ask = async (idTokenClaims: object) => {
    const asked: string[] = []
    const fetch = async (url: string) => {
      asked.push(url)
      return { value: ['g1', 7, 'g2'] }
    }
    const claims = await fetchProfile?.(
      profileRequest({ get: assert.fail, fetch, idTokenClaims: { ...idTokenClaims } }),
    )
    return { asked, claims }
  }

  test('are asked for at Graph', async () => {
    const names = { _claim_names: { groups: 'src1' } }
    assert.deepEqual((await ask(names)).claims, { groups: ['g1', 'g2'] })
    assert.deepEqual((await ask({ hasgroups: true })).asked, ['me/getMemberObjects'])
  })

  test('are not asked for when the token has them, or without the option', async () => {
    assert.deepEqual(await ask({ groups: ['g'] }), { asked: [], claims: {} })
    assert.equal(microsoft().deviations.fetchProfile, undefined)
  })
})

describe('entra', () => {
  test('lets in one tenant, and is asked for it by its id', () => {
    const provider = entra({ tenant: contoso.toUpperCase() })
    const issuer = (tid: string) => provider.deviations.issuerFor?.({ tid }, provider.issuer)
    assert.equal(provider.issuer, `https://login.microsoftonline.com/${contoso}/v2.0`)
    assert.equal(issuer(contoso), provider.issuer)
    assert.throws(() => issuer(fabrikam), /may sign in/)
    assert.throws(() => issuer(personal), /may sign in/)
    assert.deepEqual(entra().missingOptions, ['tenant'])
    for (const tenant of ['common', 'contoso.onmicrosoft.com', `${contoso}/x`]) {
      assert.throws(
        () => entra({ tenant }),
        (error: { code?: string; detail?: string }) =>
          error.code === 'config_provider_invalid' && /tenant/.test(error.detail ?? ''),
      )
    }
  })

  test('the local identity provider has people of the tenant that is configured', async () => {
    for (const [provider, tid] of [
      [entra({ tenant: fabrikam }), fabrikam],
      [microsoft({ tenant: 'consumers' }), personal],
      [microsoft({ tenant: fabrikam }), fabrikam],
    ] as const) {
      const fitted = (await loadFixture(provider.kind))?.fitted?.(provider.endpoints ?? {})
      const [person = assert.fail()] = people
      assert.equal(fitted?.claims?.(person, 's').tid, tid)
    }
  })
})
