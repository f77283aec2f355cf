import type { ReportLanguage } from './words.ts'

/** What a sheet with a recovery card says. It names the vault by its number alone: no person, no office, no title. */
export type CardWords = {
  /** Title of the document and of its file's own properties. */
  document: string
  card: (number: string, total: string) => string
  anyOf: (needed: string, total: string) => string
  vault: string
  set: string
  words: string
  /** What a screen reader says in the place of the drawn code. */
  code: string
  codeHint: string
  whatToDo: string
  steps: readonly string[]
  file: string
}

/** The sheet's words in each language; one that is missing does not compile. */
export const cardWords: Readonly<Record<ReportLanguage, CardWords>> = {
  en: {
    document: 'Recovery cards',
    card: (number, total) => `Recovery card ${number} of ${total}`,
    anyOf: (needed, total) => `Any ${needed} of these ${total} cards together open the vault. Fewer open nothing and tell nothing.`,
    vault: 'Vault',
    set: 'Set of cards',
    words: 'The words of this card',
    code: 'The same words as a code for a reader of QR codes',
    codeHint: 'The same words, for a reader of QR codes that is not on the network.',
    whatToDo: 'What to do with it',
    steps: [
      'Give each card to another person or put it in another place. Never keep as many as are needed together, nor beside the computer.',
      'Whoever has as many as are needed, and the vault, reads everything in it. Keep this card as you would keep a key.',
      'When the passphrase is forgotten: on the lock screen of Habeas, choose “Forgot the passphrase?” and type the words of as many cards as are needed.',
      'If a card is lost or was seen by somebody: make new cards in the settings, under “Keys”, and revoke this set.',
    ],
    file: 'Printed from a file? Delete it now, and empty the bin: the file is not encrypted.',
  },
  es: {
    document: 'Tarjetas de recuperación',
    card: (number, total) => `Tarjeta de recuperación ${number} de ${total}`,
    anyOf: (needed, total) =>
      `${needed} cualesquiera de estas ${total} tarjetas abren juntas la bóveda. Con menos no se abre nada ni se averigua nada.`,
    vault: 'Bóveda',
    set: 'Juego de tarjetas',
    words: 'Las palabras de esta tarjeta',
    code: 'Las mismas palabras como código para un lector de códigos QR',
    codeHint: 'Las mismas palabras, para un lector de códigos QR que no esté en la red.',
    whatToDo: 'Qué hacer con ella',
    steps: [
      'Dé cada tarjeta a otra persona o póngala en otro lugar. No guarde nunca juntas tantas como hacen falta, ni junto al equipo.',
      'Quien tenga tantas como hacen falta, y la bóveda, lee todo lo que hay en ella. Guarde esta tarjeta como guardaría una llave.',
      'Si se olvida la frase de contraseña: en la pantalla de bloqueo de Habeas, elija «¿Olvidó la frase de contraseña?» y escriba las palabras de tantas tarjetas como hagan falta.',
      'Si una tarjeta se pierde o alguien la ha visto: haga tarjetas nuevas en los ajustes, en «Llaves», y retire este juego.',
    ],
    file: '¿Impresa desde un archivo? Bórrelo ahora y vacíe la papelera: el archivo no está cifrado.',
  },
  fr: {
    document: 'Cartes de récupération',
    card: (number, total) => `Carte de récupération ${number} sur ${total}`,
    anyOf: (needed, total) =>
      `${needed} de ces ${total} cartes, peu importe lesquelles, ouvrent ensemble le coffre. Moins n’ouvrent rien et ne disent rien.`,
    vault: 'Coffre',
    set: 'Jeu de cartes',
    words: 'Les mots de cette carte',
    code: 'Les mêmes mots sous forme de code pour un lecteur de codes QR',
    codeHint: 'Les mêmes mots, pour un lecteur de codes QR qui n’est pas en réseau.',
    whatToDo: 'Que faire de cette carte',
    steps: [
      'Donnez chaque carte à une autre personne ou rangez-la dans un autre lieu. N’en gardez jamais ensemble autant qu’il en faut, ni près de l’ordinateur.',
      'Qui en a autant qu’il en faut, et le coffre, lit tout ce qu’il contient. Gardez cette carte comme vous garderiez une clé.',
      'Si la phrase secrète est oubliée : sur l’écran de verrouillage de Habeas, choisissez « Phrase secrète oubliée ? » et tapez les mots d’autant de cartes qu’il en faut.',
      'Si une carte est perdue ou a été vue par quelqu’un : faites de nouvelles cartes dans les réglages, sous « Clés », et retirez ce jeu.',
    ],
    file: 'Imprimée depuis un fichier ? Supprimez-le maintenant et videz la corbeille : le fichier n’est pas chiffré.',
  },
  ar: {
    document: 'بطاقات الاستعادة',
    card: (number, total) => `بطاقة الاستعادة ${number} من ${total}`,
    anyOf: (needed, total) => `أي ${needed} من هذه البطاقات الـ${total} تفتح معاً الخزنة. والأقل من ذلك لا يفتح شيئاً ولا يكشف شيئاً.`,
    vault: 'الخزنة',
    set: 'مجموعة البطاقات',
    words: 'كلمات هذه البطاقة',
    code: 'الكلمات نفسها رمزاً لقارئ رموز QR',
    codeHint: 'الكلمات نفسها، لقارئ رموز QR غير متصل بالشبكة.',
    whatToDo: 'ماذا تفعلون بها',
    steps: [
      'أعطوا كل بطاقة لشخص آخر أو ضعوها في مكان آخر. لا تحفظوا معاً أبداً العدد اللازم من البطاقات، ولا بجانب الحاسوب.',
      'من يملك العدد اللازم منها مع الخزنة يقرأ كل ما فيها. احفظوا هذه البطاقة كما تحفظون مفتاحاً.',
      'إذا نُسيت عبارة المرور: في شاشة القفل في Habeas اختاروا «نسيتم عبارة المرور؟» واكتبوا كلمات العدد اللازم من البطاقات.',
      'إذا ضاعت بطاقة أو رآها أحد: أنشئوا بطاقات جديدة في الإعدادات، تحت «المفاتيح»، واسحبوا هذه المجموعة.',
    ],
    file: 'طُبعت من ملف؟ احذفوه الآن وأفرغوا سلة المهملات: الملف غير مشفّر.',
  },
}
