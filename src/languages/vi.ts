// Vietnamese.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Trang chủ',
  or: 'hoặc',
  signIn: 'Đăng nhập',
  signOut: 'Đăng xuất',
  signedInAs: 'Bạn đang đăng nhập với tên {name}.',
  signedInAsWith: 'Bạn đang đăng nhập với tên {name} ({email}).',
  signedInNameless: 'Bạn đang đăng nhập.',
  yourAccount: 'tài khoản của bạn',

  // Sign-in page
  signInLead: 'Chọn một tài khoản mà bạn đã có.',
  signInLeadSite: 'Dùng tài khoản mà bạn đã có để tiếp tục đến {site}.',
  signInLeadAgain: 'Tiếp tục như hiện tại, hoặc dùng tài khoản khác.',
  continueWith: 'Tiếp tục với {provider}',
  continueAs: 'Tiếp tục với tên {name}',
  lastUsed: 'Dùng gần đây nhất',
  noProviders: 'Hiện không có cách nào để đăng nhập.',
  confirmTitle: 'Xác nhận đó là bạn',
  confirmLead: 'Để mở trang này, vui lòng đăng nhập lại.',
  confirmWith: 'Xác nhận với {provider}',

  // Account page
  account: 'Tài khoản',
  waysToSignIn: 'Các cách đăng nhập',
  inUse: 'Đang dùng',
  accountTimes: 'Đã thêm {added} · dùng lần cuối {used}',
  onlyWay: 'Đây là cách đăng nhập duy nhất của bạn nên không thể gỡ.',
  unlink: 'Gỡ',
  addAnother: 'Thêm tài khoản khác',
  addProvider: 'Thêm {provider}',
  changeAccounts: 'Thêm hoặc gỡ tài khoản',
  confirmFirst: 'Để bảo vệ tài khoản, trước tiên vui lòng xác nhận đó là bạn.',
  signInAgainFirst: 'Để bảo vệ tài khoản, trước tiên vui lòng đăng xuất rồi đăng nhập lại.',
  whereSignedIn: 'Nơi bạn đang đăng nhập',
  thisBrowser: 'Trình duyệt này',
  sessionWith: 'Qua {provider}',
  sessionWithFrom: 'Qua {provider} · từ {address}',
  sessionTimes: 'Từ {start} · hoạt động lần cuối {seen}',
  signOutElsewhere: 'Đăng xuất ở mọi nơi khác',
  browserOnSystem: '{browser} trên {system}',
  browserOfSystem: 'Trình duyệt trên {system}',
  browserUnknown: 'Trình duyệt không rõ',

  // Sign-out pages
  signOutTitle: 'Đăng xuất?',
  signOutLead: 'Phiên của bạn trong trình duyệt này sẽ kết thúc.',
  staySignedIn: 'Vẫn đăng nhập',
  signedOut: 'Bạn đã đăng xuất',
  signedOutLead: 'Bây giờ bạn có thể đóng cửa sổ này.',
  signInAgain: 'Đăng nhập lại',
  sharedComputer:
    'Máy tính này dùng chung? Có thể bạn vẫn đang đăng nhập ở dịch vụ mà bạn đã dùng để đăng nhập. Hãy đăng xuất ở đó nữa.',

  // Adding an account
  linkOffer: 'Bạn đã có tài khoản',
  linkOfferLead:
    'Đăng nhập vào tài khoản đó một lần để thêm {provider}. Sau đó cả hai đều mở cùng một tài khoản.',
  migration: 'Bạn đã từng đến đây chưa?',
  migrationLead:
    'Trang web này có cách đăng nhập mới. Nếu bạn có tài khoản ở đây, hãy đăng nhập một lần theo cách cũ. Sau đó {provider} sẽ mở tài khoản ấy.',
  toBeAdded: 'Sẽ được thêm',
  newHere: 'Tôi là người mới',
  separateAccount: 'Tạo tài khoản riêng',
  linkConfirm: 'Thêm {provider} vào tài khoản của bạn?',
  linkConfirmLead: 'Nếu đồng ý, bạn cũng có thể đăng nhập bằng tài khoản này:',
  linkYes: 'Có, thêm vào',
  linkNo: 'Không, giữ nguyên mọi thứ',

  // Data deletion
  codeUnknown: 'Chúng tôi không biết mã này',
  codeUnknownLead: {
    other: 'Vui lòng so với mã mà bạn đã nhận. Có thể tra cứu yêu cầu trong {count} ngày.',
  },
  dataDeleted: 'Dữ liệu của bạn đã được xóa',
  dataDeletedLead:
    'Yêu cầu của bạn đã được thực hiện. Tài khoản của dịch vụ đó không thể đăng nhập ở đây nữa. Chúng tôi đã xóa những gì dịch vụ gửi cho chúng tôi về bạn và đăng xuất mọi thiết bị đã đăng nhập bằng tài khoản đó.',
  confirmationCode: 'Mã xác nhận: {code}',

  // Notices above a page
  noticeLinked: 'Đã thêm tài khoản. Từ nay bạn có thể đăng nhập bằng tài khoản này.',
  noticeUnlinked:
    'Đã gỡ tài khoản. Không thể đăng nhập bằng tài khoản này nữa, và các thiết bị đã đăng nhập bằng nó đã bị đăng xuất.',
  noticeUnlinkedHere:
    'Đã gỡ tài khoản, và trình duyệt này, vốn đăng nhập bằng nó, đã bị đăng xuất. Vui lòng đăng nhập bằng cách khác.',
  noticeSessionEnded: 'Thiết bị đó đã được đăng xuất.',
  noticeSessionsEnded: 'Mọi thiết bị khác đã được đăng xuất.',
  noticeLinkDeclined: 'Không có gì được thêm.',

  // Error page
  errorNotFound: 'Không tìm thấy',
  errorUnchanged: 'Không có gì thay đổi',
  errorUnavailable: 'Hiện không khả dụng',
  errorOurs: 'Đã xảy ra sự cố',
  errorSession: 'Đăng nhập để tiếp tục',
  errorSignIn: 'Chưa đăng nhập xong',
  errorOther: 'Không thành công',
  tryAgain: 'Thử lại',
  goHome: 'Về trang đầu',
  reference: 'Mã tham chiếu {code}',

  // Errors
  config_origin_missing:
    'Trang web này chưa được thiết lập xong nên bạn chưa thể đăng nhập. Vui lòng báo cho người quản lý trang web này.',
  config_store_missing:
    'Trang web này không cung cấp điều này, nên chưa có gì được thực hiện. Vui lòng quay lại trang trước đó.',
  request_not_found: 'Không có trang nào ở địa chỉ này. Vui lòng kiểm tra địa chỉ, hoặc về trang đầu.',
  request_method_not_allowed:
    'Địa chỉ này không dùng được theo cách này, nên chưa có gì được thực hiện. Vui lòng quay lại các trang của chúng tôi và thử lại.',
  request_cross_site:
    'Yêu cầu này đến từ trang web khác, nên chưa có gì được thực hiện. Vui lòng quay lại các trang của chúng tôi và thử lại.',
  request_not_navigation:
    'Địa chỉ này chỉ hoạt động khi chính bạn mở nó như một trang, nên chưa có gì được thực hiện. Vui lòng quay lại các trang của chúng tôi và thử lại.',
  request_wrong_host:
    'Trang web này không được thiết lập cho địa chỉ trong trình duyệt của bạn, nên chưa có gì được thực hiện. Vui lòng báo cho người quản lý trang web này.',
  request_too_large:
    'Trình duyệt của bạn đã gửi nhiều hơn mức trang này chấp nhận, nên chưa có gì được thực hiện. Vui lòng quay lại và gửi ít hơn.',
  request_malformed:
    'Trình duyệt của bạn đã gửi nội dung mà trang này không đọc được, nên chưa có gì được thực hiện. Vui lòng quay lại và thử lại.',
  attempt_missing:
    'Lần đăng nhập này đã được dùng, hoặc được bắt đầu ở trình duyệt hay cửa sổ khác. Vui lòng bắt đầu lại.',
  attempt_invalid:
    'Trang web này không còn đọc được lần đăng nhập mà bạn đã bắt đầu, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại.',
  attempt_expired:
    'Lần đăng nhập này mất quá nhiều thời gian, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại.',
  attempt_wrong_provider:
    'Câu trả lời đến từ dịch vụ đăng nhập khác với dịch vụ bạn chọn, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại.',
  attempt_already_used: 'Lần đăng nhập này đã được dùng. Vui lòng bắt đầu lại.',
  attempt_session_changed:
    'Trong lúc đó bạn đã đăng xuất hoặc đổi tài khoản, nên không có gì được thêm. Vui lòng thử lại.',
  provider_unknown: 'Trang web này không có cách đăng nhập này. Vui lòng chọn cách khác.',
  provider_place_invalid:
    'Không thể đăng nhập ở đây bằng địa chỉ này. Vui lòng kiểm tra chính tả và thử lại.',
  provider_unavailable:
    'Dịch vụ đăng nhập này hiện không phản hồi. Vui lòng thử lại sau một phút, hoặc đăng nhập bằng cách khác.',
  provider_certificate_invalid:
    'Trang web này không thể kết nối an toàn với dịch vụ đăng nhập này. Vui lòng đăng nhập bằng cách khác, hoặc báo cho người quản lý trang web này.',
  provider_denied:
    'Dịch vụ đăng nhập không cho phép lần đăng nhập này, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại, hoặc đăng nhập bằng cách khác.',
  provider_interaction_required:
    'Dịch vụ đăng nhập cần bạn trả lời trước, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại.',
  provider_freshness_unproven:
    'Dịch vụ đăng nhập không xác nhận rằng bạn vừa đăng nhập, nên chưa có gì được thực hiện. Vui lòng thử lại, hoặc đăng xuất rồi đăng nhập lại trước.',
  provider_freshness_unsupported:
    'Trang này cần một lần đăng nhập gần đây, và dịch vụ bạn đã dùng không chứng minh được điều đó. Vui lòng đăng nhập bằng cách khác.',
  provider_level_unsupported:
    'Trang này cần cách đăng nhập mạnh hơn cách mà dịch vụ bạn đã dùng cung cấp. Vui lòng đăng nhập bằng cách khác.',
  provider_refused:
    'Dịch vụ đăng nhập đã từ chối lần đăng nhập này, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại, hoặc đăng nhập bằng cách khác.',
  provider_redirect_uri_mismatch:
    'Trang web này chưa được thiết lập xong ở dịch vụ đăng nhập, nên bạn chưa được đăng nhập. Vui lòng đăng nhập bằng cách khác, hoặc báo cho người quản lý trang web này.',
  provider_answer_invalid:
    'Dịch vụ đăng nhập đã đưa ra câu trả lời mà chúng tôi không thể tin cậy, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại.',
  provider_notification_invalid:
    'Thông điệp này không chứng minh rằng nó đến từ dịch vụ đăng nhập, nên chưa có gì được thực hiện. Vui lòng gửi lại theo dạng mà dịch vụ quy định.',
  account_refused:
    'Tài khoản này không được phép đăng nhập ở đây. Vui lòng dùng tài khoản khác, hoặc hỏi người quản lý trang web này.',
  account_not_created:
    'Trang web này không thể tạo tài khoản cho bạn. Nếu bạn đã có tài khoản, vui lòng đăng nhập như trước, rồi thêm cách đăng nhập này trên trang tài khoản.',
  account_linked_elsewhere:
    'Tài khoản này đã được liên kết với người dùng khác ở đây, nên không có gì thay đổi. Để chuyển, hãy đăng nhập bằng tài khoản này và gỡ nó ở đó trước.',
  account_last: 'Đây là cách đăng nhập duy nhất của bạn nên chưa bị gỡ. Vui lòng thêm cách khác trước.',
  account_not_found:
    'Tài khoản này không liên kết với bạn, nên không có gì thay đổi. Vui lòng mở lại trang tài khoản.',
  account_link_expired:
    'Việc thêm tài khoản này mất quá nhiều thời gian, nên không có gì được thêm. Vui lòng đăng nhập bằng tài khoản này thêm một lần.',
  session_required: 'Bạn chưa đăng nhập. Vui lòng đăng nhập trước.',
  session_not_allowed:
    'Bạn đã đăng nhập, nhưng trang này không dành cho tài khoản của bạn. Nếu đáng lẽ phải được, vui lòng hỏi người quản lý trang web này.',
  session_not_fresh:
    'Đã quá lâu kể từ khi bạn đăng nhập, nên không có gì thay đổi. Vui lòng xác nhận đó là bạn bằng cách đăng nhập lại.',
  session_not_ended:
    'Bạn đã đăng xuất trong trình duyệt này, nhưng không kết nối được với máy chủ của chúng tôi để kết thúc phiên ở đó. Trên máy tính dùng chung, vui lòng quay lại sau vài phút, đăng nhập và chọn “Đăng xuất ở mọi nơi khác”.',
  session_other_person:
    'Bạn đã xác nhận bằng tài khoản khác với tài khoản đang đăng nhập, nên không có gì thay đổi. Vui lòng thử lại.',
  session_other_provider:
    'Bạn đã xác nhận bằng cách đăng nhập khác với cách của lần này, nên không có gì thay đổi. Vui lòng dùng đúng cách đó.',
  session_too_large:
    'Hồ sơ của bạn quá lớn đối với trang web này, nên bạn chưa được đăng nhập. Vui lòng báo cho người quản lý trang web này.',
  token_absent:
    'Trang web này không có quyền từ bạn ở dịch vụ kia, nên chưa có gì được thực hiện. Vui lòng kết nối tài khoản của bạn ở đó.',
  token_revoked:
    'Quyền của bạn ở dịch vụ kia đã hết, nên chưa có gì được thực hiện. Vui lòng kết nối lại tài khoản của bạn ở đó.',
  token_unavailable: 'Dịch vụ kia hiện không phản hồi. Vui lòng thử lại sau một phút.',
  token_origin_refused: 'Đã xảy ra sự cố ở phía chúng tôi. Vui lòng thử lại.',
  token_wrong_account:
    'Ở dịch vụ kia bạn đã chọn tài khoản khác với tài khoản cần quyền của bạn, nên không có gì thay đổi. Vui lòng thử lại với tài khoản đó.',
  user_not_found: 'Người dùng này không còn ở đây, nên không có gì thay đổi. Vui lòng tải lại trang.',
  user_fields_invalid:
    'Trang web này không đọc được hồ sơ của bạn, nên chưa có gì được thực hiện. Vui lòng báo cho người quản lý trang web này.',
  upstream_unavailable:
    'Ứng dụng phía sau trang này hiện không phản hồi. Bạn không làm gì sai. Vui lòng thử lại sau một phút.',
  store_unavailable: 'Trang web này hiện không truy cập được dữ liệu. Vui lòng thử lại sau một phút.',
  request_cross_site_named:
    'Yêu cầu này đến từ {received} chứ không phải từ {expected}, nên chưa có gì được thực hiện. Vui lòng quay lại các trang của chúng tôi và thử lại.',
  provider_denied_consent:
    'Dịch vụ đăng nhập cần quyền của bạn nhưng chưa nhận được, nên bạn chưa được đăng nhập. Vui lòng bắt đầu lại khi bạn muốn cấp quyền.',
  token_unavailable_refused:
    'Dịch vụ kia không gia hạn quyền của bạn, nên chưa có gì được thực hiện. Vui lòng kết nối lại tài khoản của bạn ở đó.',

  // Apps without cookies, and devices
  clientConfirm: 'Đăng nhập vào {client}?',
  clientConfirmLead: 'Một ứng dụng trên thiết bị này yêu cầu đăng nhập với danh nghĩa của bạn:',
  clientConfirmLeadHere: 'Một chương trình trên máy tính này yêu cầu đăng nhập với danh nghĩa của bạn:',
  clientConfirmWhen:
    'Chỉ cho phép nếu chính bạn vừa bắt đầu lần đăng nhập này trong {client}. Nó có thể làm mọi việc bạn làm được ở đây, cho đến khi bạn đăng xuất nó trên trang tài khoản.',
  allow: 'Cho phép',
  doNotSignIn: 'Không, đừng đăng nhập',
  otherAccount: 'Dùng tài khoản khác',
  deviceCode: 'Đăng nhập thiết bị',
  deviceCodeLead: 'Nhập mã mà thiết bị của bạn hiển thị.',
  deviceCodeField: 'Mã',
  deviceCodeWarning:
    'Có ai gửi mã cho bạn hoặc nhờ bạn mở trang này? Vậy hãy đóng lại: người đó sẽ đăng nhập với danh nghĩa của bạn.',
  continue: 'Tiếp tục',
  deviceConfirm: 'Đăng nhập thiết bị này?',
  deviceConfirmLead: 'Một thiết bị có {client} yêu cầu đăng nhập với danh nghĩa của bạn:',
  deviceCompare: 'Hãy nhìn thiết bị trước mặt bạn. Nó có hiển thị đúng mã này không?',
  deviceWarning:
    'Có ai gửi cho bạn mã này hoặc liên kết đến trang này? Vậy hãy từ chối. Người giữ thiết bị có thể làm mọi việc bạn làm được ở đây. Chúng tôi không bao giờ hỏi mã của bạn.',
  deviceAllow: 'Cho phép, đây là thiết bị của tôi',
  deviceAsked: 'Thiết bị yêu cầu lúc {time}.',
  deviceDone: 'Quay lại thiết bị của bạn',
  deviceDoneLead: '{client} sẽ đăng nhập ở đó trong vài giây. Bạn có thể đóng trang này.',
  deviceDoneMistake: 'Đó là nhầm lẫn? Hãy đăng xuất thiết bị trên trang tài khoản.',
  deviceDenied: 'Thiết bị chưa được đăng nhập',
  deviceDeniedLead: 'Chưa có gì được thực hiện. Bạn có thể đóng trang này.',

  // Errors of apps and devices
  request_not_local:
    'Không thể mở trang này từ đây: trang dành cho máy tính đang phát triển trang web này. Vui lòng quay lại nơi bạn vừa ở.',
  client_unknown:
    'Trang web này không biết ứng dụng đã đưa bạn đến đây, nên chưa có gì được thực hiện. Vui lòng quay lại ứng dụng đó và báo cho người quản lý ứng dụng.',
  client_not_public:
    'Ứng dụng bạn dùng đã yêu cầu điều mà trang web này không làm được, nên chưa có gì được thực hiện. Vui lòng bắt đầu lại trong ứng dụng đó, hoặc báo cho người quản lý trang web này.',
  client_redirect_uri_unknown:
    'Ứng dụng đã đưa bạn đến đây muốn nhận câu trả lời ở một địa chỉ không phải của nó, nên chưa có gì được thực hiện. Vui lòng đóng trang này và báo cho người quản lý ứng dụng đó.',
  client_denied:
    'Bạn không cho phép lần đăng nhập này, nên chưa có gì được thực hiện. Nếu đó là nhầm lẫn, vui lòng bắt đầu lại trong ứng dụng.',
  client_grant_invalid:
    'Ứng dụng này không còn đăng nhập, nên chưa có gì được thực hiện. Vui lòng đăng nhập lại ở đó.',
  bearer_not_accepted:
    'Trang này chỉ hoạt động với đăng nhập của trình duyệt, nên chưa có gì được thực hiện. Vui lòng mở trong trình duyệt của bạn.',
  device_code_unknown:
    'Trang web này không biết mã này, hoặc mã đã quá cũ, nên chưa có gì được thực hiện. Vui lòng xem lại thiết bị của bạn.',
  device_code_expired:
    'Bạn trả lời quá lâu, nên chưa có gì được thực hiện. Vui lòng bắt đầu lại trên thiết bị của bạn.',
  device_guesses_exceeded:
    'Bạn đã nhập quá nhiều mã sai, nên trang này tạm thời không nhận mã nào. Vui lòng đợi mười phút rồi thử lại.',
  bearer_token_missing:
    'Địa chỉ này dành cho các ứng dụng đã kết nối với tài khoản của bạn, nên chưa có gì được thực hiện. Vui lòng mở trong ứng dụng như vậy.',
  bearer_request_malformed:
    'Ứng dụng này đã gửi một yêu cầu không hiểu được. Vui lòng cập nhật ứng dụng, hoặc báo cho người làm ra nó.',
  bearer_token_invalid:
    'Quyền truy cập của ứng dụng này đã hết, nên chưa có gì được thực hiện. Vui lòng kết nối lại ứng dụng với tài khoản của bạn.',
  bearer_scope_insufficient:
    'Ứng dụng này không được làm điều này vì bạn chưa cho phép. Vui lòng kết nối lại ứng dụng và cho phép ở đó.',
  bearer_level_insufficient:
    'Ứng dụng này cần bằng chứng mới rằng đó là bạn, nên chưa có gì được thực hiện. Vui lòng đăng nhập lại trong ứng dụng.',
  dpop_proof_invalid:
    'Ứng dụng này không chứng minh được rằng bạn đã đăng nhập bằng nó. Vui lòng đăng nhập lại ở đó.',
  dpop_nonce_required:
    'Ứng dụng này phải chứng minh thêm một lần rằng bạn đã đăng nhập bằng nó. Vui lòng thử lại ở đó.',
}
