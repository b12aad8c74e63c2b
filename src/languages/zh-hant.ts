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

  // Apps without cookies, and devices
  clientConfirm: '要登入 {client} 嗎？',
  clientConfirmLead: '此裝置上的應用程式要求以您的身分登入：',
  clientConfirmLeadHere: '此電腦上的程式要求以您的身分登入：',
  clientConfirmWhen:
    '僅當您剛剛在 {client} 中親自開始此次登入時才允許。在您於帳號頁面將其登出之前，它可以做您在這裡能做的一切。',
  allow: '允許',
  doNotSignIn: '否，不登入',
  otherAccount: '使用其他帳號',
  deviceCode: '登入裝置',
  deviceCodeLead: '請輸入您的裝置顯示的代碼。',
  deviceCodeField: '代碼',
  deviceCodeWarning: '有人傳送代碼給您或要您開啟此頁面嗎？請關閉它：那個人會以您的身分登入。',
  continue: '繼續',
  deviceConfirm: '要登入此裝置嗎？',
  deviceConfirmLead: '裝有 {client} 的裝置要求以您的身分登入：',
  deviceCompare: '請看您面前的裝置。它顯示的正是此代碼嗎？',
  deviceWarning:
    '有人傳送此代碼或此頁面的連結給您嗎？請拒絕。持有該裝置的人可以做您在這裡能做的一切。我們絕不會向您索取代碼。',
  deviceAllow: '允許，這是我的裝置',
  deviceAsked: '裝置要求時間：{time}。',
  deviceDone: '請回到您的裝置',
  deviceDoneLead: '{client} 將在幾秒內於該裝置登入。您可以關閉此頁面。',
  deviceDoneMistake: '弄錯了嗎？請在帳號頁面將該裝置登出。',
  deviceDenied: '裝置未登入',
  deviceDeniedLead: '未執行任何動作。您可以關閉此頁面。',

  // Errors of apps and devices
  request_not_local: '無法從這裡開啟此頁面：它僅供開發本網站的電腦使用。請返回您先前的位置。',
  client_unknown:
    '本網站不認識將您帶到這裡的應用程式，因此未執行任何動作。請返回該應用程式，並通知其營運者。',
  client_not_public:
    '您使用的應用程式要求了本網站無法做到的事，因此未執行任何動作。請在該應用程式中重新開始，或通知本網站的營運者。',
  client_redirect_uri_unknown:
    '將您帶到這裡的應用程式要求把結果傳送到不屬於它的網址，因此未執行任何動作。請關閉此頁面，並通知該應用程式的營運者。',
  client_denied: '您未允許此次登入，因此未執行任何動作。如果是誤操作，請在應用程式中重新開始。',
  client_grant_invalid: '此應用程式已不再處於登入狀態，因此未執行任何動作。請在應用程式中重新登入。',
  bearer_not_accepted: '此頁面只能使用瀏覽器的登入，因此未執行任何動作。請在瀏覽器中開啟。',
  device_code_unknown: '本網站不認識此代碼，或代碼已過舊，因此未執行任何動作。請再次查看您的裝置。',
  device_code_expired: '您答覆花費的時間過長，因此未執行任何動作。請在您的裝置上重新開始。',
  device_guesses_exceeded: '您輸入的錯誤代碼過多，因此此頁面暫時不再接受代碼。請等待十分鐘後再試。',
  bearer_token_missing: '此網址供已連接您帳號的應用程式使用，因此未執行任何動作。請在此類應用程式中開啟。',
  bearer_request_malformed: '此應用程式傳送了無法理解的要求。請更新應用程式，或通知其開發者。',
  bearer_token_invalid: '此應用程式的存取權已結束，因此未執行任何動作。請將應用程式重新連接至您的帳號。',
  bearer_scope_insufficient: '此應用程式不能這樣做，因為您未允許。請重新連接應用程式並在那裡允許。',
  bearer_level_insufficient: '此應用程式需要重新證明是您本人，因此未執行任何動作。請在應用程式中重新登入。',
  dpop_proof_invalid: '此應用程式無法證明它就是您登入時使用的應用程式。請在應用程式中重新登入。',
  dpop_nonce_required: '此應用程式需要再次證明它就是您登入時使用的應用程式。請在應用程式中再試一次。',
}
