import type { ErrorParams } from '../contract/index.ts'
import type { wordsEn } from './words.en.ts'

const value = (params: ErrorParams, name: string): string => {
  const found = params[name]
  return Array.isArray(found) ? found.join(', ') : String(found ?? '')
}

export const wordsEs: typeof wordsEn = {
  help: `habeas: los servicios de la bóveda, sin ventana

  create BÓVEDA [--caseworker NOMBRE]     una bóveda nueva y vacía
  demo BÓVEDA                             una bóveda nueva con los expedientes de demostración
  info BÓVEDA [--header-only]             nombre, versión, cifrado, derivación de la clave, cantidades
  list BÓVEDA [--limit N] [--offset N]    expedientes
  search BÓVEDA CONSULTA [--limit N]      expedientes que coinciden, los mejores primero
  show BÓVEDA REF                         un expediente completo
  report BÓVEDA REF --template case [--lang en|es|fr|ar] [--audience NOMBRE] [--date AAAA-MM-DD] --out ARCHIVO.pdf [--force]
  backup BÓVEDA --out ARCHIVO             toda la bóveda en un archivo cifrado, verificado después de escribirlo
  restore ARCHIVO --to BÓVEDA             una bóveda a partir de ese archivo; sin frase, solo se comparan sumas de control
  verify BÓVEDA                           revisa cada parte; termina con 4 si algo falla
  rpc BÓVEDA [--locked]                   las llamadas de la página, en líneas JSON
  rpc --list                              todas las llamadas, en JSON

Frase de contraseña: --passphrase-file ARCHIVO, o --passphrase-stdin (primera línea), o se pide en la terminal.
--json escribe un documento JSON; los errores van a la salida de errores.
Códigos: 0 hecho, 2 uso, 3 la bóveda no se abrió, 4 daño, 5 no hay nada con ese nombre, 6 entrada rechazada, 1 lo demás.`,
  askPassphrase: 'Frase de contraseña: ',
  askNewPassphrase: 'Nueva frase de contraseña: ',
  askAgain: 'Otra vez: ',
  notTheSame: 'Las dos frases no coinciden; no se creó nada.',
  created: (folder) => `Se creó la bóveda ${folder}.`,
  demoCreated: (folder, cases) =>
    `Se creó la bóveda de demostración ${folder} con ${cases} expedientes; las personas marcadas como inventadas no existen.`,
  reportWritten: (file, bytes) => `Se escribió ${file} (${bytes} bytes). Está fuera de la bóveda y sin cifrar.`,
  missingGlyphs: (count) => `${count} caracteres distintos no se pudieron mostrar y aparecen con una marca.`,
  backupWritten: (file, bytes) => `Se escribió ${file} (${bytes} bytes), cifrado; se volvió a leer, se abrió y está en buen estado.`,
  restored: (folder, when) => `Se restauró la bóveda ${folder} tal como estaba el ${when}.`,
  restoredWhole: 'Se revisó cada página, cada enlace y cada fila.',
  restoredUnchecked:
    'Solo se compararon las sumas de control: eso descarta daños, no una falsificación. Ábrala con su frase de contraseña y ejecute «verify».',
  sound: 'La bóveda está en buen estado.',
  fault: (what) => `Falla: ${what}`,
  total: (count) => `${count} en total`,
  noHits: 'No se encontró nada.',
  labels: {
    name: 'Nombre',
    created: 'Creada',
    schema: 'Versión del esquema',
    cipher: 'Cifrado',
    kdf: 'Derivación de la clave',
    change: 'Último cambio',
    counts: 'Cantidades',
    sources: 'Fuentes',
    inBin: 'En la papelera',
  },
  errors: {
    usage: (params) => `${value(params, 'reason')}\nVea «habeas --help».`,
    invalid_input: (params) => `La entrada se rechazó en «${value(params, 'path')}»: ${value(params, 'reason')}. No se cambió nada.`,
    locked: () => 'La bóveda está bloqueada.',
    already_unlocked: () => 'La bóveda ya está abierta.',
    not_found: (params) => `No hay nada con ese nombre${params['what'] === undefined ? '' : ` (${value(params, 'what')})`}.`,
    conflict: (params) => `Otra persona lo cambió después de que usted lo leyera: ${value(params, 'fields')}. No se cambió nada.`,
    in_bin: () => 'Está en la papelera; restáurelo primero.',
    undo_refused: (params) => `El cambio no se puede deshacer: ${value(params, 'reason')}.`,
    wrong_passphrase: () => 'La frase de contraseña no abre esta bóveda. No se cambió nada.',
    weak_passphrase: (params) =>
      `La frase de contraseña es fácil de adivinar (${value(params, 'reason')}). Elija una más larga, o varias palabras sin relación.`,
    key_refused: (params) =>
      `Esta llave no se puede agregar ni retirar (${value(params, 'reason')}). Las llaves de la bóveda siguen como estaban.`,
    recovery_refused: (params) =>
      `El código o las tarjetas de recuperación no abren la bóveda (${value(params, 'reason')}). No se cambió nada.`,
    older_key: () =>
      'Esta copia se hizo antes de que la clave de la bóveda se hiciera de nuevo. Se abre con la frase de contraseña de entonces.',
    no_vault: () => 'En este lugar no hay ninguna bóveda.',
    erased: () =>
      'Un borrado rápido destruyó las llaves de esta bóveda. Ya nada la abre; una copia de respaldo guardada en otro lugar se abre por sí misma.',
    exists: () => 'En este lugar ya hay algo; se dejó como estaba.',
    newer_version: (params) => `Una versión más nueva de Habeas escribió esta bóveda (${value(params, 'version')}). Se dejó como estaba.`,
    unsupported_kdf: () => 'Los parámetros de la clave de esta bóveda no son seguros. Se dejó como estaba.',
    vault_in_use: () => 'La bóveda está abierta en otra ventana o programa. Ciérrela allí primero.',
    damaged: (params) =>
      params['what'] === 'backup'
        ? `La copia de respaldo está dañada (${value(params, 'part')}). No se restauró nada; pruebe con otra.`
        : `Una parte de la bóveda está dañada: ${value(params, 'what')}. Deje la carpeta como está; lo primero es copiarla a otro disco.`,
    rolled_back: () =>
      'La bóveda es más antigua que su propio registro del último cambio. Alguien pudo haber puesto en su lugar una copia anterior.',
    read_only: () => 'No se puede escribir en este lugar. No se cambió nada.',
    disk_full: () => 'El disco está lleno. No se cambió nada; libere espacio y vuelva a intentarlo.',
    disk_failed: () =>
      'El disco respondió con un error: puede estar lleno, fallando o desconectado. Lo guardado antes está a salvo; revise el disco y vuelva a intentarlo.',
    cancelled: () => 'Detenido.',
    needs_window: () => 'Esto necesita la ventana del programa.',
    process_gone: () => 'Una parte del programa terminó. Lo guardado está a salvo.',
    busy: () => 'El mismo trabajo sigue en curso.',
    internal: (params) => `Un fallo del programa (${value(params, 'where')}). No se cambió nada.`,
  },
}
