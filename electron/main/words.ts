import type { Settings } from '../contract/index.ts'

type Language = Settings['language']

/** The few words that the system shows for the app: menu and dialogs. All others are the page's. */
type MenuWords = Record<
  | 'file'
  | 'newCase'
  | 'report'
  | 'closeTab'
  | 'lock'
  | 'quit'
  | 'edit'
  | 'undoChange'
  | 'redoChange'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'find'
  | 'palette'
  | 'view'
  | 'back'
  | 'forward'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'help'
  | 'shortcuts',
  string
>
type DialogWords = Record<
  | 'openVault'
  | 'createVault'
  | 'newVaultName'
  | 'saveReport'
  | 'reportName'
  | 'saveCards'
  | 'cardsName'
  | 'backupFolder'
  | 'saveBackup'
  | 'backupName'
  | 'saveList'
  | 'listName',
  string
>

export const menuWords: Record<Language, MenuWords> = {
  en: {
    file: '&File',
    newCase: 'New case file',
    report: 'Case report…',
    closeTab: 'Close the tab',
    lock: 'Lock now',
    quit: 'Quit',
    edit: '&Edit',
    undoChange: 'Undo the last change',
    redoChange: 'Redo what was undone',
    undo: 'Undo typing',
    redo: 'Redo typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    find: 'Find',
    palette: 'Find anything…',
    view: '&View',
    back: 'Back',
    forward: 'Forward',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Usual size',
    help: '&Help',
    shortcuts: 'Keyboard shortcuts',
  },
  es: {
    file: '&Archivo',
    newCase: 'Nuevo expediente',
    report: 'Informe del caso…',
    closeTab: 'Cerrar la pestaña',
    lock: 'Bloquear ahora',
    quit: 'Salir',
    edit: '&Editar',
    undoChange: 'Deshacer el último cambio',
    redoChange: 'Rehacer lo deshecho',
    undo: 'Deshacer lo escrito',
    redo: 'Rehacer lo escrito',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    find: 'Buscar',
    palette: 'Buscar cualquier cosa…',
    view: '&Ver',
    back: 'Atrás',
    forward: 'Adelante',
    zoomIn: 'Más grande',
    zoomOut: 'Más pequeño',
    resetZoom: 'Tamaño normal',
    help: 'A&yuda',
    shortcuts: 'Atajos de teclado',
  },
  fr: {
    file: '&Fichier',
    newCase: 'Nouveau dossier',
    report: 'Rapport du dossier…',
    closeTab: 'Fermer l’onglet',
    lock: 'Verrouiller maintenant',
    quit: 'Quitter',
    edit: 'É&dition',
    undoChange: 'Annuler la dernière modification',
    redoChange: 'Rétablir ce qui a été annulé',
    undo: 'Annuler la saisie',
    redo: 'Rétablir la saisie',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    find: 'Rechercher',
    palette: 'Tout rechercher…',
    view: '&Affichage',
    back: 'Précédent',
    forward: 'Suivant',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    resetZoom: 'Taille habituelle',
    help: 'A&ide',
    shortcuts: 'Raccourcis clavier',
  },
  ar: {
    file: 'م&لف',
    newCase: 'ملف قضية جديد',
    report: 'تقرير القضية…',
    closeTab: 'إغلاق التبويب',
    lock: 'القفل الآن',
    quit: 'إنهاء',
    edit: 'ت&حرير',
    undoChange: 'التراجع عن آخر تغيير',
    redoChange: 'إعادة ما تم التراجع عنه',
    undo: 'التراجع عن الكتابة',
    redo: 'إعادة الكتابة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
    find: 'بحث',
    palette: 'البحث عن أي شيء…',
    view: '&عرض',
    back: 'رجوع',
    forward: 'تقدم',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    resetZoom: 'الحجم المعتاد',
    help: 'م&ساعدة',
    shortcuts: 'اختصارات لوحة المفاتيح',
  },
}

export const dialogWords: Record<Language, DialogWords> = {
  en: {
    openVault: 'Choose a vault',
    createVault: 'Where the new vault is to stand',
    newVaultName: 'Case files',
    saveReport: 'Save the report',
    reportName: 'Report',
    saveCards: 'Save the recovery cards',
    cardsName: 'Cards',
    backupFolder: 'Folder for copies of backups',
    saveBackup: 'Save a backup as',
    backupName: 'Habeas backup',
    saveList: 'Save the list',
    listName: 'What could not be read',
  },
  es: {
    openVault: 'Elegir una bóveda',
    createVault: 'Dónde guardar la bóveda nueva',
    newVaultName: 'Expedientes',
    saveReport: 'Guardar el informe',
    reportName: 'Informe',
    saveCards: 'Guardar las tarjetas de recuperación',
    cardsName: 'Tarjetas',
    backupFolder: 'Carpeta para las copias de seguridad',
    saveBackup: 'Guardar una copia de respaldo como',
    backupName: 'Copia de Habeas',
    saveList: 'Guardar la lista',
    listName: 'Lo que no se pudo leer',
  },
  fr: {
    openVault: 'Choisir un coffre',
    createVault: 'Où placer le nouveau coffre',
    newVaultName: 'Dossiers',
    saveReport: 'Enregistrer le rapport',
    reportName: 'Rapport',
    saveCards: 'Enregistrer les cartes de récupération',
    cardsName: 'Cartes',
    backupFolder: 'Dossier pour les copies des sauvegardes',
    saveBackup: 'Enregistrer une sauvegarde sous',
    backupName: 'Sauvegarde Habeas',
    saveList: 'Enregistrer la liste',
    listName: 'Ce qui n’a pas pu être lu',
  },
  ar: {
    openVault: 'اختيار خزنة',
    createVault: 'أين توضع الخزنة الجديدة',
    newVaultName: 'ملفات القضايا',
    saveReport: 'حفظ التقرير',
    reportName: 'تقرير',
    saveCards: 'حفظ بطاقات الاستعادة',
    cardsName: 'بطاقات',
    backupFolder: 'مجلد نسخ النسخ الاحتياطية',
    saveBackup: 'حفظ نسخة احتياطية باسم',
    backupName: 'نسخة Habeas الاحتياطية',
    saveList: 'حفظ القائمة',
    listName: 'ما تعذّرت قراءته',
  },
}
