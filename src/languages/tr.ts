// Turkish.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Ana sayfa',
  or: 'veya',
  signIn: 'Oturum aç',
  signOut: 'Oturumu kapat',
  signedInAs: '{name} olarak oturum açtınız.',
  signedInAsWith: '{name} ({email}) olarak oturum açtınız.',
  signedInNameless: 'Oturumunuz açık.',
  yourAccount: 'hesabınız',

  // Sign-in page
  signInLead: 'Zaten sahip olduğunuz bir hesap seçin.',
  signInLeadSite: '{site} sitesine devam etmek için zaten sahip olduğunuz bir hesabı kullanın.',
  signInLeadAgain: 'Bu şekilde devam edin veya başka bir hesap kullanın.',
  continueWith: '{provider} ile devam et',
  continueAs: '{name} olarak devam et',
  lastUsed: 'Son kullanılan',
  noProviders: 'Şu anda oturum açmanın bir yolu yok.',
  confirmTitle: 'Siz olduğunuzu doğrulayın',
  confirmLead: 'Bu sayfayı açmak için lütfen yeniden oturum açın.',
  confirmWith: '{provider} ile doğrula',

  // Account page
  account: 'Hesap',
  waysToSignIn: 'Oturum açma yolları',
  inUse: 'Şu anda kullanımda',
  accountTimes: 'Eklenme: {added} · son kullanım: {used}',
  onlyWay: 'Bu, oturum açmanın tek yolu olduğundan kaldırılamaz.',
  unlink: 'Kaldır',
  addAnother: 'Başka bir hesap ekle',
  addProvider: '{provider} ekle',
  changeAccounts: 'Hesap ekle veya kaldır',
  confirmFirst: 'Hesabınızın güvenliği için lütfen önce siz olduğunuzu doğrulayın.',
  signInAgainFirst: 'Hesabınızın güvenliği için lütfen önce oturumu kapatıp yeniden açın.',
  whereSignedIn: 'Oturumunuzun açık olduğu yerler',
  thisBrowser: 'Bu tarayıcı',
  sessionWith: '{provider} ile',
  sessionWithFrom: '{provider} ile · {address} adresinden',
  sessionTimes: 'Başlangıç: {start} · son görülme: {seen}',
  signOutElsewhere: 'Diğer her yerde oturumu kapat',
  browserOnSystem: '{system} üzerinde {browser}',
  browserOfSystem: '{system} üzerinde bir tarayıcı',
  browserUnknown: 'Bilinmeyen tarayıcı',

  // Sign-out pages
  signOutTitle: 'Oturum kapatılsın mı?',
  signOutLead: 'Bu, bu tarayıcıdaki oturumunuzu sona erdirir.',
  staySignedIn: 'Oturumu açık tut',
  signedOut: 'Oturumunuz kapatıldı',
  signedOutLead: 'Bu pencereyi artık kapatabilirsiniz.',
  signInAgain: 'Yeniden oturum aç',
  sharedComputer:
    'Bu bilgisayar ortak mı kullanılıyor? Oturum açarken kullandığınız hizmette oturumunuz hâlâ açık olabilir. Oradan da çıkın.',

  // Adding an account
  linkOffer: 'Zaten bir hesabınız var',
  linkOfferLead:
    '{provider} eklemek için o hesaba bir kez oturum açın. Bundan sonra ikisi de aynı hesabı açar.',
  migration: 'Buraya daha önce geldiniz mi?',
  migrationLead:
    'Bu sitede oturum açmanın yeni bir yolu var. Burada bir hesabınız varsa bir kez eski yolla oturum açın. Bundan sonra hesabı {provider} açar.',
  toBeAdded: 'Eklenecek',
  newHere: 'Burada yeniyim',
  separateAccount: 'Ayrı bir hesap oluştur',
  linkConfirm: '{provider} hesabınıza eklensin mi?',
  linkConfirmLead: 'Evet derseniz bu hesapla da oturum açabilirsiniz:',
  linkYes: 'Evet, ekle',
  linkNo: 'Hayır, her şey olduğu gibi kalsın',

  // Data deletion
  codeUnknown: 'Bu kodu tanımıyoruz',
  codeUnknownLead: {
    one: 'Lütfen aldığınız kodla karşılaştırın. Bir istek {count} gün boyunca sorgulanabilir.',
    other: 'Lütfen aldığınız kodla karşılaştırın. Bir istek {count} gün boyunca sorgulanabilir.',
  },
  dataDeleted: 'Verileriniz silindi',
  dataDeletedLead:
    'İsteğiniz yerine getirildi. O hizmetin hesabı artık burada oturum açamaz. Hizmetin sizinle ilgili bize gönderdiklerini sildik ve o hesapla oturum açan tüm cihazların oturumunu kapattık.',
  confirmationCode: 'Onay kodu: {code}',

  // Notices above a page
  noticeLinked: 'Hesap eklendi. Artık onunla oturum açabilirsiniz.',
  noticeUnlinked:
    'Hesap kaldırıldı. Artık onunla oturum açılamaz ve onunla oturum açan cihazların oturumu kapatıldı.',
  noticeUnlinkedHere:
    'Hesap kaldırıldı ve onunla oturum açan bu tarayıcının oturumu kapatıldı. Lütfen başka bir yolla oturum açın.',
  noticeSessionEnded: 'O cihazın oturumu kapatıldı.',
  noticeSessionsEnded: 'Diğer tüm cihazların oturumu kapatıldı.',
  noticeLinkDeclined: 'Hiçbir şey eklenmedi.',

  // Error page
  errorNotFound: 'Bulunamadı',
  errorUnchanged: 'Hiçbir şey değişmedi',
  errorUnavailable: 'Şu anda kullanılamıyor',
  errorOurs: 'Bir sorun oluştu',
  errorSession: 'Devam etmek için oturum açın',
  errorSignIn: 'Oturum açma tamamlanmadı',
  errorOther: 'Bu olmadı',
  tryAgain: 'Yeniden dene',
  goHome: 'Başa dön',
  reference: 'Başvuru no. {code}',

  // Errors
  config_origin_missing:
    'Bu sitenin kurulumu tamamlanmadı, bu yüzden henüz oturum açamazsınız. Lütfen bu siteyi yönetenlere bildirin.',
  config_store_missing:
    'Bu site bunu sunmuyor, bu yüzden hiçbir şey yapılmadı. Lütfen geldiğiniz sayfaya dönün.',
  request_not_found: 'Bu adreste sayfa yok. Lütfen adresi kontrol edin veya başa dönün.',
  request_method_not_allowed:
    'Bu adres bu şekilde çalışmaz, bu yüzden hiçbir şey yapılmadı. Lütfen sayfalarımıza dönüp yeniden deneyin.',
  request_cross_site:
    'Bu istek başka bir siteden geldi, bu yüzden hiçbir şey yapılmadı. Lütfen sayfalarımıza dönüp yeniden deneyin.',
  request_not_navigation:
    'Bu adres yalnızca kendinizin açtığı bir sayfa olarak çalışır, bu yüzden hiçbir şey yapılmadı. Lütfen sayfalarımıza dönüp yeniden deneyin.',
  request_wrong_host:
    'Bu site, tarayıcınızdaki adres için ayarlanmamış, bu yüzden hiçbir şey yapılmadı. Lütfen bu siteyi yönetenlere bildirin.',
  request_too_large:
    'Tarayıcınız bu sayfanın kabul ettiğinden fazlasını gönderdi, bu yüzden hiçbir şey yapılmadı. Lütfen geri dönüp daha azını gönderin.',
  request_malformed:
    'Tarayıcınız bu sayfanın okuyamadığı bir şey gönderdi, bu yüzden hiçbir şey yapılmadı. Lütfen geri dönüp yeniden deneyin.',
  attempt_missing:
    'Bu oturum açma işlemi zaten kullanıldı ya da başka bir tarayıcıda veya pencerede başlatıldı. Lütfen baştan başlayın.',
  attempt_invalid:
    'Bu site, başlattığınız oturum açma işlemini artık okuyamıyor, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın.',
  attempt_expired: 'Oturum açma çok uzun sürdü, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın.',
  attempt_wrong_provider:
    'Yanıt, seçtiğinizden başka bir oturum açma hizmetinden geldi, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın.',
  attempt_already_used: 'Bu oturum açma işlemi zaten kullanıldı. Lütfen baştan başlayın.',
  attempt_session_changed:
    'Bu arada oturumu kapattınız veya hesap değiştirdiniz, bu yüzden hiçbir şey eklenmedi. Lütfen yeniden deneyin.',
  provider_unknown: 'Bu site bu oturum açma yolunu sunmuyor. Lütfen başka birini seçin.',
  provider_place_invalid:
    'Bu adresle burada oturum açamazsınız. Lütfen yazımını kontrol edip yeniden deneyin.',
  provider_unavailable:
    'Bu oturum açma hizmeti şu anda yanıt vermiyor. Lütfen bir dakika sonra yeniden deneyin veya başka bir yolla oturum açın.',
  provider_certificate_invalid:
    'Bu site, bu oturum açma hizmetine güvenli biçimde bağlanamıyor. Lütfen başka bir yolla oturum açın veya bu siteyi yönetenlere bildirin.',
  provider_denied:
    'Oturum açma hizmeti buna izin vermedi, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın veya başka bir yolla oturum açın.',
  provider_interaction_required:
    'Oturum açma hizmetinin önce sizden bir yanıt alması gerekiyor, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın.',
  provider_freshness_unproven:
    'Oturum açma hizmeti az önce oturum açtığınızı doğrulamadı, bu yüzden hiçbir şey yapılmadı. Lütfen yeniden deneyin veya önce oturumu kapatıp yeniden açın.',
  provider_freshness_unsupported:
    'Bu sayfa yakın zamanda oturum açılmasını gerektiriyor ve kullandığınız hizmet bunu kanıtlayamıyor. Lütfen başka bir yolla oturum açın.',
  provider_level_unsupported:
    'Bu sayfa, kullandığınız hizmetin sunduğundan daha güçlü bir oturum açma gerektiriyor. Lütfen başka bir yolla oturum açın.',
  provider_refused:
    'Oturum açma hizmeti bu işlemi reddetti, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın veya başka bir yolla oturum açın.',
  provider_redirect_uri_mismatch:
    'Bu sitenin oturum açma hizmetindeki kurulumu tamamlanmadı, bu yüzden oturumunuz açılmadı. Lütfen başka bir yolla oturum açın veya bu siteyi yönetenlere bildirin.',
  provider_answer_invalid:
    'Oturum açma hizmeti güvenemeyeceğimiz bir yanıt verdi, bu yüzden oturumunuz açılmadı. Lütfen baştan başlayın.',
  provider_notification_invalid:
    'Bu ileti, oturum açma hizmetinden geldiğini kanıtlamıyor, bu yüzden hiçbir şey yapılmadı. Lütfen hizmetin belirlediği biçimde yeniden gönderin.',
  account_refused:
    'Bu hesap burada oturum açamaz. Lütfen başka bir hesap kullanın veya bu siteyi yönetenlere sorun.',
  account_not_created:
    'Bu site sizin için bir hesap oluşturamadı. Zaten bir hesabınız varsa lütfen eskisi gibi oturum açın ve bu yolu hesap sayfanızda ekleyin.',
  account_linked_elsewhere:
    'Bu hesap burada zaten başka bir kullanıcıya bağlı, bu yüzden hiçbir şey değişmedi. Taşımak için onunla oturum açın ve önce oradan kaldırın.',
  account_last: 'Bu, oturum açmanın tek yolu olduğundan kaldırılmadı. Lütfen önce başka birini ekleyin.',
  account_not_found:
    'Bu hesap size bağlı değil, bu yüzden hiçbir şey değişmedi. Lütfen hesap sayfanızı yeniden açın.',
  account_link_expired:
    'Bu hesabı eklemek çok uzun sürdü, bu yüzden hiçbir şey eklenmedi. Lütfen onunla bir kez daha oturum açın.',
  session_required: 'Oturumunuz açık değil. Lütfen önce oturum açın.',
  session_not_allowed:
    'Oturumunuz açık, ancak bu sayfa hesabınız için değil. Öyle olması gerekiyorsa lütfen bu siteyi yönetenlere sorun.',
  session_not_fresh:
    'Oturum açmanızın üzerinden çok zaman geçti, bu yüzden hiçbir şey değişmedi. Lütfen yeniden oturum açarak siz olduğunuzu doğrulayın.',
  session_not_ended:
    'Bu tarayıcıda oturumunuz kapatıldı, ancak oturumu orada da sona erdirmek için sunucumuza ulaşılamadı. Ortak bir bilgisayarda lütfen birkaç dakika sonra geri gelin, oturum açın ve “Diğer her yerde oturumu kapat” seçeneğini seçin.',
  session_other_person:
    'Oturum açtığınızdan başka bir hesapla doğruladınız, bu yüzden hiçbir şey değişmedi. Lütfen yeniden deneyin.',
  session_other_provider:
    'Bu ziyarette kullandığınızdan başka bir oturum açma yoluyla doğruladınız, bu yüzden hiçbir şey değişmedi. Lütfen o yolu kullanın.',
  session_too_large:
    'Profiliniz bu site için çok büyük, bu yüzden oturumunuz açılmadı. Lütfen bu siteyi yönetenlere bildirin.',
  token_absent:
    'Bu sitenin diğer hizmette sizden izni yok, bu yüzden hiçbir şey yapılmadı. Lütfen hesabınızı orada bağlayın.',
  token_revoked:
    'Diğer hizmetteki izniniz sona erdi, bu yüzden hiçbir şey yapılmadı. Lütfen hesabınızı orada yeniden bağlayın.',
  token_unavailable: 'Diğer hizmet şu anda yanıt vermiyor. Lütfen bir dakika sonra yeniden deneyin.',
  token_origin_refused: 'Bizim tarafımızda bir sorun oluştu. Lütfen yeniden deneyin.',
  token_wrong_account:
    'Diğer hizmette, izninize gerek duyandan başka bir hesap seçtiniz, bu yüzden hiçbir şey değişmedi. Lütfen o hesapla yeniden deneyin.',
  user_not_found:
    'Bu kullanıcı artık burada değil, bu yüzden hiçbir şey değişmedi. Lütfen sayfayı yenileyin.',
  user_fields_invalid:
    'Bu site profilinizi okuyamıyor, bu yüzden hiçbir şey yapılmadı. Lütfen bu siteyi yönetenlere bildirin.',
  upstream_unavailable:
    'Bu sayfanın arkasındaki uygulama şu anda yanıt vermiyor. Yanlış bir şey yapmadınız. Lütfen bir dakika sonra yeniden deneyin.',
  store_unavailable: 'Bu site şu anda verilerine ulaşamıyor. Lütfen bir dakika sonra yeniden deneyin.',
  request_cross_site_named:
    'Bu istek {expected} yerine {received} adresinden geldi, bu yüzden hiçbir şey yapılmadı. Lütfen sayfalarımıza dönüp yeniden deneyin.',
  provider_denied_consent:
    'Oturum açma hizmetinin izninize gereksinimi vardı ve bunu almadı, bu yüzden oturumunuz açılmadı. Vermek istediğinizde lütfen baştan başlayın.',
  token_unavailable_refused:
    'Diğer hizmet izninizi yenilemedi, bu yüzden hiçbir şey yapılmadı. Lütfen hesabınızı orada yeniden bağlayın.',

  // Apps without cookies, and devices
  clientConfirm: '{client} için oturum açılsın mı?',
  clientConfirmLead: 'Bu cihazdaki bir uygulama sizin adınıza oturum açmak istiyor:',
  clientConfirmLeadHere: 'Bu bilgisayardaki bir program sizin adınıza oturum açmak istiyor:',
  clientConfirmWhen:
    'Yalnızca bu oturum açma işlemini {client} içinde az önce siz başlattıysanız izin verin. Hesap sayfanızda oturumunu kapatana dek, burada yapabildiğiniz her şeyi yapabilir.',
  allow: 'İzin ver',
  doNotSignIn: 'Hayır, oturum açılmasın',
  otherAccount: 'Başka bir hesap kullan',
  deviceCode: 'Bir cihazda oturum aç',
  deviceCodeLead: 'Cihazınızın gösterdiği kodu yazın.',
  deviceCodeField: 'Kod',
  deviceCodeWarning:
    'Biri size kod mu gönderdi ya da bu sayfayı açmanızı mı istedi? Öyleyse kapatın: o kişi sizin adınıza oturum açardı.',
  continue: 'Devam et',
  deviceConfirm: 'Bu cihazda oturum açılsın mı?',
  deviceConfirmLead: '{client} bulunan bir cihaz sizin adınıza oturum açmak istiyor:',
  deviceCompare: 'Önünüzdeki cihaza bakın. Tam olarak bu kodu mu gösteriyor?',
  deviceWarning:
    'Biri size bu kodu ya da bu sayfanın bağlantısını mı gönderdi? Öyleyse hayır deyin. Cihazı elinde tutan kişi burada yapabildiğiniz her şeyi yapabilirdi. Biz sizden asla kod istemeyiz.',
  deviceAllow: 'İzin ver, bu benim cihazım',
  deviceAsked: 'Cihazın istek zamanı: {time}.',
  deviceDone: 'Cihazınıza dönün',
  deviceDoneLead: '{client} birkaç saniye içinde orada oturum açacak. Bu sayfayı kapatabilirsiniz.',
  deviceDoneMistake: 'Bir hata mıydı? Cihazın oturumunu hesap sayfanızda kapatın.',
  deviceDenied: 'Cihazda oturum açılmadı',
  deviceDeniedLead: 'Hiçbir şey yapılmadı. Bu sayfayı kapatabilirsiniz.',

  // Errors of apps and devices
  request_not_local:
    'Bu sayfa buradan açılamaz: bu sitenin geliştirildiği bilgisayar içindir. Lütfen önceki yere dönün.',
  client_unknown:
    'Bu site sizi buraya gönderen uygulamayı tanımıyor, bu yüzden hiçbir şey yapılmadı. Lütfen o uygulamaya dönün ve onu yönetenlere bildirin.',
  client_not_public:
    'Kullandığınız uygulama bu sitenin yapamadığı bir şey istedi, bu yüzden hiçbir şey yapılmadı. Lütfen o uygulamada baştan başlayın veya bu siteyi yönetenlere bildirin.',
  client_redirect_uri_unknown:
    'Sizi buraya gönderen uygulama yanıtı kendisine ait olmayan bir adreste istiyor, bu yüzden hiçbir şey yapılmadı. Lütfen bu sayfayı kapatın ve o uygulamayı yönetenlere bildirin.',
  client_denied:
    'Bu oturum açmaya izin vermediniz, bu yüzden hiçbir şey yapılmadı. Bir hataysa lütfen uygulamada baştan başlayın.',
  client_grant_invalid:
    'Bu uygulamanın oturumu artık açık değil, bu yüzden hiçbir şey yapılmadı. Lütfen orada yeniden oturum açın.',
  bearer_not_accepted:
    'Bu sayfa yalnızca tarayıcıdaki oturumla çalışır, bu yüzden hiçbir şey yapılmadı. Lütfen tarayıcınızda açın.',
  device_code_unknown:
    'Bu site bu kodu tanımıyor ya da kod çok eski, bu yüzden hiçbir şey yapılmadı. Lütfen cihazınıza yeniden bakın.',
  device_code_expired:
    'Yanıt vermeniz çok uzun sürdü, bu yüzden hiçbir şey yapılmadı. Lütfen cihazınızda baştan başlayın.',
  device_guesses_exceeded:
    'Çok fazla yanlış kod yazdınız, bu yüzden bu sayfa şimdilik kod kabul etmiyor. Lütfen on dakika bekleyip yeniden deneyin.',
  bearer_token_missing:
    'Bu adres hesabınıza bağlı uygulamalar içindir, bu yüzden hiçbir şey yapılmadı. Lütfen böyle bir uygulamada açın.',
  bearer_request_malformed:
    'Bu uygulama anlaşılamayan bir istek gönderdi. Lütfen uygulamayı güncelleyin veya yapımcılarına bildirin.',
  bearer_token_invalid:
    'Bu uygulamanın erişimi sona erdi, bu yüzden hiçbir şey yapılmadı. Lütfen uygulamayı hesabınıza yeniden bağlayın.',
  bearer_scope_insufficient:
    'Buna izin vermediğiniz için bu uygulama bunu yapamaz. Lütfen uygulamayı yeniden bağlayın ve orada izin verin.',
  bearer_level_insufficient:
    'Bu uygulamanın siz olduğunuza dair yeni bir kanıta gereksinimi var, bu yüzden hiçbir şey yapılmadı. Lütfen uygulamada yeniden oturum açın.',
  dpop_proof_invalid:
    'Bu uygulama, oturum açtığınız uygulama olduğunu kanıtlayamadı. Lütfen orada yeniden oturum açın.',
  dpop_nonce_required:
    'Bu uygulama, oturum açtığınız uygulama olduğunu bir kez daha kanıtlamalı. Lütfen orada yeniden deneyin.',
}
