import type { SameShape } from '../../blocks.ts'
import type { trouble as english } from '../en/trouble.ts'

export const trouble: SameShape<typeof english> = {
  damage: {
    title: 'Cuando la bóveda está dañada',
    lead: 'Los discos fallan, las unidades se arrancan, los archivos se alteran. El daño se nota y nunca se muestra como si fueran datos. Habeas nunca ofrece borrarlo todo y empezar de nuevo.',
    blocks: [
      {
        kind: 'text',
        text: 'Si la bóveda no puede abrirse tal como está, una pantalla dice qué ocurre y ofrece las salidas, la más suave primero. También se llega a ella con {wrong} en la pantalla de bloqueo.',
      },
      {
        kind: 'steps',
        items: [
          '{checkAgain}: cuando la unidad ya está bien conectada o el disco vuelve a tener sitio.',
          '{openReading}. No se escribe nada; lo que no puede leerse falta, y se dice que falta.',
          '{restoreBackup}. Ve de cuándo es y qué contiene. La carpeta dañada se conserva al lado.',
          '{saveAll}, en una bóveda nueva, con una lista de lo que no.',
        ],
      },
      { kind: 'heading', text: 'Antes de hacer nada' },
      {
        kind: 'list',
        items: [
          'Copie la carpeta entera de la bóveda a otra unidad. Lo que se hace con una copia puede hacerse otra vez.',
          'Un disco que ha fallado una vez vuelve a fallar: deje de trabajar en él.',
          'Una bóveda más antigua que la que dejó no es un daño. Puede haberla repuesto alguien, o un programa que sincroniza carpetas. Pregunte quién, antes de seguir.',
          'Compare las cuatro palabras del último cambio con las de su papel.',
        ],
      },
      { kind: 'text', text: 'Para no llegar a esto: {#backups}.' },
    ],
  },
  pressure: {
    title: 'Bajo presión',
    lead: 'Decida antes del mal día qué hará en él. Ese día habrá tiempo para una tecla.',
    blocks: [
      { kind: 'heading', text: 'Bloquear deprisa' },
      {
        kind: 'text',
        text: '[F9] bloquea desde cualquier lugar de la ventana. Un equipo apagado es mejor que uno bloqueado; uno suspendido es el peor de los tres.',
      },
      { kind: 'heading', text: '{quickErase}' },
      {
        kind: 'text',
        text: 'Sobrescribe las llaves de la bóveda y de las copias de respaldo de su carpeta, y borra los archivos si usted quiere. Está en {settings} y en la pantalla de bloqueo; no pide la frase de contraseña, sino el nombre de la carpeta, para que no ocurra por error. Después nada abre esta bóveda. No se puede deshacer.',
      },
      {
        kind: 'list',
        items: [
          'Las copias de respaldo y las copias en otros lugares quedan, y se abren con las llaves de su día.',
          'Las memorias flash guardan trozos antiguos de archivos que ningún programa alcanza. Quien los lea y tenga la frase de contraseña quizá pueda abrir lo que quede.',
          'Puede seguir viéndose que hubo una bóveda, y que Habeas está aquí.',
          'Quien vio algo antes, o le hizo una foto, lo sigue teniendo.',
        ],
      },
      {
        kind: 'note',
        text: 'Destruir lo que alguien exige puede ser un delito donde usted está, y puede ponerle en peligro. Hable con un abogado antes del mal día.',
      },
      { kind: 'heading', text: 'Antes de un viaje' },
      {
        kind: 'list',
        items: [
          'Lo mejor: que el equipo que cruza una frontera no lleve ninguna bóveda.',
          '{travelCopy}, en {settings}, lleva los expedientes elegidos a una bóveda con llave y frase de contraseña propias, sin historial, papelera ni copias de respaldo. Las identidades de las fuentes protegidas pueden quedarse en casa.',
          'La copia no oculta nada: se ve que es una bóveda, y pueden exigirle su frase de contraseña.',
          'Deje en casa las tarjetas, el código y las copias de respaldo, en manos de confianza.',
          'Apague el equipo antes de la frontera; no lo deje suspendido.',
        ],
      },
      { kind: 'text', text: 'Lo que queda fuera de alcance: {#safety}.' },
    ],
  },
  computer: {
    title: 'Este equipo',
    lead: 'Habeas no escribe nada legible. El sistema en que funciona sí puede hacerlo: cuando falta memoria, cuando el equipo hiberna, cuando una carpeta se copia a una nube.',
    blocks: [
      {
        kind: 'text',
        text: '{thisComputer}, en {settings}, dice lo que Habeas puede ver del disco, la memoria de intercambio, la hibernación y las carpetas, y qué hacer.',
      },
      { kind: 'heading', text: 'Cifre el disco entero' },
      {
        kind: 'text',
        text: 'Así quedan cifrados también la memoria de intercambio, la hibernación y lo que dejen otros programas. Es lo más útil que puede hacer fuera de Habeas.',
      },
      {
        kind: 'table',
        head: ['Sistema', 'Dónde', 'Tenga en cuenta'],
        rows: [
          [
            'Windows',
            'Configuración, Privacidad y seguridad, Cifrado de dispositivo; o BitLocker en el Panel de control.',
            'La clave de recuperación puede enviarse a una cuenta de Microsoft. Guárdela mejor en papel.',
          ],
          [
            'macOS',
            'Ajustes del Sistema, Privacidad y seguridad, FileVault.',
            'Elija la clave de recuperación, no la cuenta de iCloud. Escríbala en papel.',
          ],
          [
            'Linux',
            'Se elige al instalar el sistema: LUKS para todo el disco, con la memoria de intercambio.',
            'En un sistema sin él, cifre al menos la memoria de intercambio, o desactívela.',
          ],
        ],
      },
      { kind: 'heading', text: 'Mantenga la bóveda fuera de carpetas sincronizadas' },
      {
        kind: 'text',
        text: 'Dropbox, OneDrive, iCloud, Google Drive, Syncthing y otros parecidos copian la bóveda a otro sitio, guardan sus versiones antiguas y pueden reponer una. No leen nada de ella; pero las copias quedan fuera de sus manos, y una bóveda copiada a medias es una bóveda dañada. Una unidad de red tampoco es lugar para una bóveda.',
      },
      { kind: 'heading', text: 'Y además' },
      {
        kind: 'list',
        items: [
          'Una contraseña del equipo que se pida al salir de la suspensión, y que no sea la frase de contraseña de la bóveda.',
          'Las actualizaciones del sistema, cuando esté en un lugar con una red de confianza.',
          'Nada instalado que no necesite: cada programa puede mirar por encima de su hombro.',
          'Una cuenta propia. Quien comparte una comparte todo lo que está abierto.',
        ],
      },
    ],
  },
}
