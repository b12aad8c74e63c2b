// Chinese in simplified characters.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: '首页',
  or: '或',
  signIn: '登录',
  signOut: '退出登录',
  signedInAs: '您已以 {name} 的身份登录。',
  signedInAsWith: '您已以 {name}（{email}）的身份登录。',
  signedInNameless: '您已登录。',
  yourAccount: '您的帐号',

  // Sign-in page
  signInLead: '请选择一个您已有的帐号。',
  signInLeadSite: '使用您已有的帐号继续前往 {site}。',
  signInLeadAgain: '以当前身份继续，或使用其他帐号。',
  continueWith: '使用 {provider} 继续',
  continueAs: '以 {name} 的身份继续',
  lastUsed: '上次使用',
  noProviders: '目前没有可用的登录方式。',
  confirmTitle: '确认是您本人',
  confirmLead: '要打开此页面，请再次登录。',
  confirmWith: '使用 {provider} 确认',

  // Account page
  account: '帐号',
  waysToSignIn: '登录方式',
  inUse: '正在使用',
  accountTimes: '添加于 {added} · 上次使用于 {used}',
  onlyWay: '这是您唯一的登录方式，因此无法移除。',
  unlink: '移除',
  addAnother: '添加其他帐号',
  addProvider: '添加 {provider}',
  changeAccounts: '添加或移除帐号',
  confirmFirst: '为保护您的帐号安全，请先确认是您本人。',
  signInAgainFirst: '为保护您的帐号安全，请先退出登录，然后重新登录。',
  whereSignedIn: '您已登录的位置',
  thisBrowser: '此浏览器',
  sessionWith: '通过 {provider}',
  sessionWithFrom: '通过 {provider} · 来自 {address}',
  sessionTimes: '自 {start} · 上次活动 {seen}',
  signOutElsewhere: '从所有其他位置退出登录',
  browserOnSystem: '{system} 上的 {browser}',
  browserOfSystem: '{system} 上的浏览器',
  browserUnknown: '未知浏览器',

  // Sign-out pages
  signOutTitle: '要退出登录吗？',
  signOutLead: '这将结束您在此浏览器中的会话。',
  staySignedIn: '保持登录',
  signedOut: '您已退出登录',
  signedOutLead: '您现在可以关闭此窗口。',
  signInAgain: '重新登录',
  sharedComputer: '这是共用的计算机吗？您可能仍登录着之前用来登录的服务。请也在那里退出登录。',

  // Adding an account
  linkOffer: '您已有帐号',
  linkOfferLead: '登录该帐号一次即可添加 {provider}。此后，两者都会打开同一个帐号。',
  migration: '您以前来过这里吗？',
  migrationLead:
    '本网站启用了新的登录方式。如果您在这里有帐号，请用原来的方式登录一次。此后，{provider} 会打开该帐号。',
  toBeAdded: '待添加',
  newHere: '我是新用户',
  separateAccount: '创建单独的帐号',
  linkConfirm: '要将 {provider} 添加到您的帐号吗？',
  linkConfirmLead: '如果您同意，也可以使用此帐号登录：',
  linkYes: '是，添加',
  linkNo: '否，保持不变',

  // Data deletion
  codeUnknown: '我们找不到此代码',
  codeUnknownLead: {
    other: '请与您收到的代码核对。请求在 {count} 天内可以查询。',
  },
  dataDeleted: '您的数据已删除',
  dataDeletedLead:
    '您的请求已完成。该服务的帐号不能再在此登录。我们已删除该服务发送给我们的关于您的信息，并让所有使用该帐号登录的设备退出了登录。',
  confirmationCode: '确认代码：{code}',

  // Notices above a page
  noticeLinked: '帐号已添加。您现在可以使用它登录。',
  noticeUnlinked: '帐号已移除。它不能再用于登录，使用它登录的设备已退出登录。',
  noticeUnlinkedHere: '帐号已移除，使用它登录的此浏览器已退出登录。请使用其他方式登录。',
  noticeSessionEnded: '该设备已退出登录。',
  noticeSessionsEnded: '所有其他设备已退出登录。',
  noticeLinkDeclined: '未添加任何内容。',

  // Error page
  errorNotFound: '未找到',
  errorUnchanged: '未做任何更改',
  errorUnavailable: '暂时不可用',
  errorOurs: '出了点问题',
  errorSession: '登录后继续',
  errorSignIn: '登录未完成',
  errorOther: '操作未成功',
  tryAgain: '重试',
  goHome: '返回起始页',
  reference: '参考编号 {code}',

  // Errors
  config_origin_missing: '本网站尚未完成设置，因此您还不能登录。请告知本网站的运营者。',
  config_store_missing: '本网站不提供此功能，因此未执行任何操作。请返回您来自的页面。',
  request_not_found: '此地址没有页面。请检查地址，或返回起始页。',
  request_method_not_allowed: '此地址不能这样使用，因此未执行任何操作。请返回我们的页面重试。',
  request_cross_site: '此请求来自其他网站，因此未执行任何操作。请返回我们的页面重试。',
  request_not_navigation: '此地址只能作为您自己打开的页面使用，因此未执行任何操作。请返回我们的页面重试。',
  request_wrong_host: '本网站未针对您浏览器中的地址进行设置，因此未执行任何操作。请告知本网站的运营者。',
  request_too_large: '您的浏览器发送的内容超出了此页面的限制，因此未执行任何操作。请返回并减少发送的内容。',
  request_malformed: '您的浏览器发送了此页面无法读取的内容，因此未执行任何操作。请返回重试。',
  attempt_missing: '此次登录已被使用，或是在其他浏览器或窗口中开始的。请重新开始。',
  attempt_invalid: '本网站无法再读取您开始的登录，因此您未能登录。请重新开始。',
  attempt_expired: '此次登录用时过长，因此您未能登录。请重新开始。',
  attempt_wrong_provider: '回应来自您所选之外的登录服务，因此您未能登录。请重新开始。',
  attempt_already_used: '此次登录已被使用。请重新开始。',
  attempt_session_changed: '您在此期间退出了登录或更换了帐号，因此未添加任何内容。请重试。',
  provider_unknown: '本网站不提供此登录方式。请选择其他方式。',
  provider_place_invalid: '无法使用此地址在这里登录。请检查拼写后重试。',
  provider_unavailable: '此登录服务目前没有响应。请一分钟后重试，或使用其他方式登录。',
  provider_certificate_invalid:
    '本网站无法安全地连接到此登录服务。请使用其他方式登录，或告知本网站的运营者。',
  provider_denied: '登录服务不允许此次登录，因此您未能登录。请重新开始，或使用其他方式登录。',
  provider_interaction_required: '登录服务需要您先作出答复，因此您未能登录。请重新开始。',
  provider_freshness_unproven:
    '登录服务未确认您刚刚登录过，因此未执行任何操作。请重试，或先退出登录再重新登录。',
  provider_freshness_unsupported:
    '此页面需要最近的登录，而您登录时使用的服务无法证明这一点。请使用其他方式登录。',
  provider_level_unsupported: '此页面需要比您所用服务更强的登录方式。请使用其他方式登录。',
  provider_refused: '登录服务拒绝了此次登录，因此您未能登录。请重新开始，或使用其他方式登录。',
  provider_redirect_uri_mismatch:
    '本网站尚未在登录服务中完成设置，因此您未能登录。请使用其他方式登录，或告知本网站的运营者。',
  provider_answer_invalid: '登录服务给出了我们无法信任的回应，因此您未能登录。请重新开始。',
  provider_notification_invalid:
    '此消息无法证明来自登录服务，因此未执行任何操作。请按该服务规定的格式重新发送。',
  account_refused: '此帐号不能在这里登录。请使用其他帐号，或咨询本网站的运营者。',
  account_not_created:
    '本网站未能为您创建帐号。如果您已有帐号，请按以前的方式登录，然后在帐号页面上添加此登录方式。',
  account_linked_elsewhere:
    '此帐号已关联到这里的另一位用户，因此未做任何更改。要转移它，请先用它登录并在那里移除。',
  account_last: '这是您唯一的登录方式，因此未被移除。请先添加其他方式。',
  account_not_found: '此帐号未关联到您，因此未做任何更改。请重新打开您的帐号页面。',
  account_link_expired: '添加此帐号用时过长，因此未添加任何内容。请再次使用它登录。',
  session_required: '您尚未登录。请先登录。',
  session_not_allowed: '您已登录，但此页面不适用于您的帐号。如果应该适用，请咨询本网站的运营者。',
  session_not_fresh: '距您登录的时间过长，因此未做任何更改。请重新登录以确认是您本人。',
  session_not_ended:
    '您已在此浏览器中退出登录，但无法连接到我们的服务器以同时结束那里的会话。如果使用的是共用计算机，请几分钟后回来登录，并选择“从所有其他位置退出登录”。',
  session_other_person: '您使用了与当前登录不同的帐号进行确认，因此未做任何更改。请重试。',
  session_other_provider: '您使用了与本次访问不同的登录方式进行确认，因此未做任何更改。请使用同一方式。',
  session_too_large: '您的个人资料对本网站来说过大，因此您未能登录。请告知本网站的运营者。',
  token_absent: '本网站在另一服务中没有您的许可，因此未执行任何操作。请在那里连接您的帐号。',
  token_revoked: '您在另一服务中的许可已结束，因此未执行任何操作。请在那里重新连接您的帐号。',
  token_unavailable: '另一服务目前没有响应。请一分钟后重试。',
  token_origin_refused: '我们这边出了点问题。请重试。',
  token_wrong_account: '您在另一服务中选择的帐号不是需要您许可的那个，因此未做任何更改。请使用那个帐号重试。',
  user_not_found: '此用户已不存在，因此未做任何更改。请重新加载页面。',
  user_fields_invalid: '本网站无法读取您的个人资料，因此未执行任何操作。请告知本网站的运营者。',
  upstream_unavailable: '此页面背后的应用程序暂时没有响应。您没有做错任何事。请一分钟后再试。',
  store_unavailable: '本网站目前无法访问其数据。请一分钟后重试。',
  request_cross_site_named:
    '此请求来自 {received} 而不是 {expected}，因此未执行任何操作。请返回我们的页面重试。',
  provider_denied_consent: '登录服务需要您的许可但未得到，因此您未能登录。如愿意给予许可，请重新开始。',
  token_unavailable_refused: '另一服务未续期您的许可，因此未执行任何操作。请在那里重新连接您的帐号。',

  // Apps without cookies, and devices
  clientConfirm: '要登录 {client} 吗？',
  clientConfirmLead: '此设备上的应用请求以您的身份登录：',
  clientConfirmLeadHere: '此计算机上的程序请求以您的身份登录：',
  clientConfirmWhen:
    '仅当您刚刚在 {client} 中亲自开始此次登录时才允许。在您于帐号页面将其退出登录之前，它可以做您在这里能做的一切。',
  allow: '允许',
  doNotSignIn: '否，不登录',
  otherAccount: '使用其他帐号',
  deviceCode: '登录设备',
  deviceCodeLead: '请输入您的设备显示的代码。',
  deviceCodeField: '代码',
  deviceCodeWarning: '有人向您发送代码或让您打开此页面吗？请关闭它：那个人会以您的身份登录。',
  continue: '继续',
  deviceConfirm: '要登录此设备吗？',
  deviceConfirmLead: '装有 {client} 的设备请求以您的身份登录：',
  deviceCompare: '请看您面前的设备。它显示的正是此代码吗？',
  deviceWarning:
    '有人向您发送了此代码或此页面的链接吗？请拒绝。持有该设备的人可以做您在这里能做的一切。我们绝不会向您索要代码。',
  deviceAllow: '允许，这是我的设备',
  deviceAsked: '设备请求时间：{time}。',
  deviceDone: '请回到您的设备',
  deviceDoneLead: '{client} 将在几秒内于该设备登录。您可以关闭此页面。',
  deviceDoneMistake: '弄错了吗？请在帐号页面让该设备退出登录。',
  deviceDenied: '设备未登录',
  deviceDeniedLead: '未执行任何操作。您可以关闭此页面。',

  // Errors of apps and devices
  request_not_local: '无法从这里打开此页面：它仅供开发本网站的计算机使用。请返回您之前的位置。',
  client_unknown: '本网站不认识将您带到这里的应用，因此未执行任何操作。请返回该应用，并告知其运营者。',
  client_not_public:
    '您使用的应用请求了本网站无法做到的事，因此未执行任何操作。请在该应用中重新开始，或告知本网站的运营者。',
  client_redirect_uri_unknown:
    '将您带到这里的应用要求把结果发送到不属于它的地址，因此未执行任何操作。请关闭此页面，并告知该应用的运营者。',
  client_denied: '您未允许此次登录，因此未执行任何操作。如果是误操作，请在应用中重新开始。',
  client_grant_invalid: '此应用已不再处于登录状态，因此未执行任何操作。请在应用中重新登录。',
  bearer_not_accepted: '此页面只能使用浏览器的登录，因此未执行任何操作。请在浏览器中打开。',
  device_code_unknown: '本网站不认识此代码，或代码已过旧，因此未执行任何操作。请再次查看您的设备。',
  device_code_expired: '您答复用时过长，因此未执行任何操作。请在您的设备上重新开始。',
  device_guesses_exceeded: '您输入的错误代码过多，因此此页面暂时不再接受代码。请等待十分钟后重试。',
  bearer_token_missing: '此地址供已连接您帐号的应用使用，因此未执行任何操作。请在此类应用中打开。',
  bearer_request_malformed: '此应用发送了无法理解的请求。请更新应用，或告知其开发者。',
  bearer_token_invalid: '此应用的访问权限已结束，因此未执行任何操作。请将应用重新连接到您的帐号。',
  bearer_scope_insufficient: '此应用不能这样做，因为您未允许。请重新连接应用并在那里允许。',
  bearer_level_insufficient: '此应用需要重新证明是您本人，因此未执行任何操作。请在应用中重新登录。',
  dpop_proof_invalid: '此应用无法证明它就是您登录时使用的应用。请在应用中重新登录。',
  dpop_nonce_required: '此应用需要再次证明它就是您登录时使用的应用。请在应用中重试。',
}
