import { crowd } from '../support/crowd.ts'

/** What is typed in a day's work and must be readable nowhere but in the app; all of it invented, none of it a common word. */
export const planted = {
  vaultTitle: 'Oficina del Alcaraván Gris',
  caseworker: 'Leocadia Berruguete Sanz',
  passphrase: 'turbine walnut meadow eleven granite pelican',
  latinName: 'Xiomara Quintañón-Velloso',
  cyrillicName: 'Всеволод Черноусов-Яхонтов',
  arabicName: 'مهند الزبيراوي الفلاحي',
  callNote: 'La tía pide que nadie llame al molino viejo',
  arrestPlace: 'Callejón de los Tintoreros, Peñíscola del Río',
  offence: 'Sedición por octavillas anaranjadas',
  whereabouts: 'Caserna del Faro Hundido',
  sourceTitle: 'Cuaderno de la portera Gumersinda',
  quotation: 'lo subieron a un furgón sin matrícula ninguna',
  summary: 'Desapareció camino del horno de Casimiro.',
  cyrillicNote: 'Свидетель слышал крики из подвала прачечной',
  arabicNote: 'قالت الجارة إنها رأت سيارتين بيضاوين',
  draft: 'Una frase a medias sobre el almacén de esparto',
  edited: 'Travesía de los Curtidores, Peñíscola del Río',
  searched: 'furgón sin matrícula',
} as const

/** Notes of many sentences, so that there are 200 texts in all. */
export const plantedCrowd: readonly string[] = crowd(200 - Object.keys(planted).length, 20_261_128)

export const plantedTexts: readonly string[] = [...Object.values(planted), ...plantedCrowd]
