// Public suffixes: domains below which other parties can register names. Browsers refuse cookies for them (RFC 6265bis §5.5.3),
// and treat two names below one as two sites. The full list (https://publicsuffix.org) is long and changes each week; this file
// has the common ones (docs/decisions/0030-public-suffixes.md). Looked up on 2026-11-27.

/** Countries whose registries assign names below these labels. */
const registries: Readonly<Record<string, string>> = {
  ae: 'ac co gov mil net org sch',
  ar: 'com edu gob gov mil net org',
  at: 'ac co or',
  au: 'asn com edu gov id net org',
  bd: 'ac com edu gov net org',
  br: 'com edu gov mil net org',
  cn: 'ac com edu gov mil net org',
  co: 'com edu gov mil net nom org',
  cy: 'ac com gov ltd net org',
  ec: 'com edu gob gov info net org',
  eg: 'ac com edu gov me net org',
  gh: 'com edu gov mil net org',
  gr: 'com edu gov net org',
  hk: 'com edu gov net org',
  hu: 'co info org',
  id: 'ac co go mil net or sch web',
  il: 'ac co gov net org',
  in: 'ac co com edu firm gen gov mil net org',
  jp: 'ac ad co ed go gr ne or',
  ke: 'ac co go info me ne or',
  kr: 'ac co go me mil ne or',
  kw: 'com edu gov net org',
  lk: 'ac com edu gov ltd net org sch web',
  ma: 'ac co gov net org',
  mx: 'com edu gob net org',
  my: 'com edu gov mil net org',
  ng: 'com edu gov mil net org sch',
  nz: 'ac co gen govt mil net org',
  pe: 'com edu gob mil net nom org',
  ph: 'com edu gov mil net org',
  pk: 'ac com edu gov net org web',
  pl: 'com edu gov info net org',
  pt: 'com edu gov net org',
  qa: 'com edu gov mil net org sch',
  ru: 'ac com edu gov mil net org',
  sa: 'com edu gov net org sch',
  sg: 'com edu gov net org',
  th: 'ac co go in net or',
  tr: 'com edu gen gov info net org web',
  tw: 'com edu gov mil net org',
  tz: 'ac co go me ne or',
  ua: 'com edu gov in net org',
  ug: 'ac co com go ne or org',
  uk: 'ac co gov ltd me net nhs org plc police sch',
  uy: 'com edu mil net org',
  ve: 'co com edu gob gov info net org web',
  vn: 'ac com edu gov id info net org',
  za: 'ac co edu gov mil net nom org web',
}

/** Domains below which hosting services and tunnels give each customer a name. */
const hosting: ReadonlySet<string> = new Set(
  `a.run.app amplifyapp.com appspot.com awsapprunner.com azure-api.net azureedge.net azurefd.net azurestaticapps.net
azurewebsites.net bitbucket.io blogspot.com cleverapps.io cloudapp.net cloudfront.net cloudfunctions.net code.run
compute.amazonaws.com convex.app convex.site csb.app deno.dev deno.net duckdns.org edgecompute.app elasticbeanstalk.com
firebaseapp.com fly.dev framer.app github.io gitlab.io herokuapp.com hf.space hosted.app lovable.app myshopify.com netlify.app
ngrok-free.app ngrok-free.dev ngrok.app ngrok.dev ngrok.io now.sh ondigitalocean.app onrender.com pages.dev platformsh.site
pythonanywhere.com r.appspot.com replit.app replit.dev run.app s3.amazonaws.com streamlit.app supabase.co surge.sh
trafficmanager.net trycloudflare.com ts.net up.railway.app upsun.app val.run vercel.app vercel.dev wasmer.app web.app
web.val.run webflow.io wixsite.com workers.dev zeabur.app`.split(/\s+/),
)

/** Whether this host name, in lower case, is one of these suffixes. */
export function isPublicSuffix(hostname: string): boolean {
  const [label = '', country = '', ...more] = hostname.split('.')
  const isBelowCountry = more.length === 0 && Object.hasOwn(registries, country)
  return hosting.has(hostname) || (isBelowCountry && (registries[country] ?? '').split(' ').includes(label))
}
