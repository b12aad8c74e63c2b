// The answers of Feishu and Lark, for their fixtures. Never loaded in production.
import type { ProviderFixture } from '../../contracts/provider-fixture.ts'
import { tokenAnswerOf } from '../fixtures/define-fixture.ts'
import { jsonAnswer } from '../fixtures/json-answer.ts'

export const feishuAnswers: Pick<ProviderFixture, 'api' | 'readTokenRequest' | 'tokenAnswer' | 'tokenError'> =
  {
    readTokenRequest: ({ json }) =>
      typeof json === 'object' && json !== null
        ? new URLSearchParams(Object.entries(json).map(([name, value]) => [name, String(value)]))
        : jsonAnswer(
            { code: 20063, error: 'invalid_request', error_description: 'The body is not JSON.' },
            400,
          ),
    tokenAnswer: (grant) => jsonAnswer({ code: 0, ...tokenAnswerOf(grant) }),
    tokenError: (error, error_description) =>
      jsonAnswer({ code: error === 'invalid_client' ? 20002 : 20003, error, error_description }, 400),
    api: {
      '/open-apis/authen/v1/user_info': (person, subject) =>
        jsonAnswer({
          code: 0,
          msg: 'success',
          data: {
            open_id: `ou_${subject}`,
            union_id: subject,
            name: person.name,
            ...(person.picture !== null && { avatar_url: person.picture }),
            ...(person.email !== null && { email: person.email }),
          },
        }),
    },
  }
