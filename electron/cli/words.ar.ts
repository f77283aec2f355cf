import type { ErrorParams } from '../contract/index.ts'
import type { wordsEn } from './words.en.ts'

const value = (params: ErrorParams, name: string): string => {
  const found = params[name]
  return Array.isArray(found) ? found.join('، ') : String(found ?? '')
}

export const wordsAr: typeof wordsEn = {
  help: `habeas: خدمات الخزنة من دون نافذة

  create VAULT [--caseworker NAME]     خزنة جديدة فارغة
  demo VAULT                           خزنة جديدة فيها ملفات العرض
  info VAULT [--header-only]           الاسم والإصدار والتشفير واشتقاق المفتاح والأعداد
  list VAULT [--limit N] [--offset N]  ملفات القضايا
  search VAULT QUERY [--limit N]       الملفات المطابقة، الأقرب أولًا
  show VAULT REF                       ملف قضية كامل
  report VAULT REF --template case [--lang en|es|fr|ar] [--audience NAME] [--date YYYY-MM-DD] --out FILE.pdf [--force]
  backup VAULT --out FILE              الخزنة كلها في ملف واحد مشفَّر، يُتحقق منه بعد كتابته
  restore FILE --to VAULT              خزنة من ملف كهذا؛ ومن دون عبارة المرور يُفحص بالمجاميع الاختبارية فقط
  verify VAULT                         يفحص كل جزء؛ رمز الخروج 4 عند أي خلل
  rpc VAULT [--locked]                 نداءات الصفحة أسطرًا بصيغة JSON
  rpc --list                           كل النداءات بصيغة JSON

عبارة المرور: --passphrase-file FILE، أو --passphrase-stdin (السطر الأول)، أو تُطلب في الطرفية.
--json يكتب مستند JSON واحدًا؛ والأخطاء تذهب إلى مخرج الأخطاء.
رموز الخروج: 0 تم، 2 استعمال، 3 لم تُفتح الخزنة، 4 تلف، 5 لا شيء بهذا الاسم، 6 رُفض المدخل، 1 غير ذلك.`,
  askPassphrase: 'عبارة المرور: ',
  askNewPassphrase: 'عبارة المرور الجديدة: ',
  askAgain: 'مرة أخرى: ',
  notTheSame: 'العبارتان مختلفتان؛ لم يُنشأ شيء.',
  created: (folder) => `أُنشئت الخزنة ${folder}.`,
  demoCreated: (folder, cases) => `أُنشئت خزنة العرض ${folder} وعدد ملفاتها ${cases}؛ الأشخاص الموسومون بأنهم مختلقون لا وجود لهم.`,
  reportWritten: (file, bytes) => `كُتب ${file} (${bytes} بايت). وهو خارج الخزنة وغير مشفَّر.`,
  missingGlyphs: (count) => `عدد الحروف المختلفة التي تعذر إظهارها ${count}، ومكانها علامة.`,
  backupWritten: (file, bytes) => `كُتب ${file} (${bytes} بايت) مشفَّرًا؛ ثم قُرئ وفُتح ووُجد سليمًا.`,
  restored: (folder, when) => `استُعيدت الخزنة ${folder} كما كانت في ${when}.`,
  restoredWhole: 'فُحصت كل صفحة وكل حلقة وكل صف.',
  restoredUnchecked: 'فُحصت بالمجاميع الاختبارية فقط: وهذا يستبعد التلف لا التزوير. افتحها بعبارة المرور ثم شغّل "verify".',
  sound: 'الخزنة سليمة.',
  fault: (what) => `خلل: ${what}`,
  total: (count) => `المجموع ${count}`,
  noHits: 'لم يُعثر على شيء.',
  labels: {
    name: 'الاسم',
    created: 'تاريخ الإنشاء',
    schema: 'إصدار البنية',
    cipher: 'التشفير',
    kdf: 'اشتقاق المفتاح',
    change: 'آخر تغيير',
    counts: 'الأعداد',
    sources: 'المصادر',
    inBin: 'في سلة المحذوفات',
  },
  errors: {
    usage: (params) => `${value(params, 'reason')}\nانظر "habeas --help".`,
    invalid_input: (params) => `رُفض المدخل عند "${value(params, 'path')}": ${value(params, 'reason')}. لم يتغير شيء.`,
    locked: () => 'الخزنة مقفلة.',
    already_unlocked: () => 'الخزنة مفتوحة من قبل.',
    not_found: (params) => `لا شيء بهذا الاسم${params['what'] === undefined ? '' : ` (${value(params, 'what')})`}.`,
    conflict: (params) => `غيّره شخص آخر منذ قراءته: ${value(params, 'fields')}. لم يتغير شيء.`,
    in_bin: () => 'هو في سلة المحذوفات؛ استعده أولًا.',
    undo_refused: (params) => `تعذر التراجع عن التغيير: ${value(params, 'reason')}.`,
    wrong_passphrase: () => 'عبارة المرور لا تفتح هذه الخزنة. لم يتغير شيء.',
    weak_passphrase: (params) => `عبارة المرور سهلة التخمين (${value(params, 'reason')}). اختر عبارة أطول، أو عدة كلمات لا صلة بينها.`,
    key_refused: (params) => `لا يمكن إضافة هذا المفتاح أو سحبه (${value(params, 'reason')}). بقيت مفاتيح الخزنة كما كانت.`,
    recovery_refused: (params) => `رمز الاسترداد أو بطاقاته لا تفتح الخزنة (${value(params, 'reason')}). لم يتغير شيء.`,
    older_key: () => 'أُخذت هذه النسخة قبل تجديد مفتاح الخزنة. تُفتح بعبارة المرور التي كانت آنذاك.',
    no_vault: () => 'لا خزنة في هذا المكان.',
    erased: () => 'دمّر محو سريع مفاتيح هذه الخزنة. لم يعد شيء يفتحها؛ والنسخة الاحتياطية المحفوظة في مكان آخر تُفتح بذاتها.',
    exists: () => 'في هذا المكان شيء من قبل؛ تُرك كما هو.',
    newer_version: (params) => `كتب هذه الخزنة إصدار أحدث من Habeas (${value(params, 'version')}). تُركت كما هي.`,
    unsupported_kdf: () => 'معاملات مفتاح هذه الخزنة غير مأمونة. تُركت كما هي.',
    vault_in_use: () => 'الخزنة مفتوحة في نافذة أخرى أو برنامج آخر. أغلقها هناك أولًا.',
    damaged: (params) =>
      params['what'] === 'backup'
        ? `النسخة الاحتياطية تالفة (${value(params, 'part')}). لم يُستعد شيء؛ جرّب نسخة أخرى.`
        : `جزء من الخزنة تالف: ${value(params, 'what')}. اترك المجلد كما هو؛ وأول ما يُفعل نسخه إلى قرص آخر.`,
    rolled_back: () => 'الخزنة أقدم من سجلها هي لآخر تغيير. ربما وضع أحدهم مكانها نسخة أقدم.',
    read_only: () => 'تتعذر الكتابة في هذا المكان. لم يتغير شيء.',
    disk_full: () => 'القرص ممتلئ. لم يتغير شيء؛ أفسح مكانًا وأعد المحاولة.',
    disk_failed: () => 'أجاب القرص بخطأ: قد يكون ممتلئًا أو معطوبًا أو غير موصول. ما حُفظ من قبل في أمان؛ تحقق من القرص وأعد المحاولة.',
    cancelled: () => 'أُوقف.',
    needs_window: () => 'هذا يحتاج إلى نافذة البرنامج.',
    process_gone: () => 'انتهى جزء من البرنامج. ما حُفظ في أمان.',
    busy: () => 'العمل نفسه ما زال جاريًا.',
    internal: (params) => `خلل في البرنامج (${value(params, 'where')}). لم يتغير شيء.`,
  },
}
