// Spanish.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Inicio',
  or: 'o',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  signedInAs: 'Has iniciado sesión como {name}.',
  signedInAsWith: 'Has iniciado sesión como {name} ({email}).',
  signedInNameless: 'Has iniciado sesión.',
  yourAccount: 'tu cuenta',

  // Sign-in page
  signInLead: 'Elige una cuenta que ya tengas.',
  signInLeadSite: 'Usa una cuenta que ya tengas para continuar a {site}.',
  signInLeadAgain: 'Continúa como estás o usa otra cuenta.',
  continueWith: 'Continuar con {provider}',
  continueAs: 'Continuar como {name}',
  lastUsed: 'Usado la última vez',
  noProviders: 'De momento no hay ninguna forma de iniciar sesión.',
  confirmTitle: 'Confirma que eres tú',
  confirmLead: 'Para abrir esta página, inicia sesión otra vez.',
  confirmWith: 'Confirmar con {provider}',

  // Account page
  account: 'Cuenta',
  waysToSignIn: 'Formas de iniciar sesión',
  inUse: 'En uso ahora',
  accountTimes: 'Añadida el {added} · usada por última vez el {used}',
  onlyWay: 'Es tu única forma de iniciar sesión, así que no se puede quitar.',
  unlink: 'Quitar',
  addAnother: 'Añadir otra',
  addProvider: 'Añadir {provider}',
  changeAccounts: 'Añadir o quitar una cuenta',
  confirmFirst: 'Para proteger tu cuenta, confirma primero que eres tú.',
  signInAgainFirst: 'Para proteger tu cuenta, primero cierra sesión y vuelve a iniciarla.',
  whereSignedIn: 'Dónde has iniciado sesión',
  thisBrowser: 'Este navegador',
  sessionWith: 'Con {provider}',
  sessionWithFrom: 'Con {provider} · desde {address}',
  sessionTimes: 'Desde el {start} · visto por última vez el {seen}',
  signOutElsewhere: 'Cerrar sesión en todos los demás sitios',
  browserOnSystem: '{browser} en {system}',
  browserOfSystem: 'Un navegador en {system}',
  browserUnknown: 'Navegador desconocido',

  // Sign-out pages
  signOutTitle: '¿Cerrar sesión?',
  signOutLead: 'Esto termina tu sesión en este navegador.',
  staySignedIn: 'Mantener la sesión iniciada',
  signedOut: 'Has cerrado sesión',
  signedOutLead: 'Ya puedes cerrar esta ventana.',
  signInAgain: 'Iniciar sesión de nuevo',
  sharedComputer:
    '¿Compartes este ordenador? Puede que tu sesión siga abierta en el servicio con el que entraste. Ciérrala también allí.',

  // Adding an account
  linkOffer: 'Ya tienes una cuenta',
  linkOfferLead:
    'Inicia sesión en ella una vez para añadir {provider}. A partir de entonces, ambos abrirán la misma cuenta.',
  migration: '¿Ya habías estado aquí?',
  migrationLead:
    'Este sitio tiene una nueva forma de iniciar sesión. Si tienes una cuenta aquí, inicia sesión una vez de la forma antigua. A partir de entonces, {provider} la abrirá.',
  toBeAdded: 'Para añadir',
  newHere: 'Es mi primera vez aquí',
  separateAccount: 'Crear una cuenta aparte',
  linkConfirm: '¿Añadir {provider} a tu cuenta?',
  linkConfirmLead: 'Si aceptas, también podrás iniciar sesión con esta cuenta:',
  linkYes: 'Sí, añadirla',
  linkNo: 'No, dejar todo como está',

  // Data deletion
  codeUnknown: 'No conocemos este código',
  codeUnknownLead: {
    one: 'Compáralo con el código que recibiste. Una solicitud se puede consultar durante {count} día.',
    many: 'Compáralo con el código que recibiste. Una solicitud se puede consultar durante {count} de días.',
    other: 'Compáralo con el código que recibiste. Una solicitud se puede consultar durante {count} días.',
  },
  dataDeleted: 'Tus datos se han eliminado',
  dataDeletedLead:
    'Tu solicitud se ha cumplido. La cuenta de ese servicio ya no puede iniciar sesión aquí. Hemos eliminado lo que el servicio nos había enviado sobre ti y hemos cerrado la sesión de todos los dispositivos que habían entrado con ella.',
  confirmationCode: 'Código de confirmación: {code}',

  // Notices above a page
  noticeLinked: 'La cuenta se ha añadido. Desde ahora puedes iniciar sesión con ella.',
  noticeUnlinked:
    'La cuenta se ha quitado. Ya no puede iniciar sesión, y se ha cerrado la sesión de los dispositivos que habían entrado con ella.',
  noticeUnlinkedHere:
    'La cuenta se ha quitado, y se ha cerrado la sesión de este navegador, que había entrado con ella. Inicia sesión de otra forma.',
  noticeSessionEnded: 'Se ha cerrado la sesión de ese dispositivo.',
  noticeSessionsEnded: 'Se ha cerrado la sesión de todos los demás dispositivos.',
  noticeLinkDeclined: 'No se ha añadido nada.',

  // Error page
  errorNotFound: 'No encontrado',
  errorUnchanged: 'No se ha cambiado nada',
  errorUnavailable: 'No disponible en este momento',
  errorOurs: 'Algo ha fallado',
  errorSession: 'Inicia sesión para continuar',
  errorSignIn: 'Inicio de sesión no completado',
  errorOther: 'No ha funcionado',
  tryAgain: 'Intentar otra vez',
  goHome: 'Volver al inicio',
  reference: 'Referencia {code}',

  // Errors
  config_origin_missing:
    'Este sitio no está configurado del todo, así que aún no puedes iniciar sesión. Por favor, avisa a los responsables de este sitio.',
  config_store_missing:
    'Este sitio no ofrece esto, así que no se ha hecho nada. Vuelve a la página de la que venías.',
  request_not_found: 'No hay ninguna página en esta dirección. Comprueba la dirección o vuelve al inicio.',
  request_method_not_allowed:
    'Esta dirección no funciona de esta manera, así que no se ha hecho nada. Vuelve a nuestras páginas e inténtalo otra vez.',
  request_cross_site:
    'Esta solicitud vino de otro sitio, así que no se ha hecho nada. Vuelve a nuestras páginas e inténtalo otra vez.',
  request_not_navigation:
    'Esta dirección solo funciona como una página que abres tú, así que no se ha hecho nada. Vuelve a nuestras páginas e inténtalo otra vez.',
  request_wrong_host:
    'Este sitio no está configurado para la dirección de tu navegador, así que no se ha hecho nada. Por favor, avisa a los responsables de este sitio.',
  request_too_large:
    'Tu navegador ha enviado más de lo que acepta esta página, así que no se ha hecho nada. Vuelve atrás y envía menos.',
  request_malformed:
    'Tu navegador ha enviado algo que esta página no puede leer, así que no se ha hecho nada. Vuelve atrás e inténtalo otra vez.',
  attempt_missing:
    'Este inicio de sesión ya se usó, o se empezó en otro navegador u otra ventana. Empieza de nuevo.',
  attempt_invalid:
    'Este sitio ya no puede leer el inicio de sesión que empezaste, así que no has iniciado sesión. Empieza de nuevo.',
  attempt_expired:
    'Este inicio de sesión ha tardado demasiado, así que no has iniciado sesión. Empieza de nuevo.',
  attempt_wrong_provider:
    'La respuesta vino de un servicio distinto del que elegiste, así que no has iniciado sesión. Empieza de nuevo.',
  attempt_already_used: 'Este inicio de sesión ya se usó. Empieza de nuevo.',
  attempt_session_changed:
    'Mientras tanto cerraste sesión o cambiaste de cuenta, así que no se ha añadido nada. Inténtalo otra vez.',
  provider_unknown: 'Este sitio no ofrece esta forma de iniciar sesión. Elige otra.',
  provider_place_invalid:
    'Con esta dirección no puedes iniciar sesión aquí. Comprueba cómo está escrita e inténtalo otra vez.',
  provider_unavailable:
    'Este servicio de inicio de sesión no responde en este momento. Inténtalo otra vez dentro de un minuto o inicia sesión de otra forma.',
  provider_certificate_invalid:
    'Este sitio no puede conectarse de forma segura a este servicio de inicio de sesión. Inicia sesión de otra forma o avisa a los responsables de este sitio.',
  provider_denied:
    'El servicio de inicio de sesión no ha permitido este inicio de sesión, así que no has iniciado sesión. Empieza de nuevo o inicia sesión de otra forma.',
  provider_interaction_required:
    'El servicio de inicio de sesión necesita antes una respuesta tuya, así que no has iniciado sesión. Empieza de nuevo.',
  provider_freshness_unproven:
    'El servicio de inicio de sesión no ha confirmado que acabas de entrar, así que no se ha hecho nada. Inténtalo otra vez, o primero cierra sesión y vuelve a iniciarla.',
  provider_freshness_unsupported:
    'Esta página necesita un inicio de sesión reciente, y el servicio con el que entraste no puede demostrarlo. Inicia sesión de otra forma.',
  provider_level_unsupported:
    'Esta página necesita un inicio de sesión más seguro que el del servicio con el que entraste. Inicia sesión de otra forma.',
  provider_refused:
    'El servicio de inicio de sesión ha rechazado este inicio de sesión, así que no has iniciado sesión. Empieza de nuevo o inicia sesión de otra forma.',
  provider_redirect_uri_mismatch:
    'Este sitio no está configurado del todo en el servicio de inicio de sesión, así que no has iniciado sesión. Inicia sesión de otra forma o avisa a los responsables de este sitio.',
  provider_answer_invalid:
    'El servicio de inicio de sesión ha dado una respuesta en la que no podemos confiar, así que no has iniciado sesión. Empieza de nuevo.',
  provider_notification_invalid:
    'Este mensaje no demuestra que viene del servicio de inicio de sesión, así que no se ha hecho nada. Envíalo otra vez en la forma que define el servicio.',
  account_refused:
    'Esta cuenta no puede iniciar sesión aquí. Usa otra cuenta o pregunta a los responsables de este sitio.',
  account_not_created:
    'Este sitio no ha podido crear una cuenta para ti. Si ya tienes una, inicia sesión como antes y añade esta forma de iniciar sesión en la página de tu cuenta.',
  account_linked_elsewhere:
    'Esta cuenta ya está vinculada a otro usuario aquí, así que no se ha cambiado nada. Para moverla, inicia sesión con ella y quítala allí primero.',
  account_last: 'Es tu única forma de iniciar sesión, así que no se ha quitado. Añade otra primero.',
  account_not_found:
    'Esta cuenta no está vinculada a ti, así que no se ha cambiado nada. Abre otra vez la página de tu cuenta.',
  account_link_expired:
    'Has tardado demasiado en añadir esta cuenta, así que no se ha añadido nada. Inicia sesión con ella una vez más.',
  session_required: 'No has iniciado sesión. Inicia sesión primero.',
  session_not_allowed:
    'Has iniciado sesión, pero esta página no es para tu cuenta. Si debería serlo, pregunta a los responsables de este sitio.',
  session_not_fresh:
    'Ha pasado demasiado tiempo desde que iniciaste sesión, así que no se ha cambiado nada. Confirma que eres tú iniciando sesión otra vez.',
  session_not_ended:
    'Has cerrado sesión en este navegador, pero no se pudo llegar a nuestro servidor para terminar la sesión también allí. En un ordenador compartido, vuelve dentro de unos minutos, inicia sesión y elige «Cerrar sesión en todos los demás sitios».',
  session_other_person:
    'Has confirmado con una cuenta distinta de la que tienes abierta, así que no se ha cambiado nada. Inténtalo otra vez.',
  session_other_provider:
    'Has confirmado con una forma de iniciar sesión distinta de la de esta visita, así que no se ha cambiado nada. Usa esa misma.',
  session_too_large:
    'Tu perfil es demasiado grande para este sitio, así que no has iniciado sesión. Por favor, avisa a los responsables de este sitio.',
  token_absent:
    'Este sitio no tiene tu permiso en el otro servicio, así que no se ha hecho nada. Conecta allí tu cuenta.',
  token_revoked:
    'Tu permiso en el otro servicio ha terminado, así que no se ha hecho nada. Vuelve a conectar allí tu cuenta.',
  token_unavailable: 'El otro servicio no responde en este momento. Inténtalo otra vez dentro de un minuto.',
  token_origin_refused: 'Algo ha fallado por nuestra parte. Inténtalo otra vez.',
  token_wrong_account:
    'En el otro servicio elegiste una cuenta distinta de la que necesita tu permiso, así que no se ha cambiado nada. Inténtalo otra vez con esa cuenta.',
  user_not_found:
    'Este usuario ya no existe aquí, así que no se ha cambiado nada. Vuelve a cargar la página.',
  user_fields_invalid:
    'Este sitio no puede leer tu perfil, así que no se ha hecho nada. Por favor, avisa a los responsables de este sitio.',
  upstream_unavailable:
    'La aplicación que está detrás de esta página no responde en este momento. No ha hecho nada mal. Vuelva a intentarlo dentro de un minuto.',
  store_unavailable:
    'Este sitio no puede acceder a sus datos en este momento. Inténtalo otra vez dentro de un minuto.',
  request_cross_site_named:
    'Esta solicitud vino de {received} y no de {expected}, así que no se ha hecho nada. Vuelve a nuestras páginas e inténtalo otra vez.',
  provider_denied_consent:
    'El servicio de inicio de sesión necesita tu permiso y no lo ha recibido, así que no has iniciado sesión. Empieza de nuevo cuando quieras darlo.',
  token_unavailable_refused:
    'El otro servicio no ha renovado tu permiso, así que no se ha hecho nada. Vuelve a conectar allí tu cuenta.',

  // Apps without cookies, and devices
  clientConfirm: '¿Iniciar sesión en {client}?',
  clientConfirmLead: 'Una aplicación de este dispositivo pide iniciar sesión en tu nombre:',
  clientConfirmLeadHere: 'Un programa de este ordenador pide iniciar sesión en tu nombre:',
  clientConfirmWhen:
    'Permítelo solo si acabas de empezar este inicio de sesión en {client}. Podrá hacer lo que tú puedes hacer aquí, hasta que cierres su sesión en la página de tu cuenta.',
  allow: 'Permitir',
  doNotSignIn: 'No, no iniciar sesión',
  otherAccount: 'Usar otra cuenta',
  deviceCode: 'Conectar un dispositivo',
  deviceCodeLead: 'Escribe el código que muestra tu dispositivo.',
  deviceCodeField: 'Código',
  deviceCodeWarning:
    '¿Alguien te envió un código o te pidió abrir esta página? Entonces ciérrala: esa persona iniciaría sesión en tu nombre.',
  continue: 'Continuar',
  deviceConfirm: '¿Conectar este dispositivo?',
  deviceConfirmLead: 'Un dispositivo con {client} pide iniciar sesión en tu nombre:',
  deviceCompare: 'Mira el dispositivo que tienes delante. ¿Muestra exactamente este código?',
  deviceWarning:
    '¿Alguien te envió este código o un enlace a esta página? Entonces di que no. Quien tenga el dispositivo podría hacer todo lo que tú puedes hacer aquí. Nosotros nunca te pedimos un código.',
  deviceAllow: 'Permitir, es mi dispositivo',
  deviceAsked: 'El dispositivo lo pidió el {time}.',
  deviceDone: 'Vuelve a tu dispositivo',
  deviceDoneLead: '{client} iniciará sesión allí en unos segundos. Puedes cerrar esta página.',
  deviceDoneMistake: '¿Fue un error? Cierra la sesión del dispositivo en la página de tu cuenta.',
  deviceDenied: 'El dispositivo no se ha conectado',
  deviceDeniedLead: 'No se ha hecho nada. Puedes cerrar esta página.',

  // Errors of apps and devices
  request_not_local:
    'Esta página no se puede abrir desde aquí: es para el ordenador en el que se desarrolla este sitio. Vuelve a donde estabas.',
  client_unknown:
    'Este sitio no conoce la aplicación que te envió aquí, así que no se ha hecho nada. Vuelve a esa aplicación y avisa a sus responsables.',
  client_not_public:
    'La aplicación que usas pidió algo que este sitio no puede hacer, así que no se ha hecho nada. Empieza de nuevo en esa aplicación o avisa a los responsables de este sitio.',
  client_redirect_uri_unknown:
    'La aplicación que te envió aquí quiere la respuesta en una dirección que no es suya, así que no se ha hecho nada. Cierra esta página y avisa a los responsables de esa aplicación.',
  client_denied:
    'No permitiste este inicio de sesión, así que no se ha hecho nada. Si fue un error, empieza de nuevo en la aplicación.',
  client_grant_invalid:
    'Esta aplicación ya no tiene la sesión iniciada, así que no se ha hecho nada. Inicia sesión allí otra vez.',
  bearer_not_accepted:
    'Esta página solo funciona con la sesión de un navegador, así que no se ha hecho nada. Ábrela en tu navegador.',
  device_code_unknown:
    'Este sitio no conoce este código, o es demasiado antiguo, así que no se ha hecho nada. Mira otra vez tu dispositivo.',
  device_code_expired:
    'Has tardado demasiado en responder, así que no se ha hecho nada. Empieza de nuevo en tu dispositivo.',
  device_guesses_exceeded:
    'Has escrito demasiados códigos equivocados, así que esta página no acepta más por ahora. Espera diez minutos e inténtalo otra vez.',
  bearer_token_missing:
    'Esta dirección es para aplicaciones conectadas a tu cuenta, así que no se ha hecho nada. Ábrela en una de ellas.',
  bearer_request_malformed:
    'Esta aplicación envió una solicitud que no se pudo entender. Actualiza la aplicación o avisa a quienes la hacen.',
  bearer_token_invalid:
    'El acceso de esta aplicación ha terminado, así que no se ha hecho nada. Vuelve a conectar la aplicación a tu cuenta.',
  bearer_scope_insufficient:
    'Esta aplicación no puede hacer esto, porque no se lo has permitido. Vuelve a conectar la aplicación y permítelo allí.',
  bearer_level_insufficient:
    'Esta aplicación necesita una nueva prueba de que eres tú, así que no se ha hecho nada. Inicia sesión otra vez en la aplicación.',
  dpop_proof_invalid:
    'Esta aplicación no ha podido demostrar que es aquella con la que iniciaste sesión. Inicia sesión allí otra vez.',
  dpop_nonce_required:
    'Esta aplicación tiene que demostrar una vez más que es aquella con la que iniciaste sesión. Inténtalo allí otra vez.',
}
