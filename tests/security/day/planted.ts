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

export const plantedTexts: readonly string[] = Object.values(planted)
