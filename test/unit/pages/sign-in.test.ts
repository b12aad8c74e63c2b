import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultPages } from '../../../src/pages/index.ts'
import { forms, tags, text } from './read-html.ts'
import { button, signInView } from './sample-views.ts'

describe('the sign-in page', () => {
  test('has exactly one form for each provider, with one button that names it (docs/routes.md)', async () => {
    const html = await defaultPages.signIn(signInView)
    assert.deepEqual(forms(html), [
      {
        method: 'post',
        action: '/auth/login/google?returnTo=%2F',
        fields: {},
        buttons: ['Continue with Google'],
      },
      {
        method: 'post',
        action: '/auth/login/github?returnTo=%2F',
        fields: {},
        buttons: ['Continue with GitHub'],
      },
      {
        method: 'post',
        action: '/auth/login/facebook?returnTo=%2F',
        fields: {},
        buttons: ['Continue with Facebook'],
      },
    ])
    assert.ok(html.includes('<form method="post" action="/auth/login/google?returnTo=%2F">'))
  })

  test('marks the provider that was used last, beside a button whose name stays', async () => {
    const marked = { ...button('github', 'GitHub'), isLastUsed: true }
    const html = await defaultPages.signIn({ ...signInView, providers: [button('google', 'Google'), marked] })
    assert.deepEqual(
      forms(html).map(({ buttons }) => buttons),
      [['Continue with Google'], ['Continue with GitHub']],
    )
    const described = tags(html).filter(({ attributes }) => attributes['aria-describedby'] === 'last-used')
    assert.deepEqual(
      described.map(({ attributes }) => attributes.class),
      ['button provider provider-github'],
    )
    assert.equal(html.match(/id="last-used">Last used</g)?.length, 1)
    assert.ok(!(await defaultPages.signIn(signInView)).includes('Last used'))
  })

  test('keeps a return path with several parameters to the letter', async () => {
    const action = '/auth/login/google?returnTo=%2Farea%3Fa%3D1%26b%3D%2527&x=1'
    const html = await defaultPages.signIn({ ...signInView, providers: [button('google', 'Google', action)] })
    assert.deepEqual(
      forms(html).map((form) => form.action),
      [action],
    )
  })

  test('gives each button the class of its brand', async () => {
    const classes = tags(await defaultPages.signIn(signInView))
      .filter(({ name }) => name === 'button')
      .map(({ attributes }) => attributes.class)
    assert.deepEqual(classes, [
      'button provider provider-google',
      'button provider provider-github',
      'button provider provider-facebook',
    ])
  })

  test('hides the icons from assistive technology, since the name stands beside them', async () => {
    const html = await defaultPages.signIn(signInView)
    assert.equal(html.match(/<span class="icon" aria-hidden="true"><svg/g)?.length, 3)
  })

  test('offers to go on to somebody who is signed in, and to nobody else', async () => {
    const link = '<a class="button primary" href="/area?a=1">'
    const signedIn = await defaultPages.signIn({
      ...signInView,
      signedInAs: 'Alex',
      continueHref: '/area?a=1',
    })
    assert.ok(signedIn.includes(link))
    assert.ok(text(signedIn).includes('Continue as Alex'))
    assert.equal(forms(signedIn).length, 3)
    assert.ok(!text(await defaultPages.signIn(signInView)).includes('Continue as'))
  })

  test('asks somebody who is signed in to confirm it, and offers no way past it', async () => {
    const html = await defaultPages.signIn({ ...signInView, signedInAs: 'Alex', isConfirmation: true })
    assert.match(html, /<h1>Confirm that it is you<\/h1>/)
    assert.ok(text(html).includes('You are signed in as Alex.'))
    assert.ok(text(html).includes('Confirm with Google'))
    assert.ok(!text(html).includes('Continue'))
  })

  test('says so where there is no provider', async () => {
    const html = await defaultPages.signIn({ ...signInView, providers: [] })
    assert.ok(text(html).includes('There is no way to sign in at the moment.'))
  })

  test('announces development, and only then', async () => {
    const frame = { ...signInView.frame, developmentNotice: 'Development only.' }
    assert.ok((await defaultPages.signIn({ ...signInView, frame })).includes('class="development-notice"'))
    assert.ok(!(await defaultPages.signIn(signInView)).includes('development-notice'))
  })
})
