// The last page of a popup login: it notifies the window that opened it, and closes. It is the only page of Latchkey with a
// script; the Content-Security-Policy allows it by its hash, so variable values are in attributes. The message contains only an
// id that the opener chose, and is sent only to the origin of `returnTo` (RFC 9700 §4.17). The opener then asks the server who
// is signed in.
import { html, raw } from 'hono/html'
import { LatchkeyError } from '../../errors.ts'
import { messageText } from '../../languages/speaking/message-text.ts'
import { page } from '../../web/responses.ts'
import { type Parts, pathTo, type Visit } from '../request/parts.ts'
import { returnTargetOf } from '../request/return-target.ts'

/**
 * A provider's Cross-Origin-Opener-Policy may have cut the popup off from its opener (HTML §7.1.3). An opener of this origin is
 * then notified by BroadcastChannel; for another origin, the popup navigates to a page there.
 */
const script = `(()=>{const{id,to,back,channel}=document.currentScript.dataset,{opener}=window
if(opener)opener.postMessage({latchkey:id},to)
if(to===location.origin)new BroadcastChannel(channel).postMessage(id)
else if(!opener)return location.replace(back)
setTimeout(()=>close(),50)})()`

/** `GET /auth/popup?id=&returnTo=` */
export async function endPopup(parts: Parts, visit: Visit): Promise<Response> {
  const { url, place } = visit
  const id = url.searchParams.get('id') ?? ''
  if (!/^[\w-]{8,64}$/.test(id)) {
    throw new LatchkeyError('request_malformed', {
      detail: 'The parameter id is missing or none of a popup.',
    })
  }
  const target = new URL(returnTargetOf(parts, visit), place.origin)
  const back = `${target.href}#latchkey=${id}`
  const channel = `latchkey:${place.origin}${pathTo(parts, '')}`
  const language = await visit.language()
  const text = messageText(language, 'signedInNameless')
  const document = await html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head><meta charset="utf-8"><title>${text}</title></head>
<body>
<p>${text} ${messageText(language, 'signedOutLead')}</p>
<script data-id="${id}" data-to="${target.origin}" data-back="${back}" data-channel="${channel}">${raw(`${script}</script>`)}
</body>
</html>
`
  return page(String(document), {
    language: language.tag,
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'sha256-${await hashOf(parts)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      // `same-origin`, which all other pages have, would cut the popup off from its opener.
      'cross-origin-opener-policy': 'unsafe-none',
      // If the script cannot run or cannot close the window, the front end continues in this window.
      refresh: `1; url=${back}`,
    },
  })
}

/** CSP Level 3 §2.3.1 accepts the URL-safe alphabet but requires padding. */
async function hashOf({ platform }: Parts): Promise<string> {
  return `${await platform.sha256(script)}=`
}
