// Chinese in traditional characters.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: '首頁',
  or: '或',
  signIn: '登入',
  signOut: '登出',
  signedInAs: '您已以 {name} 的身分登入。',
  signedInAsWith: '您已以 {name}（{email}）的身分登入。',
  signedInNameless: '您已登入。',
  yourAccount: '您的帳號',

  // Sign-in page
  signInLead: '請選擇一個您已有的帳號。',
  signInLeadSite: '使用您已有的帳號繼續前往 {site}。',
  signInLeadAgain: '以目前的身分繼續，或使用其他帳號。',
  continueWith: '使用 {provider} 繼續',
  continueAs: '以 {name} 的身分繼續',
  lastUsed: '上次使用',
  noProviders: '目前沒有可用的登入方式。',
  confirmTitle: '確認是您本人',
  confirmLead: '若要開啟此頁面，請再次登入。',
  confirmWith: '使用 {provider} 確認',

  // Account page
  account: '帳號',
  waysToSignIn: '登入方式',
  inUse: '使用中',
  accountTimes: '新增於 {added} · 上次使用於 {used}',
  onlyWay: '這是您唯一的登入方式，因此無法移除。',
  unlink: '移除',
  addAnother: '新增其他帳號',
  addProvider: '新增 {provider}',
  changeAccounts: '新增或移除帳號',
  confirmFirst: '為保護您的帳號安全，請先確認是您本人。',
  signInAgainFirst: '為保護您的帳號安全，請先登出，再重新登入。',
  whereSignedIn: '您已登入的位置',
  thisBrowser: '此瀏覽器',
  sessionWith: '透過 {provider}',
  sessionWithFrom: '透過 {provider} · 來自 {address}',
  sessionTimes: '自 {start} · 上次活動 {seen}',
  signOutElsewhere: '登出所有其他位置',
  browserOnSystem: '{system} 上的 {browser}',
  browserOfSystem: '{system} 上的瀏覽器',
  browserUnknown: '未知的瀏覽器',

  // Sign-out pages
  signOutTitle: '要登出嗎？',
  signOutLead: '這會結束您在此瀏覽器中的工作階段。',
  staySignedIn: '保持登入',
  signedOut: '您已登出',
  signedOutLead: '您現在可以關閉此視窗。',
  signInAgain: '重新登入',
  sharedComputer: '這是共用的電腦嗎？您可能仍登入著先前用來登入的服務。請也在那裡登出。',

  // Adding an account
  linkOffer: '您已有帳號',
  linkOfferLead: '登入該帳號一次即可新增 {provider}。之後，兩者都會開啟同一個帳號。',
  migration: '您以前來過這裡嗎？',
  migrationLead:
    '本網站啟用了新的登入方式。如果您在這裡有帳號，請用原本的方式登入一次。之後，{provider} 就會開啟該帳號。',
  toBeAdded: '待新增',
  newHere: '我是新使用者',
  separateAccount: '建立另一個帳號',
  linkConfirm: '要將 {provider} 新增至您的帳號嗎？',
  linkConfirmLead: '如果您同意，也可以使用此帳號登入：',
  linkYes: '是，新增',
  linkNo: '否，維持原狀',

  // Data deletion
  codeUnknown: '我們找不到此代碼',
  codeUnknownLead: {
    other: '請與您收到的代碼核對。要求在 {count} 天內可以查詢。',
  },
  dataDeleted: '您的資料已刪除',
  dataDeletedLead:
    '您的要求已完成。該服務的帳號不能再於此登入。我們已刪除該服務傳送給我們的關於您的資訊，並將所有使用該帳號登入的裝置登出。',
  confirmationCode: '確認代碼：{code}',

  // Notices above a page
  noticeLinked: '帳號已新增。您現在可以使用它登入。',
  noticeUnlinked: '帳號已移除。它不能再用於登入，使用它登入的裝置已登出。',
  noticeUnlinkedHere: '帳號已移除，使用它登入的此瀏覽器已登出。請改用其他方式登入。',
  noticeSessionEnded: '該裝置已登出。',
  noticeSessionsEnded: '所有其他裝置已登出。',
  noticeLinkDeclined: '未新增任何項目。',

  // Error page
  errorNotFound: '找不到',
  errorUnchanged: '未做任何變更',
  errorUnavailable: '暫時無法使用',
  errorOurs: '發生問題',
  errorSession: '登入以繼續',
  errorSignIn: '登入未完成',
  errorOther: '操作未成功',
  tryAgain: '再試一次',
  goHome: '返回起始頁',
  reference: '參考編號 {code}',

  // Errors
  config_origin_missing: '本網站尚未完成設定，因此您還不能登入。請通知本網站的營運者。',
  config_store_missing: '本網站不提供此功能，因此未執行任何動作。請返回您先前的頁面。',
  request_not_found: '此網址沒有頁面。請檢查網址，或返回起始頁。',
  request_method_not_allowed: '此網址不能這樣使用，因此未執行任何動作。請返回我們的頁面再試一次。',
  request_cross_site: '此要求來自其他網站，因此未執行任何動作。請返回我們的頁面再試一次。',
  request_not_navigation:
    '此網址只能作為您自行開啟的頁面使用，因此未執行任何動作。請返回我們的頁面再試一次。',
  request_wrong_host: '本網站未針對您瀏覽器中的網址進行設定，因此未執行任何動作。請通知本網站的營運者。',
  request_too_large: '您的瀏覽器傳送的內容超過此頁面的限制，因此未執行任何動作。請返回並減少傳送的內容。',
  request_malformed: '您的瀏覽器傳送了此頁面無法讀取的內容，因此未執行任何動作。請返回再試一次。',
  attempt_missing: '此次登入已被使用，或是在其他瀏覽器或視窗中開始的。請重新開始。',
  attempt_invalid: '本網站無法再讀取您開始的登入，因此您未能登入。請重新開始。',
  attempt_expired: '此次登入花費的時間過長，因此您未能登入。請重新開始。',
  attempt_wrong_provider: '回應來自您所選以外的登入服務，因此您未能登入。請重新開始。',
  attempt_already_used: '此次登入已被使用。請重新開始。',
  attempt_session_changed: '您在此期間登出或更換了帳號，因此未新增任何項目。請再試一次。',
  provider_unknown: '本網站不提供此登入方式。請選擇其他方式。',
  provider_place_invalid: '無法使用此網址在這裡登入。請檢查拼寫後再試一次。',
  provider_unavailable: '此登入服務目前沒有回應。請於一分鐘後再試，或改用其他方式登入。',
  provider_certificate_invalid:
    '本網站無法安全地連線至此登入服務。請改用其他方式登入，或通知本網站的營運者。',
  provider_denied: '登入服務不允許此次登入，因此您未能登入。請重新開始，或改用其他方式登入。',
  provider_interaction_required: '登入服務需要您先答覆，因此您未能登入。請重新開始。',
  provider_freshness_unproven:
    '登入服務未確認您剛剛登入過，因此未執行任何動作。請再試一次，或先登出再重新登入。',
  provider_freshness_unsupported:
    '此頁面需要最近的登入，而您登入時使用的服務無法證明這一點。請改用其他方式登入。',
  provider_level_unsupported: '此頁面需要比您所用服務更強的登入方式。請改用其他方式登入。',
  provider_refused: '登入服務拒絕了此次登入，因此您未能登入。請重新開始，或改用其他方式登入。',
  provider_redirect_uri_mismatch:
    '本網站尚未在登入服務中完成設定，因此您未能登入。請改用其他方式登入，或通知本網站的營運者。',
  provider_answer_invalid: '登入服務給出了我們無法信任的回應，因此您未能登入。請重新開始。',
  provider_notification_invalid:
    '此訊息無法證明來自登入服務，因此未執行任何動作。請依該服務規定的格式重新傳送。',
  account_refused: '此帳號不能在這裡登入。請使用其他帳號，或洽詢本網站的營運者。',
  account_not_created:
    '本網站無法為您建立帳號。如果您已有帳號，請依以前的方式登入，然後在帳號頁面上新增此登入方式。',
  account_linked_elsewhere:
    '此帳號已連結至這裡的另一位使用者，因此未做任何變更。若要移轉，請先用它登入並在那裡移除。',
  account_last: '這是您唯一的登入方式，因此未被移除。請先新增其他方式。',
  account_not_found: '此帳號未連結至您，因此未做任何變更。請重新開啟您的帳號頁面。',
  account_link_expired: '新增此帳號花費的時間過長，因此未新增任何項目。請再次使用它登入。',
  session_required: '您尚未登入。請先登入。',
  session_not_allowed: '您已登入，但此頁面不適用於您的帳號。如果應該適用，請洽詢本網站的營運者。',
  session_not_fresh: '距您登入的時間過長，因此未做任何變更。請重新登入以確認是您本人。',
  session_not_ended:
    '您已在此瀏覽器中登出，但無法連線至我們的伺服器以同時結束那裡的工作階段。若使用共用電腦，請於幾分鐘後回來登入，並選擇「登出所有其他位置」。',
  session_other_person: '您使用了與目前登入不同的帳號進行確認，因此未做任何變更。請再試一次。',
  session_other_provider: '您使用了與本次造訪不同的登入方式進行確認，因此未做任何變更。請使用同一方式。',
  session_too_large: '您的個人資料對本網站來說過大，因此您未能登入。請通知本網站的營運者。',
  token_absent: '本網站在另一個服務中沒有您的許可，因此未執行任何動作。請在那裡連接您的帳號。',
  token_revoked: '您在另一個服務中的許可已結束，因此未執行任何動作。請在那裡重新連接您的帳號。',
  token_unavailable: '另一個服務目前沒有回應。請於一分鐘後再試。',
  token_origin_refused: '我們這邊發生問題。請再試一次。',
  token_wrong_account:
    '您在另一個服務中選擇的帳號不是需要您許可的那個，因此未做任何變更。請使用那個帳號再試一次。',
  user_not_found: '此使用者已不存在，因此未做任何變更。請重新載入頁面。',
  user_fields_invalid: '本網站無法讀取您的個人資料，因此未執行任何動作。請通知本網站的營運者。',
  upstream_unavailable: '此頁面背後的應用程式暫時沒有回應。您沒有做錯任何事。請一分鐘後再試。',
  store_unavailable: '本網站目前無法存取其資料。請於一分鐘後再試。',
  request_cross_site_named:
    '此要求來自 {received} 而不是 {expected}，因此未執行任何動作。請返回我們的頁面再試一次。',
  provider_denied_consent: '登入服務需要您的許可但未取得，因此您未能登入。如願意給予許可，請重新開始。',
  token_unavailable_refused: '另一個服務未更新您的許可，因此未執行任何動作。請在那裡重新連接您的帳號。',
}
