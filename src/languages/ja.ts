// Japanese.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'ホーム',
  or: 'または',
  signIn: 'ログイン',
  signOut: 'ログアウト',
  signedInAs: '{name} としてログインしています。',
  signedInAsWith: '{name}（{email}）としてログインしています。',
  signedInNameless: 'ログインしています。',
  yourAccount: 'あなたのアカウント',

  // Sign-in page
  signInLead: 'すでにお持ちのアカウントを選んでください。',
  signInLeadSite: 'すでにお持ちのアカウントで {site} に進みます。',
  signInLeadAgain: 'このまま続けるか、別のアカウントを使ってください。',
  continueWith: '{provider} で続ける',
  continueAs: '{name} として続ける',
  lastUsed: '前回使用',
  noProviders: '現在、ログインする方法がありません。',
  confirmTitle: 'ご本人であることの確認',
  confirmLead: 'このページを開くには、もう一度ログインしてください。',
  confirmWith: '{provider} で確認する',

  // Account page
  account: 'アカウント',
  waysToSignIn: 'ログイン方法',
  inUse: '現在使用中',
  accountTimes: '追加 {added} · 最終使用 {used}',
  onlyWay: 'これが唯一のログイン方法のため、解除できません。',
  unlink: '解除',
  addAnother: '別のアカウントを追加',
  addProvider: '{provider} を追加',
  changeAccounts: 'アカウントの追加と解除',
  confirmFirst: 'アカウントの安全のため、まずご本人であることを確認してください。',
  signInAgainFirst: 'アカウントの安全のため、まずログアウトして、もう一度ログインしてください。',
  whereSignedIn: 'ログイン中の場所',
  thisBrowser: 'このブラウザ',
  sessionWith: '{provider} を使用',
  sessionWithFrom: '{provider} を使用 · 接続元 {address}',
  sessionTimes: '開始 {start} · 最終確認 {seen}',
  signOutElsewhere: 'ほかのすべての場所からログアウト',
  browserOnSystem: '{system} の {browser}',
  browserOfSystem: '{system} のブラウザ',
  browserUnknown: '不明なブラウザ',

  // Sign-out pages
  signOutTitle: 'ログアウトしますか？',
  signOutLead: 'このブラウザでのセッションが終了します。',
  staySignedIn: 'ログインしたままにする',
  signedOut: 'ログアウトしました',
  signedOutLead: 'このウィンドウを閉じてもかまいません。',
  signInAgain: 'もう一度ログイン',
  sharedComputer:
    '共有のコンピュータをお使いですか？ログインに使ったサービスには、まだログインしている可能性があります。そちらからもログアウトしてください。',

  // Adding an account
  linkOffer: 'すでにアカウントをお持ちです',
  linkOfferLead:
    '一度そのアカウントにログインすると {provider} が追加されます。以後は、どちらでも同じアカウントを開けます。',
  migration: '以前にご利用になりましたか？',
  migrationLead:
    'このサイトのログイン方法が新しくなりました。アカウントをお持ちの場合は、一度これまでの方法でログインしてください。以後は {provider} で開けます。',
  toBeAdded: '追加するアカウント',
  newHere: '初めて利用する',
  separateAccount: '別のアカウントを作成',
  linkConfirm: '{provider} をアカウントに追加しますか？',
  linkConfirmLead: '同意すると、次のアカウントでもログインできるようになります：',
  linkYes: 'はい、追加します',
  linkNo: 'いいえ、このままにします',

  // Data deletion
  codeUnknown: 'このコードは見つかりません',
  codeUnknownLead: {
    other: '受け取ったコードと照らし合わせてください。リクエストは {count} 日間確認できます。',
  },
  dataDeleted: 'データは削除されました',
  dataDeletedLead:
    'ご依頼の処理が完了しました。そのサービスのアカウントでは、もうここにログインできません。サービスから受け取ったあなたの情報を削除し、そのアカウントでログインしていたすべての端末をログアウトしました。',
  confirmationCode: '確認コード：{code}',

  // Notices above a page
  noticeLinked: 'アカウントを追加しました。これからはこのアカウントでログインできます。',
  noticeUnlinked:
    'アカウントを解除しました。このアカウントではもうログインできません。このアカウントでログインしていた端末はログアウトされました。',
  noticeUnlinkedHere:
    'アカウントを解除しました。このアカウントでログインしていたこのブラウザはログアウトされました。別の方法でログインしてください。',
  noticeSessionEnded: 'その端末をログアウトしました。',
  noticeSessionsEnded: 'ほかのすべての端末をログアウトしました。',
  noticeLinkDeclined: '何も追加されませんでした。',

  // Error page
  errorNotFound: '見つかりません',
  errorUnchanged: '何も変更されませんでした',
  errorUnavailable: '現在ご利用いただけません',
  errorOurs: '問題が発生しました',
  errorSession: '続けるにはログインしてください',
  errorSignIn: 'ログインが完了しませんでした',
  errorOther: 'うまくいきませんでした',
  tryAgain: 'もう一度試す',
  goHome: '最初に戻る',
  reference: '照会番号 {code}',

  // Errors
  config_origin_missing:
    'このサイトの設定が完了していないため、まだログインできません。このサイトの運営者にお知らせください。',
  config_store_missing:
    'このサイトではこの機能を提供していないため、何も行われませんでした。元のページに戻ってください。',
  request_not_found: 'このアドレスにページはありません。アドレスを確認するか、最初に戻ってください。',
  request_method_not_allowed:
    'このアドレスはこの方法では使えないため、何も行われませんでした。当サイトのページに戻って、もう一度お試しください。',
  request_cross_site:
    'このリクエストは別のサイトから来たため、何も行われませんでした。当サイトのページに戻って、もう一度お試しください。',
  request_not_navigation:
    'このアドレスはご自身でページとして開いたときだけ使えるため、何も行われませんでした。当サイトのページに戻って、もう一度お試しください。',
  request_wrong_host:
    'このサイトはブラウザに表示されているアドレス用に設定されていないため、何も行われませんでした。このサイトの運営者にお知らせください。',
  request_too_large:
    'ブラウザがこのページの上限を超えるデータを送信したため、何も行われませんでした。戻って、データを減らしてください。',
  request_malformed:
    'ブラウザがこのページで読み取れないデータを送信したため、何も行われませんでした。戻って、もう一度お試しください。',
  attempt_missing:
    'このログインはすでに使われたか、別のブラウザまたはウィンドウで開始されました。最初からやり直してください。',
  attempt_invalid:
    '開始したログインをこのサイトで読み取れなくなったため、ログインできませんでした。最初からやり直してください。',
  attempt_expired: 'ログインに時間がかかりすぎたため、ログインできませんでした。最初からやり直してください。',
  attempt_wrong_provider:
    '選択したものとは別のログインサービスから応答があったため、ログインできませんでした。最初からやり直してください。',
  attempt_already_used: 'このログインはすでに使われました。最初からやり直してください。',
  attempt_session_changed:
    '途中でログアウトまたはアカウントの切り替えがあったため、何も追加されませんでした。もう一度お試しください。',
  provider_unknown: 'このサイトではこのログイン方法を利用できません。別の方法を選んでください。',
  provider_place_invalid:
    'このアドレスではここにログインできません。つづりを確認して、もう一度お試しください。',
  provider_unavailable:
    'このログインサービスは現在応答していません。1 分後にもう一度試すか、別の方法でログインしてください。',
  provider_certificate_invalid:
    'このサイトはこのログインサービスに安全に接続できません。別の方法でログインするか、このサイトの運営者にお知らせください。',
  provider_denied:
    'ログインサービスがこのログインを許可しなかったため、ログインできませんでした。最初からやり直すか、別の方法でログインしてください。',
  provider_interaction_required:
    'ログインサービスへの回答が先に必要なため、ログインできませんでした。最初からやり直してください。',
  provider_freshness_unproven:
    'たった今ログインしたことをログインサービスが確認しなかったため、何も行われませんでした。もう一度試すか、いったんログアウトしてからログインし直してください。',
  provider_freshness_unsupported:
    'このページには最近のログインが必要ですが、ご利用のサービスではそれを証明できません。別の方法でログインしてください。',
  provider_level_unsupported:
    'このページには、ご利用のサービスより強力なログインが必要です。別の方法でログインしてください。',
  provider_refused:
    'ログインサービスがこのログインを拒否したため、ログインできませんでした。最初からやり直すか、別の方法でログインしてください。',
  provider_redirect_uri_mismatch:
    'ログインサービスでのこのサイトの設定が完了していないため、ログインできませんでした。別の方法でログインするか、このサイトの運営者にお知らせください。',
  provider_answer_invalid:
    'ログインサービスの応答を信頼できないため、ログインできませんでした。最初からやり直してください。',
  provider_notification_invalid:
    'このメッセージはログインサービスからのものと証明されていないため、何も行われませんでした。サービスが定める形式で、もう一度送信してください。',
  account_refused:
    'このアカウントではここにログインできません。別のアカウントを使うか、このサイトの運営者にお問い合わせください。',
  account_not_created:
    'このサイトはあなたのアカウントを作成できませんでした。すでにお持ちの場合は、これまでの方法でログインしてから、アカウントページでこのログイン方法を追加してください。',
  account_linked_elsewhere:
    'このアカウントはすでに別のユーザーに紐づいているため、何も変更されませんでした。移すには、そのアカウントでログインし、先にそちらで解除してください。',
  account_last: 'これが唯一のログイン方法のため、解除されませんでした。先に別の方法を追加してください。',
  account_not_found:
    'このアカウントはあなたに紐づいていないため、何も変更されませんでした。アカウントページを開き直してください。',
  account_link_expired:
    'このアカウントの追加に時間がかかりすぎたため、何も追加されませんでした。そのアカウントでもう一度ログインしてください。',
  session_required: 'ログインしていません。先にログインしてください。',
  session_not_allowed:
    'ログインしていますが、このページはあなたのアカウント向けではありません。利用できるはずの場合は、このサイトの運営者にお問い合わせください。',
  session_not_fresh:
    'ログインから時間が経ちすぎているため、何も変更されませんでした。もう一度ログインして、ご本人であることを確認してください。',
  session_not_ended:
    'このブラウザではログアウトしましたが、サーバーに接続できず、サーバー側のセッションを終了できませんでした。共有のコンピュータをお使いの場合は、数分後に戻ってログインし、「ほかのすべての場所からログアウト」を選んでください。',
  session_other_person:
    'ログイン中のアカウントとは別のアカウントで確認したため、何も変更されませんでした。もう一度お試しください。',
  session_other_provider:
    '今回のログインとは別の方法で確認したため、何も変更されませんでした。同じ方法を使ってください。',
  session_too_large:
    'プロフィールがこのサイトには大きすぎるため、ログインできませんでした。このサイトの運営者にお知らせください。',
  token_absent:
    'もう一方のサービスであなたの許可を得ていないため、何も行われませんでした。そちらでアカウントを接続してください。',
  token_revoked:
    'もう一方のサービスでの許可が終了したため、何も行われませんでした。そちらでアカウントを接続し直してください。',
  token_unavailable: 'もう一方のサービスは現在応答していません。1 分後にもう一度お試しください。',
  token_origin_refused: 'こちら側で問題が発生しました。もう一度お試しください。',
  token_wrong_account:
    'もう一方のサービスで、許可が必要なアカウントとは別のアカウントを選んだため、何も変更されませんでした。該当のアカウントでもう一度お試しください。',
  user_not_found:
    'このユーザーはもう存在しないため、何も変更されませんでした。ページを再読み込みしてください。',
  user_fields_invalid:
    'このサイトはあなたのプロフィールを読み取れないため、何も行われませんでした。このサイトの運営者にお知らせください。',
  upstream_unavailable:
    'このページの背後にあるアプリケーションが現在応答していません。お客様の操作に問題はありません。1分後にもう一度お試しください。',
  store_unavailable: 'このサイトは現在データにアクセスできません。1 分後にもう一度お試しください。',
  request_cross_site_named:
    'このリクエストは {expected} ではなく {received} から来たため、何も行われませんでした。当サイトのページに戻って、もう一度お試しください。',
  provider_denied_consent:
    'ログインサービスに必要な許可が得られなかったため、ログインできませんでした。許可する場合は、最初からやり直してください。',
  token_unavailable_refused:
    'もう一方のサービスが許可を更新しなかったため、何も行われませんでした。そちらでアカウントを接続し直してください。',

  // Apps without cookies, and devices
  clientConfirm: '{client} にログインしますか？',
  clientConfirmLead: 'この端末のアプリが、あなたとしてのログインを求めています：',
  clientConfirmLeadHere: 'このコンピュータのプログラムが、あなたとしてのログインを求めています：',
  clientConfirmWhen:
    'たった今 {client} でこのログインを始めた場合に限り、許可してください。アカウントページでログアウトするまで、あなたがここでできることをすべて行えます。',
  allow: '許可する',
  doNotSignIn: 'いいえ、ログインしません',
  otherAccount: '別のアカウントを使う',
  deviceCode: '端末のログイン',
  deviceCodeLead: '端末に表示されているコードを入力してください。',
  deviceCodeField: 'コード',
  deviceCodeWarning:
    '誰かからコードが送られてきたり、このページを開くよう頼まれたりしましたか？その場合は閉じてください。その人があなたとしてログインしてしまいます。',
  continue: '続ける',
  deviceConfirm: 'この端末をログインさせますか？',
  deviceConfirmLead: '{client} のある端末が、あなたとしてのログインを求めています：',
  deviceCompare: '目の前の端末を見てください。このコードとまったく同じものが表示されていますか？',
  deviceWarning:
    'このコードやこのページへのリンクが誰かから送られてきましたか？その場合は拒否してください。その端末を持つ人は、あなたがここでできることをすべて行えてしまいます。当サイトがコードをお尋ねすることはありません。',
  deviceAllow: '許可する（自分の端末です）',
  deviceAsked: '端末からの要求日時：{time}',
  deviceDone: '端末に戻ってください',
  deviceDoneLead: '数秒以内に {client} がログインします。このページは閉じてもかまいません。',
  deviceDoneMistake: '間違いでしたか？アカウントページで端末をログアウトしてください。',
  deviceDenied: '端末はログインしませんでした',
  deviceDeniedLead: '何も行われませんでした。このページは閉じてもかまいません。',

  // Errors of apps and devices
  request_not_local:
    'このページはここからは開けません。このサイトを開発しているコンピュータ専用です。元の場所に戻ってください。',
  client_unknown:
    'このサイトは移動元のアプリを知らないため、何も行われませんでした。そのアプリに戻って、運営者にお知らせください。',
  client_not_public:
    'ご利用のアプリがこのサイトではできないことを求めたため、何も行われませんでした。アプリで最初からやり直すか、このサイトの運営者にお知らせください。',
  client_redirect_uri_unknown:
    '移動元のアプリが自分のものではないアドレスへの応答を求めたため、何も行われませんでした。このページを閉じて、そのアプリの運営者にお知らせください。',
  client_denied:
    'このログインは許可されなかったため、何も行われませんでした。間違いだった場合は、アプリで最初からやり直してください。',
  client_grant_invalid:
    'このアプリはもうログインしていないため、何も行われませんでした。アプリでもう一度ログインしてください。',
  bearer_not_accepted:
    'このページはブラウザでのログインでのみ使えるため、何も行われませんでした。ブラウザで開いてください。',
  device_code_unknown:
    'このコードが見つからないか、古すぎるため、何も行われませんでした。端末をもう一度確認してください。',
  device_code_expired:
    '回答に時間がかかりすぎたため、何も行われませんでした。端末で最初からやり直してください。',
  device_guesses_exceeded:
    '間違ったコードの入力が多すぎるため、このページでは現在コードを受け付けていません。10 分待ってから、もう一度お試しください。',
  bearer_token_missing:
    'このアドレスはアカウントに接続したアプリ専用のため、何も行われませんでした。そのようなアプリで開いてください。',
  bearer_request_malformed:
    'このアプリから理解できないリクエストが送られました。アプリを更新するか、開発元にお知らせください。',
  bearer_token_invalid:
    'このアプリのアクセス権が終了したため、何も行われませんでした。アプリをアカウントに接続し直してください。',
  bearer_scope_insufficient:
    '許可されていないため、このアプリはこの操作を行えません。アプリを接続し直して、そこで許可してください。',
  bearer_level_insufficient:
    'このアプリにはご本人であることの新しい確認が必要なため、何も行われませんでした。アプリでもう一度ログインしてください。',
  dpop_proof_invalid:
    'このアプリは、ログインに使ったアプリであることを証明できませんでした。アプリでもう一度ログインしてください。',
  dpop_nonce_required:
    'このアプリは、ログインに使ったアプリであることをもう一度証明する必要があります。アプリでもう一度お試しください。',
}
