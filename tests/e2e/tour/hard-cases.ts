import type { Desk } from '../pages/desk.ts'

type Answered = { ok: boolean; value: Record<string, unknown>; error?: unknown }

/** One call of the page, made as the page makes it. */
export const callAs = async (desk: Desk, name: string, input: unknown): Promise<Record<string, unknown>> => {
  const answer = await desk.page.evaluate(
    ([call, value]) =>
      (globalThis as unknown as { habeas: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).habeas.calls[call]?.(value),
    [name, input] as const,
  )
  const { ok, value, error } = answer as Answered
  if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`)
  return value
}

/** Names that a layout must bear: long, without a space, in four scripts. All of them made up. */
export const hardNames = {
  long: 'María de los Ángeles Concepción Fernández de Quiñones y Villavicencio-Etxeberria',
  unbroken: 'Rumpelstiltskinovskaya­Wolfeschlegelsteinhausenbergerdorff'.replace('­', ''),
  greek: 'Ελευθερία Παπαδοπούλου-Οικονόμου',
  cyrillic: 'Мухаммад Рахимов оглы Абдуллаев',
  arabic: 'عبد الرحمن محمد المهدي الشنقيطي',
} as const

/** How the vault of a walk spells what is Latin here. */
export type Spelling = (text: string) => string

/** Case files of such people, the last one also moved to the bin, with a saved search and a protected source. */
export async function addHardCases(desk: Desk, spelt: Spelling): Promise<void> {
  for (const name of Object.values(hardNames).map(spelt)) {
    const made = await callAs(desk, 'cases.create', {
      person: { name, kind: 'person', distinguishing: spelt(`${name} (example)`) },
      fields: {
        arrestPlace: spelt('Avenida Libertador con calle 14, detrás del mercado municipal de la Candelaria'),
        arrestForces: spelt('hombres de civil'),
      },
      status: { fields: { status: 'arrested_whereabouts_unknown', since: { typed: spelt('March 2026'), edtf: '2026-03' } } },
    })
    if (name === spelt(hardNames.unbroken))
      await callAs(desk, 'cases.update', {
        id: made['id'],
        baseRevision: made['revision'],
        fields: { summary: spelt(`${'averyveryverylongword'.repeat(12)} and then a sentence nobody cited. ${hardNames.arabic} كان معه.`) },
      })
  }
  const bin = await callAs(desk, 'cases.create', { person: { name: spelt('Example for the bin'), kind: 'person' } })
  await callAs(desk, 'cases.bin', { id: bin['id'] })
  await callAs(desk, 'savedSearches.create', {
    fields: { name: spelt('Held at El Helicoide'), query: spelt('helicoide'), filter: '{"statusGroups":["held"]}', sort: 'best' },
  })
}
