// Korean.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: '홈',
  or: '또는',
  signIn: '로그인',
  signOut: '로그아웃',
  signedInAs: '{name}(으)로 로그인되어 있습니다.',
  signedInAsWith: '{name}({email})(으)로 로그인되어 있습니다.',
  signedInNameless: '로그인되어 있습니다.',
  yourAccount: '내 계정',

  // Sign-in page
  signInLead: '이미 가지고 있는 계정을 선택하세요.',
  signInLeadSite: '이미 가지고 있는 계정으로 {site}에 계속하세요.',
  signInLeadAgain: '이대로 계속하거나 다른 계정을 사용하세요.',
  continueWith: '{provider}(으)로 계속하기',
  continueAs: '{name}(으)로 계속하기',
  lastUsed: '최근 사용',
  noProviders: '현재 로그인할 수 있는 방법이 없습니다.',
  confirmTitle: '본인 확인',
  confirmLead: '이 페이지를 열려면 다시 로그인해 주세요.',
  confirmWith: '{provider}(으)로 확인하기',

  // Account page
  account: '계정',
  waysToSignIn: '로그인 방법',
  inUse: '현재 사용 중',
  accountTimes: '추가 {added} · 마지막 사용 {used}',
  onlyWay: '유일한 로그인 방법이므로 해제할 수 없습니다.',
  unlink: '연결 해제',
  addAnother: '다른 계정 추가',
  addProvider: '{provider} 추가',
  changeAccounts: '계정 추가 또는 해제',
  confirmFirst: '계정을 안전하게 지키기 위해 먼저 본인임을 확인해 주세요.',
  signInAgainFirst: '계정을 안전하게 지키기 위해 먼저 로그아웃한 뒤 다시 로그인해 주세요.',
  whereSignedIn: '로그인된 위치',
  thisBrowser: '이 브라우저',
  sessionWith: '{provider} 사용',
  sessionWithFrom: '{provider} 사용 · {address}에서',
  sessionTimes: '시작 {start} · 마지막 활동 {seen}',
  signOutElsewhere: '다른 모든 곳에서 로그아웃',
  browserOnSystem: '{system}의 {browser}',
  browserOfSystem: '{system}의 브라우저',
  browserUnknown: '알 수 없는 브라우저',

  // Sign-out pages
  signOutTitle: '로그아웃할까요?',
  signOutLead: '이 브라우저의 세션이 종료됩니다.',
  staySignedIn: '로그인 상태 유지',
  signedOut: '로그아웃되었습니다',
  signedOutLead: '이제 이 창을 닫아도 됩니다.',
  signInAgain: '다시 로그인',
  sharedComputer:
    '공용 컴퓨터인가요? 로그인에 사용한 서비스에는 아직 로그인되어 있을 수 있습니다. 그곳에서도 로그아웃하세요.',

  // Adding an account
  linkOffer: '이미 계정이 있습니다',
  linkOfferLead: '그 계정에 한 번 로그인하면 {provider}이(가) 추가됩니다. 이후에는 둘 다 같은 계정을 엽니다.',
  migration: '전에 이용하신 적이 있나요?',
  migrationLead:
    '이 사이트의 로그인 방법이 새로워졌습니다. 이곳에 계정이 있다면 이전 방법으로 한 번 로그인하세요. 이후에는 {provider}(으)로 열 수 있습니다.',
  toBeAdded: '추가할 계정',
  newHere: '처음 이용합니다',
  separateAccount: '별도의 계정 만들기',
  linkConfirm: '{provider}을(를) 내 계정에 추가할까요?',
  linkConfirmLead: '동의하면 이 계정으로도 로그인할 수 있습니다.',
  linkYes: '예, 추가합니다',
  linkNo: '아니요, 그대로 둡니다',

  // Data deletion
  codeUnknown: '알 수 없는 코드입니다',
  codeUnknownLead: {
    other: '받은 코드와 비교해 주세요. 요청은 {count}일 동안 조회할 수 있습니다.',
  },
  dataDeleted: '데이터가 삭제되었습니다',
  dataDeletedLead:
    '요청이 처리되었습니다. 해당 서비스의 계정으로는 더 이상 이곳에 로그인할 수 없습니다. 그 서비스가 보낸 회원님의 정보를 삭제했고, 그 계정으로 로그인한 모든 기기를 로그아웃했습니다.',
  confirmationCode: '확인 코드: {code}',

  // Notices above a page
  noticeLinked: '계정이 추가되었습니다. 이제 이 계정으로 로그인할 수 있습니다.',
  noticeUnlinked:
    '계정이 해제되었습니다. 이 계정으로는 더 이상 로그인할 수 없으며, 이 계정으로 로그인한 기기는 로그아웃되었습니다.',
  noticeUnlinkedHere:
    '계정이 해제되었고, 이 계정으로 로그인한 이 브라우저는 로그아웃되었습니다. 다른 방법으로 로그인해 주세요.',
  noticeSessionEnded: '해당 기기가 로그아웃되었습니다.',
  noticeSessionsEnded: '다른 모든 기기가 로그아웃되었습니다.',
  noticeLinkDeclined: '아무것도 추가되지 않았습니다.',

  // Error page
  errorNotFound: '찾을 수 없음',
  errorUnchanged: '아무것도 변경되지 않았습니다',
  errorUnavailable: '지금은 이용할 수 없음',
  errorOurs: '문제가 발생했습니다',
  errorSession: '계속하려면 로그인하세요',
  errorSignIn: '로그인이 완료되지 않았습니다',
  errorOther: '잘되지 않았습니다',
  tryAgain: '다시 시도',
  goHome: '처음으로 돌아가기',
  reference: '조회 번호 {code}',

  // Errors
  config_origin_missing:
    '이 사이트의 설정이 끝나지 않아 아직 로그인할 수 없습니다. 이 사이트의 운영자에게 알려 주세요.',
  config_store_missing:
    '이 사이트는 이 기능을 제공하지 않아 아무 작업도 하지 않았습니다. 이전 페이지로 돌아가 주세요.',
  request_not_found: '이 주소에는 페이지가 없습니다. 주소를 확인하거나 처음으로 돌아가 주세요.',
  request_method_not_allowed:
    '이 주소는 이 방식으로 사용할 수 없어 아무 작업도 하지 않았습니다. 저희 페이지로 돌아가 다시 시도해 주세요.',
  request_cross_site:
    '이 요청은 다른 사이트에서 왔으므로 아무 작업도 하지 않았습니다. 저희 페이지로 돌아가 다시 시도해 주세요.',
  request_not_navigation:
    '이 주소는 직접 여는 페이지로만 사용할 수 있어 아무 작업도 하지 않았습니다. 저희 페이지로 돌아가 다시 시도해 주세요.',
  request_wrong_host:
    '이 사이트는 브라우저에 표시된 주소로 설정되어 있지 않아 아무 작업도 하지 않았습니다. 이 사이트의 운영자에게 알려 주세요.',
  request_too_large:
    '브라우저가 이 페이지에서 받을 수 있는 것보다 많은 데이터를 보내 아무 작업도 하지 않았습니다. 돌아가서 더 적게 보내 주세요.',
  request_malformed:
    '브라우저가 이 페이지에서 읽을 수 없는 데이터를 보내 아무 작업도 하지 않았습니다. 돌아가서 다시 시도해 주세요.',
  attempt_missing:
    '이 로그인은 이미 사용되었거나 다른 브라우저 또는 창에서 시작되었습니다. 처음부터 다시 시작해 주세요.',
  attempt_invalid:
    '이 사이트가 시작하신 로그인을 더 이상 읽을 수 없어 로그인되지 않았습니다. 처음부터 다시 시작해 주세요.',
  attempt_expired: '로그인에 시간이 너무 오래 걸려 로그인되지 않았습니다. 처음부터 다시 시작해 주세요.',
  attempt_wrong_provider:
    '선택한 것과 다른 로그인 서비스에서 응답이 와서 로그인되지 않았습니다. 처음부터 다시 시작해 주세요.',
  attempt_already_used: '이 로그인은 이미 사용되었습니다. 처음부터 다시 시작해 주세요.',
  attempt_session_changed:
    '그사이 로그아웃했거나 계정을 바꾸어 아무것도 추가되지 않았습니다. 다시 시도해 주세요.',
  provider_unknown: '이 사이트는 이 로그인 방법을 제공하지 않습니다. 다른 방법을 선택해 주세요.',
  provider_place_invalid: '이 주소로는 이곳에 로그인할 수 없습니다. 철자를 확인하고 다시 시도해 주세요.',
  provider_unavailable:
    '이 로그인 서비스가 지금 응답하지 않습니다. 1분 후에 다시 시도하거나 다른 방법으로 로그인해 주세요.',
  provider_certificate_invalid:
    '이 사이트가 이 로그인 서비스에 안전하게 연결할 수 없습니다. 다른 방법으로 로그인하거나 이 사이트의 운영자에게 알려 주세요.',
  provider_denied:
    '로그인 서비스가 이 로그인을 허용하지 않아 로그인되지 않았습니다. 처음부터 다시 시작하거나 다른 방법으로 로그인해 주세요.',
  provider_interaction_required:
    '로그인 서비스에 먼저 답해야 하므로 로그인되지 않았습니다. 처음부터 다시 시작해 주세요.',
  provider_freshness_unproven:
    '방금 로그인했다는 것을 로그인 서비스가 확인하지 않아 아무 작업도 하지 않았습니다. 다시 시도하거나 먼저 로그아웃한 뒤 다시 로그인해 주세요.',
  provider_freshness_unsupported:
    '이 페이지에는 최근 로그인이 필요하지만 사용하신 서비스는 이를 증명할 수 없습니다. 다른 방법으로 로그인해 주세요.',
  provider_level_unsupported:
    '이 페이지에는 사용하신 서비스보다 더 강력한 로그인이 필요합니다. 다른 방법으로 로그인해 주세요.',
  provider_refused:
    '로그인 서비스가 이 로그인을 거부하여 로그인되지 않았습니다. 처음부터 다시 시작하거나 다른 방법으로 로그인해 주세요.',
  provider_redirect_uri_mismatch:
    '로그인 서비스에서 이 사이트의 설정이 끝나지 않아 로그인되지 않았습니다. 다른 방법으로 로그인하거나 이 사이트의 운영자에게 알려 주세요.',
  provider_answer_invalid:
    '로그인 서비스의 응답을 신뢰할 수 없어 로그인되지 않았습니다. 처음부터 다시 시작해 주세요.',
  provider_notification_invalid:
    '이 메시지가 로그인 서비스에서 왔다는 것이 증명되지 않아 아무 작업도 하지 않았습니다. 서비스가 정한 형식으로 다시 보내 주세요.',
  account_refused:
    '이 계정은 이곳에 로그인할 수 없습니다. 다른 계정을 사용하거나 이 사이트의 운영자에게 문의해 주세요.',
  account_not_created:
    '이 사이트가 계정을 만들지 못했습니다. 이미 계정이 있다면 이전처럼 로그인한 다음 계정 페이지에서 이 로그인 방법을 추가해 주세요.',
  account_linked_elsewhere:
    '이 계정은 이미 다른 사용자에게 연결되어 있어 아무것도 변경되지 않았습니다. 옮기려면 이 계정으로 로그인하여 먼저 그곳에서 연결을 해제하세요.',
  account_last: '유일한 로그인 방법이므로 해제되지 않았습니다. 먼저 다른 방법을 추가해 주세요.',
  account_not_found:
    '이 계정은 회원님에게 연결되어 있지 않아 아무것도 변경되지 않았습니다. 계정 페이지를 다시 열어 주세요.',
  account_link_expired:
    '이 계정을 추가하는 데 시간이 너무 오래 걸려 아무것도 추가되지 않았습니다. 이 계정으로 한 번 더 로그인해 주세요.',
  session_required: '로그인되어 있지 않습니다. 먼저 로그인해 주세요.',
  session_not_allowed:
    '로그인되어 있지만 이 페이지는 회원님의 계정용이 아닙니다. 이용할 수 있어야 한다면 이 사이트의 운영자에게 문의해 주세요.',
  session_not_fresh:
    '로그인한 지 너무 오래되어 아무것도 변경되지 않았습니다. 다시 로그인하여 본인임을 확인해 주세요.',
  session_not_ended:
    '이 브라우저에서는 로그아웃되었지만 서버에 연결할 수 없어 서버의 세션을 종료하지 못했습니다. 공용 컴퓨터라면 몇 분 뒤에 돌아와 로그인한 다음 ‘다른 모든 곳에서 로그아웃’을 선택해 주세요.',
  session_other_person:
    '로그인된 계정과 다른 계정으로 확인하여 아무것도 변경되지 않았습니다. 다시 시도해 주세요.',
  session_other_provider:
    '이번 방문에 사용한 것과 다른 로그인 방법으로 확인하여 아무것도 변경되지 않았습니다. 같은 방법을 사용해 주세요.',
  session_too_large:
    '프로필이 이 사이트에 비해 너무 커서 로그인되지 않았습니다. 이 사이트의 운영자에게 알려 주세요.',
  token_absent:
    '다른 서비스에서 이 사이트에 권한을 주지 않아 아무 작업도 하지 않았습니다. 그곳에서 계정을 연결해 주세요.',
  token_revoked:
    '다른 서비스에서 주신 권한이 끝나 아무 작업도 하지 않았습니다. 그곳에서 계정을 다시 연결해 주세요.',
  token_unavailable: '다른 서비스가 지금 응답하지 않습니다. 1분 후에 다시 시도해 주세요.',
  token_origin_refused: '저희 쪽에 문제가 발생했습니다. 다시 시도해 주세요.',
  token_wrong_account:
    '다른 서비스에서 권한이 필요한 계정과 다른 계정을 선택하여 아무것도 변경되지 않았습니다. 해당 계정으로 다시 시도해 주세요.',
  user_not_found:
    '이 사용자는 더 이상 존재하지 않아 아무것도 변경되지 않았습니다. 페이지를 새로 고쳐 주세요.',
  user_fields_invalid:
    '이 사이트가 프로필을 읽을 수 없어 아무 작업도 하지 않았습니다. 이 사이트의 운영자에게 알려 주세요.',
  upstream_unavailable:
    '이 페이지의 애플리케이션이 지금 응답하지 않습니다. 사용자의 잘못이 아닙니다. 1분 후에 다시 시도해 주세요.',
  store_unavailable: '이 사이트가 지금 데이터에 접근할 수 없습니다. 1분 후에 다시 시도해 주세요.',
  request_cross_site_named:
    '이 요청은 {expected}이(가) 아니라 {received}에서 왔으므로 아무 작업도 하지 않았습니다. 저희 페이지로 돌아가 다시 시도해 주세요.',
  provider_denied_consent:
    '로그인 서비스에 권한이 필요했지만 받지 못해 로그인되지 않았습니다. 권한을 주시려면 처음부터 다시 시작해 주세요.',
  token_unavailable_refused:
    '다른 서비스가 권한을 갱신하지 않아 아무 작업도 하지 않았습니다. 그곳에서 계정을 다시 연결해 주세요.',

  // Apps without cookies, and devices
  clientConfirm: '{client}에 로그인할까요?',
  clientConfirmLead: '이 기기의 앱이 회원님으로 로그인하려고 합니다.',
  clientConfirmLeadHere: '이 컴퓨터의 프로그램이 회원님으로 로그인하려고 합니다.',
  clientConfirmWhen:
    '방금 {client}에서 직접 이 로그인을 시작한 경우에만 허용하세요. 계정 페이지에서 로그아웃할 때까지 회원님이 여기서 할 수 있는 일을 할 수 있습니다.',
  allow: '허용',
  doNotSignIn: '아니요, 로그인하지 않습니다',
  otherAccount: '다른 계정 사용',
  deviceCode: '기기 로그인',
  deviceCodeLead: '기기에 표시된 코드를 입력하세요.',
  deviceCodeField: '코드',
  deviceCodeWarning:
    '누군가 코드를 보냈거나 이 페이지를 열라고 했나요? 그렇다면 닫으세요. 그 사람이 회원님으로 로그인하게 됩니다.',
  continue: '계속',
  deviceConfirm: '이 기기를 로그인할까요?',
  deviceConfirmLead: '{client}이(가) 있는 기기가 회원님으로 로그인하려고 합니다.',
  deviceCompare: '앞에 있는 기기를 보세요. 정확히 이 코드가 표시되어 있나요?',
  deviceWarning:
    '누군가 이 코드나 이 페이지의 링크를 보냈나요? 그렇다면 거부하세요. 기기를 가진 사람이 회원님이 여기서 할 수 있는 모든 일을 할 수 있습니다. 저희는 절대 코드를 묻지 않습니다.',
  deviceAllow: '허용, 내 기기입니다',
  deviceAsked: '기기 요청 시각: {time}',
  deviceDone: '기기로 돌아가세요',
  deviceDoneLead: '몇 초 안에 {client}이(가) 로그인됩니다. 이 페이지를 닫아도 됩니다.',
  deviceDoneMistake: '실수였나요? 계정 페이지에서 기기를 로그아웃하세요.',
  deviceDenied: '기기가 로그인되지 않았습니다',
  deviceDeniedLead: '아무 작업도 하지 않았습니다. 이 페이지를 닫아도 됩니다.',

  // Errors of apps and devices
  request_not_local:
    '이 페이지는 여기서 열 수 없습니다. 이 사이트를 개발하는 컴퓨터용입니다. 이전 위치로 돌아가 주세요.',
  client_unknown:
    '이 사이트가 회원님을 보낸 앱을 알지 못해 아무 작업도 하지 않았습니다. 그 앱으로 돌아가 운영자에게 알려 주세요.',
  client_not_public:
    '사용하신 앱이 이 사이트가 할 수 없는 것을 요청하여 아무 작업도 하지 않았습니다. 앱에서 처음부터 다시 시작하거나 이 사이트의 운영자에게 알려 주세요.',
  client_redirect_uri_unknown:
    '회원님을 보낸 앱이 자신의 것이 아닌 주소로 응답을 요청하여 아무 작업도 하지 않았습니다. 이 페이지를 닫고 그 앱의 운영자에게 알려 주세요.',
  client_denied:
    '이 로그인을 허용하지 않아 아무 작업도 하지 않았습니다. 실수였다면 앱에서 처음부터 다시 시작해 주세요.',
  client_grant_invalid:
    '이 앱은 더 이상 로그인되어 있지 않아 아무 작업도 하지 않았습니다. 앱에서 다시 로그인해 주세요.',
  bearer_not_accepted:
    '이 페이지는 브라우저 로그인으로만 사용할 수 있어 아무 작업도 하지 않았습니다. 브라우저에서 열어 주세요.',
  device_code_unknown:
    '이 코드를 알 수 없거나 너무 오래되어 아무 작업도 하지 않았습니다. 기기를 다시 확인해 주세요.',
  device_code_expired:
    '답하는 데 시간이 너무 오래 걸려 아무 작업도 하지 않았습니다. 기기에서 처음부터 다시 시작해 주세요.',
  device_guesses_exceeded:
    '잘못된 코드를 너무 많이 입력하여 이 페이지는 지금 코드를 받지 않습니다. 10분 기다린 뒤 다시 시도해 주세요.',
  bearer_token_missing:
    '이 주소는 계정에 연결된 앱용이므로 아무 작업도 하지 않았습니다. 그런 앱에서 열어 주세요.',
  bearer_request_malformed:
    '이 앱이 이해할 수 없는 요청을 보냈습니다. 앱을 업데이트하거나 제작자에게 알려 주세요.',
  bearer_token_invalid:
    '이 앱의 접근 권한이 끝나 아무 작업도 하지 않았습니다. 앱을 계정에 다시 연결해 주세요.',
  bearer_scope_insufficient:
    '허용하지 않았으므로 이 앱은 이 작업을 할 수 없습니다. 앱을 다시 연결하고 그곳에서 허용해 주세요.',
  bearer_level_insufficient:
    '이 앱에 본인이라는 새로운 확인이 필요하여 아무 작업도 하지 않았습니다. 앱에서 다시 로그인해 주세요.',
  dpop_proof_invalid: '이 앱은 로그인에 사용한 앱임을 증명하지 못했습니다. 앱에서 다시 로그인해 주세요.',
  dpop_nonce_required: '이 앱은 로그인에 사용한 앱임을 한 번 더 증명해야 합니다. 앱에서 다시 시도해 주세요.',
}
