// Indonesian.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Beranda',
  or: 'atau',
  signIn: 'Masuk',
  signOut: 'Keluar',
  signedInAs: 'Anda masuk sebagai {name}.',
  signedInAsWith: 'Anda masuk sebagai {name} ({email}).',
  signedInNameless: 'Anda sudah masuk.',
  yourAccount: 'akun Anda',

  // Sign-in page
  signInLead: 'Pilih akun yang sudah Anda miliki.',
  signInLeadSite: 'Gunakan akun yang sudah Anda miliki untuk melanjutkan ke {site}.',
  signInLeadAgain: 'Lanjutkan seperti ini, atau gunakan akun lain.',
  continueWith: 'Lanjutkan dengan {provider}',
  continueAs: 'Lanjutkan sebagai {name}',
  lastUsed: 'Terakhir dipakai',
  noProviders: 'Saat ini tidak ada cara untuk masuk.',
  confirmTitle: 'Pastikan ini memang Anda',
  confirmLead: 'Untuk membuka halaman ini, silakan masuk lagi.',
  confirmWith: 'Konfirmasi dengan {provider}',

  // Account page
  account: 'Akun',
  waysToSignIn: 'Cara masuk',
  inUse: 'Sedang dipakai',
  accountTimes: 'Ditambahkan {added} · terakhir dipakai {used}',
  onlyWay: 'Ini satu-satunya cara Anda masuk, jadi tidak dapat dihapus.',
  unlink: 'Hapus',
  addAnother: 'Tambahkan yang lain',
  addProvider: 'Tambahkan {provider}',
  changeAccounts: 'Tambah atau hapus akun',
  confirmFirst: 'Demi keamanan akun, silakan pastikan dahulu bahwa ini memang Anda.',
  signInAgainFirst: 'Demi keamanan akun, silakan keluar dahulu lalu masuk lagi.',
  whereSignedIn: 'Tempat Anda masuk',
  thisBrowser: 'Peramban ini',
  sessionWith: 'Dengan {provider}',
  sessionWithFrom: 'Dengan {provider} · dari {address}',
  sessionTimes: 'Sejak {start} · terakhir terlihat {seen}',
  signOutElsewhere: 'Keluar dari semua tempat lain',
  browserOnSystem: '{browser} di {system}',
  browserOfSystem: 'Peramban di {system}',
  browserUnknown: 'Peramban tidak dikenal',

  // Sign-out pages
  signOutTitle: 'Keluar?',
  signOutLead: 'Ini mengakhiri sesi Anda di peramban ini.',
  staySignedIn: 'Tetap masuk',
  signedOut: 'Anda sudah keluar',
  signedOutLead: 'Anda dapat menutup jendela ini sekarang.',
  signInAgain: 'Masuk lagi',
  sharedComputer:
    'Apakah komputer ini dipakai bersama? Anda mungkin masih masuk di layanan yang Anda gunakan. Keluarlah dari sana juga.',

  // Adding an account
  linkOffer: 'Anda sudah memiliki akun',
  linkOfferLead:
    'Masuklah sekali ke akun itu untuk menambahkan {provider}. Setelah itu, keduanya membuka akun yang sama.',
  migration: 'Pernah ke sini sebelumnya?',
  migrationLead:
    'Situs ini memiliki cara masuk yang baru. Jika Anda memiliki akun di sini, masuklah sekali dengan cara lama. Setelah itu, {provider} membukanya.',
  toBeAdded: 'Akan ditambahkan',
  newHere: 'Saya baru di sini',
  separateAccount: 'Buat akun terpisah',
  linkConfirm: 'Tambahkan {provider} ke akun Anda?',
  linkConfirmLead: 'Jika setuju, Anda juga dapat masuk dengan akun ini:',
  linkYes: 'Ya, tambahkan',
  linkNo: 'Tidak, biarkan apa adanya',

  // Data deletion
  codeUnknown: 'Kami tidak mengenal kode ini',
  codeUnknownLead: {
    other: 'Silakan bandingkan dengan kode yang Anda terima. Permintaan dapat dilihat selama {count} hari.',
  },
  dataDeleted: 'Data Anda telah dihapus',
  dataDeletedLead:
    'Permintaan Anda telah dilaksanakan. Akun layanan itu tidak dapat lagi masuk di sini. Kami menghapus apa yang dikirimkan layanan itu kepada kami tentang Anda, dan mengeluarkan semua perangkat yang masuk dengannya.',
  confirmationCode: 'Kode konfirmasi: {code}',

  // Notices above a page
  noticeLinked: 'Akun ditambahkan. Mulai sekarang Anda dapat masuk dengannya.',
  noticeUnlinked:
    'Akun dihapus. Akun itu tidak dapat lagi masuk, dan perangkat yang masuk dengannya telah dikeluarkan.',
  noticeUnlinkedHere:
    'Akun dihapus, dan peramban ini, yang masuk dengannya, telah dikeluarkan. Silakan masuk dengan cara lain.',
  noticeSessionEnded: 'Perangkat itu telah dikeluarkan.',
  noticeSessionsEnded: 'Semua perangkat lain telah dikeluarkan.',
  noticeLinkDeclined: 'Tidak ada yang ditambahkan.',

  // Error page
  errorNotFound: 'Tidak ditemukan',
  errorUnchanged: 'Tidak ada yang diubah',
  errorUnavailable: 'Saat ini tidak tersedia',
  errorOurs: 'Terjadi kesalahan',
  errorSession: 'Masuk untuk melanjutkan',
  errorSignIn: 'Proses masuk belum selesai',
  errorOther: 'Itu tidak berhasil',
  tryAgain: 'Coba lagi',
  goHome: 'Kembali ke awal',
  reference: 'Nomor rujukan {code}',

  // Errors
  config_origin_missing:
    'Situs ini belum selesai disiapkan, jadi Anda belum dapat masuk. Silakan beri tahu pengelola situs ini.',
  config_store_missing:
    'Situs ini tidak menyediakannya, jadi tidak ada yang dilakukan. Silakan kembali ke halaman sebelumnya.',
  request_not_found: 'Tidak ada halaman di alamat ini. Silakan periksa alamatnya, atau kembali ke awal.',
  request_method_not_allowed:
    'Alamat ini tidak dapat dipakai dengan cara ini, jadi tidak ada yang dilakukan. Silakan kembali ke halaman kami dan coba lagi.',
  request_cross_site:
    'Permintaan ini datang dari situs lain, jadi tidak ada yang dilakukan. Silakan kembali ke halaman kami dan coba lagi.',
  request_not_navigation:
    'Alamat ini hanya berfungsi sebagai halaman yang Anda buka sendiri, jadi tidak ada yang dilakukan. Silakan kembali ke halaman kami dan coba lagi.',
  request_wrong_host:
    'Situs ini tidak disiapkan untuk alamat di peramban Anda, jadi tidak ada yang dilakukan. Silakan beri tahu pengelola situs ini.',
  request_too_large:
    'Peramban Anda mengirim lebih banyak daripada yang diterima halaman ini, jadi tidak ada yang dilakukan. Silakan kembali dan kirim lebih sedikit.',
  request_malformed:
    'Peramban Anda mengirim sesuatu yang tidak dapat dibaca halaman ini, jadi tidak ada yang dilakukan. Silakan kembali dan coba lagi.',
  attempt_missing:
    'Proses masuk ini sudah dipakai, atau dimulai di peramban atau jendela lain. Silakan mulai lagi.',
  attempt_invalid:
    'Situs ini tidak dapat lagi membaca proses masuk yang Anda mulai, jadi Anda tidak masuk. Silakan mulai lagi.',
  attempt_expired: 'Proses masuk ini terlalu lama, jadi Anda tidak masuk. Silakan mulai lagi.',
  attempt_wrong_provider:
    'Jawaban datang dari layanan masuk selain yang Anda pilih, jadi Anda tidak masuk. Silakan mulai lagi.',
  attempt_already_used: 'Proses masuk ini sudah dipakai. Silakan mulai lagi.',
  attempt_session_changed:
    'Sementara itu Anda keluar atau berganti akun, jadi tidak ada yang ditambahkan. Silakan coba lagi.',
  provider_unknown: 'Situs ini tidak menyediakan cara masuk ini. Silakan pilih yang lain.',
  provider_place_invalid:
    'Anda tidak dapat masuk di sini dengan alamat ini. Silakan periksa ejaannya dan coba lagi.',
  provider_unavailable:
    'Layanan masuk ini sedang tidak menjawab. Silakan coba lagi sebentar lagi, atau masuk dengan cara lain.',
  provider_certificate_invalid:
    'Situs ini tidak dapat terhubung dengan aman ke layanan masuk ini. Silakan masuk dengan cara lain, atau beri tahu pengelola situs ini.',
  provider_denied:
    'Layanan masuk tidak mengizinkannya, jadi Anda tidak masuk. Silakan mulai lagi, atau masuk dengan cara lain.',
  provider_interaction_required:
    'Layanan masuk memerlukan jawaban dari Anda dahulu, jadi Anda tidak masuk. Silakan mulai lagi.',
  provider_freshness_unproven:
    'Layanan masuk tidak memastikan bahwa Anda baru saja masuk, jadi tidak ada yang dilakukan. Silakan coba lagi, atau keluar dahulu lalu masuk lagi.',
  provider_freshness_unsupported:
    'Halaman ini memerlukan proses masuk yang baru, dan layanan yang Anda gunakan tidak dapat membuktikannya. Silakan masuk dengan cara lain.',
  provider_level_unsupported:
    'Halaman ini memerlukan cara masuk yang lebih kuat daripada yang disediakan layanan Anda. Silakan masuk dengan cara lain.',
  provider_refused:
    'Layanan masuk menolaknya, jadi Anda tidak masuk. Silakan mulai lagi, atau masuk dengan cara lain.',
  provider_redirect_uri_mismatch:
    'Situs ini belum selesai disiapkan di layanan masuk, jadi Anda tidak masuk. Silakan masuk dengan cara lain, atau beri tahu pengelola situs ini.',
  provider_answer_invalid:
    'Layanan masuk memberi jawaban yang tidak dapat kami percayai, jadi Anda tidak masuk. Silakan mulai lagi.',
  provider_notification_invalid:
    'Pesan ini tidak membuktikan bahwa asalnya dari layanan masuk, jadi tidak ada yang dilakukan. Silakan kirim lagi dalam bentuk yang ditentukan layanan itu.',
  account_refused:
    'Akun ini tidak boleh masuk di sini. Silakan gunakan akun lain, atau tanyakan kepada pengelola situs ini.',
  account_not_created:
    'Situs ini tidak dapat membuat akun untuk Anda. Jika Anda sudah memilikinya, silakan masuk seperti sebelumnya, lalu tambahkan cara masuk ini di halaman akun Anda.',
  account_linked_elsewhere:
    'Akun ini sudah tertaut ke pengguna lain di sini, jadi tidak ada yang diubah. Untuk memindahkannya, masuklah dengannya dan hapus dahulu di sana.',
  account_last: 'Ini satu-satunya cara Anda masuk, jadi tidak dihapus. Silakan tambahkan yang lain dahulu.',
  account_not_found:
    'Akun ini tidak tertaut kepada Anda, jadi tidak ada yang diubah. Silakan buka lagi halaman akun Anda.',
  account_link_expired:
    'Penambahan akun ini terlalu lama, jadi tidak ada yang ditambahkan. Silakan masuk dengannya sekali lagi.',
  session_required: 'Anda belum masuk. Silakan masuk dahulu.',
  session_not_allowed:
    'Anda sudah masuk, tetapi halaman ini bukan untuk akun Anda. Jika seharusnya begitu, silakan tanyakan kepada pengelola situs ini.',
  session_not_fresh:
    'Sudah terlalu lama sejak Anda masuk, jadi tidak ada yang diubah. Silakan pastikan bahwa ini memang Anda dengan masuk lagi.',
  session_not_ended:
    'Anda sudah keluar di peramban ini, tetapi server kami tidak dapat dihubungi untuk mengakhiri sesi di sana juga. Di komputer bersama, silakan kembali beberapa menit lagi, masuk, lalu pilih “Keluar dari semua tempat lain”.',
  session_other_person:
    'Anda mengonfirmasi dengan akun selain yang sedang masuk, jadi tidak ada yang diubah. Silakan coba lagi.',
  session_other_provider:
    'Anda mengonfirmasi dengan cara masuk selain yang Anda gunakan kali ini, jadi tidak ada yang diubah. Silakan gunakan cara itu.',
  session_too_large:
    'Profil Anda terlalu besar untuk situs ini, jadi Anda tidak masuk. Silakan beri tahu pengelola situs ini.',
  token_absent:
    'Situs ini tidak memiliki izin dari Anda di layanan lain itu, jadi tidak ada yang dilakukan. Silakan hubungkan akun Anda di sana.',
  token_revoked:
    'Izin Anda di layanan lain itu telah berakhir, jadi tidak ada yang dilakukan. Silakan hubungkan lagi akun Anda di sana.',
  token_unavailable: 'Layanan lain itu sedang tidak menjawab. Silakan coba lagi sebentar lagi.',
  token_origin_refused: 'Terjadi kesalahan di pihak kami. Silakan coba lagi.',
  token_wrong_account:
    'Di layanan lain itu Anda memilih akun selain yang memerlukan izin Anda, jadi tidak ada yang diubah. Silakan coba lagi dengan akun tersebut.',
  user_not_found:
    'Pengguna ini sudah tidak ada di sini, jadi tidak ada yang diubah. Silakan muat ulang halaman.',
  user_fields_invalid:
    'Situs ini tidak dapat membaca profil Anda, jadi tidak ada yang dilakukan. Silakan beri tahu pengelola situs ini.',
  upstream_unavailable:
    'Aplikasi di balik halaman ini saat ini tidak merespons. Anda tidak melakukan kesalahan. Silakan coba lagi sebentar lagi.',
  store_unavailable: 'Situs ini sedang tidak dapat mengakses datanya. Silakan coba lagi sebentar lagi.',
  request_cross_site_named:
    'Permintaan ini datang dari {received} dan bukan dari {expected}, jadi tidak ada yang dilakukan. Silakan kembali ke halaman kami dan coba lagi.',
  provider_denied_consent:
    'Layanan masuk memerlukan izin Anda dan tidak mendapatkannya, jadi Anda tidak masuk. Silakan mulai lagi bila Anda ingin memberikannya.',
  token_unavailable_refused:
    'Layanan lain itu tidak memperpanjang izin Anda, jadi tidak ada yang dilakukan. Silakan hubungkan lagi akun Anda di sana.',

  // Apps without cookies, and devices
  clientConfirm: 'Masuk ke {client}?',
  clientConfirmLead: 'Sebuah aplikasi di perangkat ini meminta masuk sebagai Anda:',
  clientConfirmLeadHere: 'Sebuah program di komputer ini meminta masuk sebagai Anda:',
  clientConfirmWhen:
    'Izinkan hanya jika Anda sendiri baru saja memulai proses masuk ini di {client}. Aplikasi itu dapat melakukan apa yang dapat Anda lakukan di sini, sampai Anda mengeluarkannya di halaman akun.',
  allow: 'Izinkan',
  doNotSignIn: 'Tidak, jangan masuk',
  otherAccount: 'Gunakan akun lain',
  deviceCode: 'Masuk di perangkat',
  deviceCodeLead: 'Ketik kode yang ditampilkan perangkat Anda.',
  deviceCodeField: 'Kode',
  deviceCodeWarning:
    'Apakah seseorang mengirimi Anda kode atau meminta Anda membuka halaman ini? Tutuplah: orang itu akan masuk sebagai Anda.',
  continue: 'Lanjutkan',
  deviceConfirm: 'Masuk di perangkat ini?',
  deviceConfirmLead: 'Sebuah perangkat dengan {client} meminta masuk sebagai Anda:',
  deviceCompare: 'Lihat perangkat di depan Anda. Apakah tepat kode ini yang ditampilkan?',
  deviceWarning:
    'Apakah seseorang mengirimi Anda kode ini atau tautan ke halaman ini? Tolaklah. Orang yang memegang perangkat itu dapat melakukan semua yang dapat Anda lakukan di sini. Kami tidak pernah meminta kode dari Anda.',
  deviceAllow: 'Izinkan, ini perangkat saya',
  deviceAsked: 'Perangkat memintanya pada {time}.',
  deviceDone: 'Kembali ke perangkat Anda',
  deviceDoneLead: '{client} akan masuk di sana dalam beberapa detik. Anda dapat menutup halaman ini.',
  deviceDoneMistake: 'Apakah itu keliru? Keluarkan perangkat di halaman akun Anda.',
  deviceDenied: 'Perangkat tidak masuk',
  deviceDeniedLead: 'Tidak ada yang dilakukan. Anda dapat menutup halaman ini.',

  // Errors of apps and devices
  request_not_local:
    'Halaman ini tidak dapat dibuka dari sini: halaman ini untuk komputer tempat situs ini dikembangkan. Silakan kembali ke tempat sebelumnya.',
  client_unknown:
    'Situs ini tidak mengenal aplikasi yang mengirim Anda ke sini, jadi tidak ada yang dilakukan. Silakan kembali ke aplikasi itu dan beri tahu pengelolanya.',
  client_not_public:
    'Aplikasi yang Anda gunakan meminta sesuatu yang tidak dapat dilakukan situs ini, jadi tidak ada yang dilakukan. Silakan mulai lagi di aplikasi itu, atau beri tahu pengelola situs ini.',
  client_redirect_uri_unknown:
    'Aplikasi yang mengirim Anda ke sini menginginkan jawaban di alamat yang bukan miliknya, jadi tidak ada yang dilakukan. Silakan tutup halaman ini dan beri tahu pengelola aplikasi itu.',
  client_denied:
    'Anda tidak mengizinkannya, jadi tidak ada yang dilakukan. Jika itu keliru, silakan mulai lagi di aplikasi.',
  client_grant_invalid:
    'Aplikasi ini sudah tidak masuk, jadi tidak ada yang dilakukan. Silakan masuk lagi di sana.',
  bearer_not_accepted:
    'Halaman ini hanya bekerja dengan proses masuk di peramban, jadi tidak ada yang dilakukan. Silakan buka di peramban Anda.',
  device_code_unknown:
    'Situs ini tidak mengenal kode ini, atau kodenya terlalu lama, jadi tidak ada yang dilakukan. Silakan lihat lagi perangkat Anda.',
  device_code_expired:
    'Anda terlalu lama menjawab, jadi tidak ada yang dilakukan. Silakan mulai lagi di perangkat Anda.',
  device_guesses_exceeded:
    'Anda mengetik terlalu banyak kode yang salah, jadi halaman ini untuk sementara tidak menerima kode. Silakan tunggu sepuluh menit, lalu coba lagi.',
  bearer_token_missing:
    'Alamat ini untuk aplikasi yang terhubung ke akun Anda, jadi tidak ada yang dilakukan. Silakan buka di aplikasi seperti itu.',
  bearer_request_malformed:
    'Aplikasi ini mengirim permintaan yang tidak dapat dimengerti. Silakan perbarui aplikasi, atau beri tahu pembuatnya.',
  bearer_token_invalid:
    'Akses aplikasi ini telah berakhir, jadi tidak ada yang dilakukan. Silakan hubungkan lagi aplikasi ke akun Anda.',
  bearer_scope_insufficient:
    'Aplikasi ini tidak boleh melakukannya karena Anda belum mengizinkannya. Silakan hubungkan lagi aplikasi dan izinkan di sana.',
  bearer_level_insufficient:
    'Aplikasi ini memerlukan bukti baru bahwa ini memang Anda, jadi tidak ada yang dilakukan. Silakan masuk lagi di aplikasi.',
  dpop_proof_invalid:
    'Aplikasi ini tidak dapat membuktikan bahwa Anda masuk dengannya. Silakan masuk lagi di sana.',
  dpop_nonce_required:
    'Aplikasi ini harus membuktikan sekali lagi bahwa Anda masuk dengannya. Silakan coba lagi di sana.',
}
