// The answers of WeChat's two kinds of web login, for their fixtures. Never loaded in production.
import type { ProviderFixture } from '../../contracts/provider-fixture.ts'
import { jsonAnswer } from '../fixtures/json-answer.ts'

export const wechatAnswers: Pick<
  ProviderFixture,
  | 'api'
  | 'readAuthorization'
  | 'readTokenRequest'
  | 'tokenMethod'
  | 'tokenAnswer'
  | 'tokenError'
  | 'accessTokenIn'
> = {
  readAuthorization: (query) => renamed(query, { appid: 'client_id' }),
  tokenMethod: 'GET',
  readTokenRequest: ({ query }) => renamed(query, { appid: 'client_id', secret: 'client_secret' }),
  tokenAnswer: (grant) =>
    jsonAnswer(
      {
        access_token: grant.accessToken,
        expires_in: 7200,
        ...(grant.refreshToken !== null && { refresh_token: grant.refreshToken }),
        openid: grant.subject,
        scope: grant.scopes.join(','),
      },
      200,
      'text/plain',
    ),
  tokenError: (error) =>
    jsonAnswer(
      error === 'invalid_client'
        ? { errcode: 40125, errmsg: 'invalid appsecret' }
        : { errcode: 40029, errmsg: 'invalid code' },
      200,
      'text/plain',
    ),
  accessTokenIn: ({ query }) => query.get('access_token'),
  api: {
    '/sns/userinfo': (person, subject) =>
      jsonAnswer(
        { openid: subject, nickname: person.name, headimgurl: person.picture ?? '' },
        200,
        'text/plain',
      ),
  },
}

function renamed(query: URLSearchParams, names: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams([...query].map(([name, value]) => [names[name] ?? name, value]))
}
