// Portuguese, as in Brazil.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Início',
  or: 'ou',
  signIn: 'Entrar',
  signOut: 'Sair',
  signedInAs: 'Você entrou como {name}.',
  signedInAsWith: 'Você entrou como {name} ({email}).',
  signedInNameless: 'Você já entrou.',
  yourAccount: 'sua conta',

  // Sign-in page
  signInLead: 'Escolha uma conta que você já tem.',
  signInLeadSite: 'Use uma conta que você já tem para continuar para {site}.',
  signInLeadAgain: 'Continue como está ou use outra conta.',
  continueWith: 'Continuar com {provider}',
  continueAs: 'Continuar como {name}',
  lastUsed: 'Usado da última vez',
  noProviders: 'No momento não há nenhuma forma de entrar.',
  confirmTitle: 'Confirme que é você',
  confirmLead: 'Para abrir esta página, entre de novo.',
  confirmWith: 'Confirmar com {provider}',

  // Account page
  account: 'Conta',
  waysToSignIn: 'Formas de entrar',
  inUse: 'Em uso agora',
  accountTimes: 'Adicionada em {added} · usada pela última vez em {used}',
  onlyWay: 'Esta é a sua única forma de entrar, por isso não pode ser removida.',
  unlink: 'Remover',
  addAnother: 'Adicionar outra',
  addProvider: 'Adicionar {provider}',
  changeAccounts: 'Adicionar ou remover uma conta',
  confirmFirst: 'Para proteger sua conta, confirme primeiro que é você.',
  signInAgainFirst: 'Para proteger sua conta, primeiro saia e entre de novo.',
  whereSignedIn: 'Onde você entrou',
  thisBrowser: 'Este navegador',
  sessionWith: 'Com {provider}',
  sessionWithFrom: 'Com {provider} · de {address}',
  sessionTimes: 'Desde {start} · visto pela última vez em {seen}',
  signOutElsewhere: 'Sair de todos os outros lugares',
  browserOnSystem: '{browser} no {system}',
  browserOfSystem: 'Um navegador no {system}',
  browserUnknown: 'Navegador desconhecido',

  // Sign-out pages
  signOutTitle: 'Sair?',
  signOutLead: 'Isso encerra sua sessão neste navegador.',
  staySignedIn: 'Continuar conectado',
  signedOut: 'Você saiu',
  signedOutLead: 'Você já pode fechar esta janela.',
  signInAgain: 'Entrar de novo',
  sharedComputer:
    'Este computador é compartilhado? Talvez você ainda esteja conectado ao serviço com que entrou. Saia de lá também.',

  // Adding an account
  linkOffer: 'Você já tem uma conta',
  linkOfferLead: 'Entre nela uma vez para adicionar {provider}. Depois disso, os dois abrem a mesma conta.',
  migration: 'Você já esteve aqui antes?',
  migrationLead:
    'Este site tem uma nova forma de entrar. Se você tem uma conta aqui, entre uma vez da forma antiga. Depois disso, {provider} a abre.',
  toBeAdded: 'A adicionar',
  newHere: 'Sou novo aqui',
  separateAccount: 'Criar uma conta separada',
  linkConfirm: 'Adicionar {provider} à sua conta?',
  linkConfirmLead: 'Se você concordar, poderá entrar também com esta conta:',
  linkYes: 'Sim, adicionar',
  linkNo: 'Não, deixar tudo como está',

  // Data deletion
  codeUnknown: 'Não conhecemos este código',
  codeUnknownLead: {
    one: 'Compare-o com o código que você recebeu. Um pedido pode ser consultado por {count} dia.',
    many: 'Compare-o com o código que você recebeu. Um pedido pode ser consultado por {count} de dias.',
    other: 'Compare-o com o código que você recebeu. Um pedido pode ser consultado por {count} dias.',
  },
  dataDeleted: 'Seus dados foram excluídos',
  dataDeletedLead:
    'Seu pedido foi atendido. A conta daquele serviço não pode mais entrar aqui. Excluímos o que o serviço nos enviou sobre você e encerramos a sessão de todos os dispositivos que entraram com ela.',
  confirmationCode: 'Código de confirmação: {code}',

  // Notices above a page
  noticeLinked: 'A conta foi adicionada. A partir de agora você pode entrar com ela.',
  noticeUnlinked:
    'A conta foi removida. Ela não pode mais entrar, e a sessão dos dispositivos que entraram com ela foi encerrada.',
  noticeUnlinkedHere:
    'A conta foi removida, e a sessão deste navegador, que entrou com ela, foi encerrada. Entre de outra forma.',
  noticeSessionEnded: 'A sessão daquele dispositivo foi encerrada.',
  noticeSessionsEnded: 'A sessão de todos os outros dispositivos foi encerrada.',
  noticeLinkDeclined: 'Nada foi adicionado.',

  // Error page
  errorNotFound: 'Não encontrado',
  errorUnchanged: 'Nada foi alterado',
  errorUnavailable: 'Indisponível no momento',
  errorOurs: 'Algo deu errado',
  errorSession: 'Entre para continuar',
  errorSignIn: 'Entrada não concluída',
  errorOther: 'Não funcionou',
  tryAgain: 'Tentar de novo',
  goHome: 'Voltar ao início',
  reference: 'Referência {code}',

  // Errors
  config_origin_missing:
    'Este site não está totalmente configurado, por isso você ainda não pode entrar. Por favor, avise os responsáveis por este site.',
  config_store_missing:
    'Este site não oferece isso, por isso nada foi feito. Volte à página de onde você veio.',
  request_not_found: 'Não há nenhuma página neste endereço. Verifique o endereço ou volte ao início.',
  request_method_not_allowed:
    'Este endereço não funciona desta forma, por isso nada foi feito. Volte às nossas páginas e tente de novo.',
  request_cross_site:
    'Este pedido veio de outro site, por isso nada foi feito. Volte às nossas páginas e tente de novo.',
  request_not_navigation:
    'Este endereço só funciona como uma página que você mesmo abre, por isso nada foi feito. Volte às nossas páginas e tente de novo.',
  request_wrong_host:
    'Este site não está configurado para o endereço no seu navegador, por isso nada foi feito. Por favor, avise os responsáveis por este site.',
  request_too_large:
    'Seu navegador enviou mais do que esta página aceita, por isso nada foi feito. Volte e envie menos.',
  request_malformed:
    'Seu navegador enviou algo que esta página não consegue ler, por isso nada foi feito. Volte e tente de novo.',
  attempt_missing: 'Esta entrada já foi usada ou foi iniciada em outro navegador ou janela. Comece de novo.',
  attempt_invalid:
    'Este site não consegue mais ler a entrada que você iniciou, por isso você não entrou. Comece de novo.',
  attempt_expired: 'Esta entrada demorou demais, por isso você não entrou. Comece de novo.',
  attempt_wrong_provider:
    'A resposta veio de um serviço de login diferente do que você escolheu, por isso você não entrou. Comece de novo.',
  attempt_already_used: 'Esta entrada já foi usada. Comece de novo.',
  attempt_session_changed:
    'Nesse meio-tempo você saiu ou trocou de conta, por isso nada foi adicionado. Tente de novo.',
  provider_unknown: 'Este site não oferece esta forma de entrar. Escolha outra.',
  provider_place_invalid:
    'Com este endereço não é possível entrar aqui. Verifique como ele está escrito e tente de novo.',
  provider_unavailable:
    'Este serviço de login não responde no momento. Tente de novo em um minuto ou entre de outra forma.',
  provider_certificate_invalid:
    'Este site não consegue se conectar com segurança a este serviço de login. Entre de outra forma ou avise os responsáveis por este site.',
  provider_denied:
    'O serviço de login não permitiu esta entrada, por isso você não entrou. Comece de novo ou entre de outra forma.',
  provider_interaction_required:
    'O serviço de login precisa primeiro de uma resposta sua, por isso você não entrou. Comece de novo.',
  provider_freshness_unproven:
    'O serviço de login não confirmou que você acabou de entrar, por isso nada foi feito. Tente de novo, ou primeiro saia e entre outra vez.',
  provider_freshness_unsupported:
    'Esta página exige uma entrada recente, e o serviço com que você entrou não consegue comprová-la. Entre de outra forma.',
  provider_level_unsupported:
    'Esta página exige uma entrada mais forte do que a do serviço com que você entrou. Entre de outra forma.',
  provider_refused:
    'O serviço de login recusou esta entrada, por isso você não entrou. Comece de novo ou entre de outra forma.',
  provider_redirect_uri_mismatch:
    'Este site não está totalmente configurado no serviço de login, por isso você não entrou. Entre de outra forma ou avise os responsáveis por este site.',
  provider_answer_invalid:
    'O serviço de login deu uma resposta em que não podemos confiar, por isso você não entrou. Comece de novo.',
  provider_notification_invalid:
    'Esta mensagem não comprova que vem do serviço de login, por isso nada foi feito. Envie-a de novo na forma que o serviço define.',
  account_refused:
    'Esta conta não pode entrar aqui. Use outra conta ou pergunte aos responsáveis por este site.',
  account_not_created:
    'Este site não conseguiu criar uma conta para você. Se você já tem uma, entre como antes e adicione esta forma de entrar na página da sua conta.',
  account_linked_elsewhere:
    'Esta conta já está vinculada a outro usuário aqui, por isso nada foi alterado. Para movê-la, entre com ela e remova-a de lá primeiro.',
  account_last: 'Esta é a sua única forma de entrar, por isso não foi removida. Adicione outra primeiro.',
  account_not_found:
    'Esta conta não está vinculada a você, por isso nada foi alterado. Abra de novo a página da sua conta.',
  account_link_expired:
    'Você demorou demais para adicionar esta conta, por isso nada foi adicionado. Entre com ela mais uma vez.',
  session_required: 'Você não entrou. Entre primeiro.',
  session_not_allowed:
    'Você entrou, mas esta página não é para a sua conta. Se deveria ser, pergunte aos responsáveis por este site.',
  session_not_fresh:
    'Passou tempo demais desde que você entrou, por isso nada foi alterado. Confirme que é você entrando de novo.',
  session_not_ended:
    'Você saiu neste navegador, mas não foi possível alcançar nosso servidor para encerrar a sessão também lá. Em um computador compartilhado, volte em alguns minutos, entre e escolha “Sair de todos os outros lugares”.',
  session_other_person:
    'Você confirmou com uma conta diferente daquela com que entrou, por isso nada foi alterado. Tente de novo.',
  session_other_provider:
    'Você confirmou com uma forma de entrar diferente da desta visita, por isso nada foi alterado. Use a mesma.',
  session_too_large:
    'Seu perfil é grande demais para este site, por isso você não entrou. Por favor, avise os responsáveis por este site.',
  token_absent:
    'Este site não tem sua permissão no outro serviço, por isso nada foi feito. Conecte sua conta lá.',
  token_revoked:
    'Sua permissão no outro serviço terminou, por isso nada foi feito. Conecte sua conta lá de novo.',
  token_unavailable: 'O outro serviço não responde no momento. Tente de novo em um minuto.',
  token_origin_refused: 'Algo deu errado do nosso lado. Tente de novo.',
  token_wrong_account:
    'No outro serviço você escolheu uma conta diferente da que precisa da sua permissão, por isso nada foi alterado. Tente de novo com aquela conta.',
  user_not_found: 'Este usuário não existe mais aqui, por isso nada foi alterado. Recarregue a página.',
  user_fields_invalid:
    'Este site não consegue ler seu perfil, por isso nada foi feito. Por favor, avise os responsáveis por este site.',
  upstream_unavailable:
    'O aplicativo por trás desta página não está respondendo no momento. Você não fez nada de errado. Tente novamente em um minuto.',
  store_unavailable: 'Este site não consegue acessar seus dados no momento. Tente de novo em um minuto.',
  request_cross_site_named:
    'Este pedido veio de {received} e não de {expected}, por isso nada foi feito. Volte às nossas páginas e tente de novo.',
  provider_denied_consent:
    'O serviço de login precisa da sua permissão e não a recebeu, por isso você não entrou. Comece de novo quando quiser dá-la.',
  token_unavailable_refused:
    'O outro serviço não renovou sua permissão, por isso nada foi feito. Conecte sua conta lá de novo.',

  // Apps without cookies, and devices
  clientConfirm: 'Entrar em {client}?',
  clientConfirmLead: 'Um aplicativo neste dispositivo pede para entrar em seu nome:',
  clientConfirmLeadHere: 'Um programa neste computador pede para entrar em seu nome:',
  clientConfirmWhen:
    'Permita somente se você acabou de iniciar esta entrada em {client}. Ele poderá fazer o que você pode fazer aqui, até você encerrar a sessão dele na página da sua conta.',
  allow: 'Permitir',
  doNotSignIn: 'Não, não entrar',
  otherAccount: 'Usar outra conta',
  deviceCode: 'Conectar um dispositivo',
  deviceCodeLead: 'Digite o código que seu dispositivo mostra.',
  deviceCodeField: 'Código',
  deviceCodeWarning:
    'Alguém enviou um código a você ou pediu que abrisse esta página? Então feche-a: essa pessoa entraria em seu nome.',
  continue: 'Continuar',
  deviceConfirm: 'Conectar este dispositivo?',
  deviceConfirmLead: 'Um dispositivo com {client} pede para entrar em seu nome:',
  deviceCompare: 'Olhe para o dispositivo à sua frente. Ele mostra exatamente este código?',
  deviceWarning:
    'Alguém enviou a você este código ou um link para esta página? Então diga não. A pessoa com o dispositivo poderia fazer tudo o que você pode fazer aqui. Nós nunca pedimos um código a você.',
  deviceAllow: 'Permitir, é meu dispositivo',
  deviceAsked: 'O dispositivo pediu em {time}.',
  deviceDone: 'Volte ao seu dispositivo',
  deviceDoneLead: '{client} entrará lá em alguns segundos. Você pode fechar esta página.',
  deviceDoneMistake: 'Foi um engano? Encerre a sessão do dispositivo na página da sua conta.',
  deviceDenied: 'O dispositivo não foi conectado',
  deviceDeniedLead: 'Nada foi feito. Você pode fechar esta página.',

  // Errors of apps and devices
  request_not_local:
    'Esta página não pode ser aberta daqui: ela é para o computador em que este site é desenvolvido. Volte para onde você estava.',
  client_unknown:
    'Este site não conhece o aplicativo que enviou você aqui, por isso nada foi feito. Volte a esse aplicativo e avise os responsáveis por ele.',
  client_not_public:
    'O aplicativo que você usa pediu algo que este site não pode fazer, por isso nada foi feito. Comece de novo nesse aplicativo ou avise os responsáveis por este site.',
  client_redirect_uri_unknown:
    'O aplicativo que enviou você aqui quer a resposta em um endereço que não é dele, por isso nada foi feito. Feche esta página e avise os responsáveis por esse aplicativo.',
  client_denied:
    'Você não permitiu esta entrada, por isso nada foi feito. Se foi um engano, comece de novo no aplicativo.',
  client_grant_invalid:
    'Este aplicativo não está mais conectado, por isso nada foi feito. Entre nele de novo.',
  bearer_not_accepted:
    'Esta página só funciona com a sessão de um navegador, por isso nada foi feito. Abra-a no seu navegador.',
  device_code_unknown:
    'Este site não conhece este código, ou ele é antigo demais, por isso nada foi feito. Olhe de novo para o seu dispositivo.',
  device_code_expired:
    'Você demorou demais para responder, por isso nada foi feito. Comece de novo no seu dispositivo.',
  device_guesses_exceeded:
    'Você digitou códigos errados demais, por isso esta página não aceita mais nenhum por enquanto. Espere dez minutos e tente de novo.',
  bearer_token_missing:
    'Este endereço é para aplicativos conectados à sua conta, por isso nada foi feito. Abra-o em um deles.',
  bearer_request_malformed:
    'Este aplicativo enviou um pedido que não pôde ser entendido. Atualize o aplicativo ou avise quem o faz.',
  bearer_token_invalid:
    'O acesso deste aplicativo terminou, por isso nada foi feito. Conecte o aplicativo à sua conta de novo.',
  bearer_scope_insufficient:
    'Este aplicativo não pode fazer isso, porque você não permitiu. Conecte o aplicativo de novo e permita lá.',
  bearer_level_insufficient:
    'Este aplicativo precisa de uma nova prova de que é você, por isso nada foi feito. Entre de novo no aplicativo.',
  dpop_proof_invalid:
    'Este aplicativo não conseguiu comprovar que é aquele com que você entrou. Entre nele de novo.',
  dpop_nonce_required:
    'Este aplicativo precisa comprovar mais uma vez que é aquele com que você entrou. Tente de novo nele.',
}
