import type { DemonstrationWriter } from './writer.ts'

/**
 * The demonstration's one real case: facts that one news article gave about the first releases of people whom
 * human-rights groups regard as political prisoners in Venezuela. The article gives no year for its date and does not
 * say where she was held; neither is filled in. The one invented source is marked as invented.
 */
export async function writeSanMiguel(write: DemonstrationWriter): Promise<void> {
  const article = await write.source({
    title: 'News article on the first releases, 28 January (year not given)',
    kind: 'news_article',
    connection: 'reporter',
    published: '28 January',
    language: 'English',
    locatorHabit: 'paragraph',
    reliability: 'B',
    protection: 'open',
  })
  const family = await write.source({
    title: 'Her family, as quoted by the newspaper',
    kind: 'family',
    connection: 'relative',
    reliability: 'C',
    protection: 'restricted',
    codeName: 'F1',
    note: 'Known through the news article only; nobody here has spoken with the family.',
  })
  const relayed = await write.source({
    title: 'News article, relaying the family',
    kind: 'news_article',
    connection: 'reporter',
    published: '28 January',
    reliability: 'B',
    relaysSourceId: family,
    protection: 'open',
  })
  const officials = await write.source({
    title: 'Announcement by Venezuelan officials, as reported',
    author: 'Jorge Rodríguez, head of the National Assembly',
    kind: 'official_statement',
    connection: 'official',
    made: '28 January',
    reliability: 'D',
    protection: 'open',
    note: 'No total figure and no list were published. The government denies holding political prisoners.',
  })
  const ministry = await write.source({
    title: 'Spain\u2019s foreign ministry, as reported',
    kind: 'official_statement',
    connection: 'official',
    reliability: 'B',
    protection: 'open',
  })
  const invented = await write.source({
    title: 'INVENTED for the demonstration: bulletin with another day',
    publisher: 'An invented organisation',
    kind: 'ngo_report',
    connection: 'organisation',
    reliability: 'F',
    protection: 'open',
    note: 'This source does not exist. It is here to show how contradicting values stand side by side.',
  })

  const summary = [
    'Human-rights activist and expert on defence and security, known as a critic of President Nicolás Maduro.[^act1]',
    'Arrested in 2024 over an alleged plot to assassinate the President.[^act2]',
    'Her whereabouts were at first unknown, and the United Nations voiced concern about a possible enforced disappearance.[^act3]',
    'She was among five Spanish nationals who were freed.[^act4]',
    'According to her family she was driven from detention straight to Spain\u2019s embassy in Caracas.[^act5]',
    'Where she was held is not known to this file.',
  ].join(' ')
  const { id, personId } = await write.caseFile(
    {
      kind: 'person',
      name: 'Rocío San Miguel',
      familyName: 'San Miguel',
      givenName: 'Rocío',
      sex: 'female',
      citizenships: ['Venezuelan', 'Spanish'],
      occupation: 'Human-rights activist; expert on defence and security',
      distinguishing: 'Expert on defence and security, Caracas',
    },
    {
      reference: 'VEN-2024-0001',
      confidentiality: 'confidential',
      summary,
      arrestDate: '2024',
      arrestForces: null,
      arrestReasons: 'An alleged plot to assassinate the President.[^rea1]',
      notes:
        'The article gives neither the day of the arrest nor a place of detention. Ask: which forces took her, whether a warrant was shown, where she was held, who may speak for the family.',
      tags: ['demonstration', 'dual national'],
    },
  )
  await write.cite('persons', personId, 'name', [{ source: article, credibility: 2 }])
  await write.cite('persons', personId, 'sex', [{ source: article, credibility: 2 }])
  await write.cite('persons', personId, 'citizenships', [
    { source: article, credibility: 2, value: 'Venezuelan' },
    { source: ministry, credibility: 2, value: 'Spanish' },
  ])
  await write.cite('persons', personId, 'occupation', [{ source: article, credibility: 2 }])
  await write.cite('case_files', id, 'summary', [
    { source: article, credibility: 2, mark: 'act1' },
    { source: article, credibility: 2, mark: 'act2' },
    { source: article, credibility: 2, mark: 'act3' },
    { source: ministry, credibility: 2, mark: 'act4' },
    { source: relayed, credibility: 3, mark: 'act5' },
  ])
  await write.cite('case_files', id, 'arrestDate', [{ source: article, credibility: 2 }])
  await write.cite('case_files', id, 'arrestReasons', [{ source: officials, credibility: 5, mark: 'rea1' }])

  for (const offence of ['Treason', 'Conspiracy', 'Terrorism']) {
    await write.charge(
      {
        caseId: id,
        offence,
        status: 'charged',
        note: offence === 'Terrorism' ? 'The article adds \u201camong other charges\u201d without naming them.' : null,
      },
      [{ source: article, credibility: 2 }],
    )
  }

  await write.whereabouts(
    {
      caseId: id,
      from: '2024',
      capture: 'unknown',
      locationDisclosed: 'no',
      confidence: 'reported',
      note: 'Whereabouts at first unknown; the article does not say for how long, nor where she was held afterwards.',
    },
    [{ source: article, credibility: 2 }],
  )
  await write.whereabouts(
    {
      caseId: id,
      place: 'Embassy of Spain, Caracas',
      from: '28 January',
      capture: 'acknowledged',
      locationDisclosed: 'yes',
      contactFamily: 'unknown',
      confidence: 'reported',
      reportedBy: 'the family, through the press',
    },
    [{ source: relayed, credibility: 3 }],
  )

  await write.status(id, 'arrested_whereabouts_unknown', '2024', 'concern about a possible enforced disappearance', [
    { source: article, credibility: 2 },
  ])
  const released = await write.status(id, 'released_charges_pending', '28 January', 'released; nothing is said of the charges', [
    { source: ministry, credibility: 2 },
    { source: relayed, credibility: 3 },
  ])
  await write.competing(
    'custody_statuses',
    released,
    'since',
    { date: '30 January' },
    'The invented bulletin names another day; neither gives a year.',
    [{ source: invented, credibility: 6 }],
  )
  await write.competing(
    'case_files',
    id,
    'arrestReasons',
    { value: 'Detained for her work on defence and security matters' },
    'Rights groups regard those released as political prisoners; the government denies holding any and speaks of ordinary crimes.',
    [{ source: article, credibility: 3 }],
  )
}
