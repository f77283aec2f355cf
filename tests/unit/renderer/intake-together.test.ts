import { describe, expect, it } from 'vitest'

import type { Answer, Caller } from '../../../electron/contract/index.ts'
import { dayNumber } from '../../../electron/domain/days.ts'
import { enterTogether } from '../../../renderer/features/intake/enter-case.ts'
import { draftToForm, emptyForm, formsOfTogether, formToDraft, type IntakeForm } from '../../../renderer/features/intake/intake-form.ts'
import { planOf, whatIsMissing } from '../../../renderer/features/intake/intake-plan.ts'
import { askedInVainForNotes, isAskedInVain, stillOpen, tick } from '../../../renderer/features/intake/open-questions.ts'
import { readPastedPeople } from '../../../renderer/features/intake/pasted-people.ts'
import { bothReadings, readBirth } from '../../../renderer/features/intake/read-intake-date.ts'

const today = dayNumber(2026, 11, 23)
const form = (part: Partial<IntakeForm>): IntakeForm => ({ ...emptyForm, ...part })
const read = (text: string) => readPastedPeople(text, (words) => readBirth(words, 'en', today) !== null)

describe('pasted lines', () => {
  it.each([
    ['Ana Prueba\nLuis Prueba', ['Ana Prueba||', 'Luis Prueba||']],
    ['1. Ana Prueba\r\n2) Luis Prueba\r\n\r\n', ['Ana Prueba||', 'Luis Prueba||']],
    ['• Ana Prueba, 34\n• Prueba, Luis, about 50, baker, from the port', ['Ana Prueba|34|', 'Prueba, Luis|about 50|baker, from the port']],
    ['Prueba, Luis\nPrueba, Ana', ['Prueba, Luis||', 'Prueba, Ana||']],
    ['Ana Prueba (34)\nLuis Prueba (baker)', ['Ana Prueba|34|', 'Luis Prueba (baker)||']],
    ['Name\tAge\tNote\nAna\t34\tbaker\nLuis\t\tno papers', ['Ana|34|baker', 'Luis||no papers']],
    ['1\tAna\tbaker\t1992\n2\tLuis', ['Ana|1992|baker', 'Luis||']],
    ['"Ana\nPrueba"\t34\nLuis\t40', ['Ana Prueba|34|', 'Luis|40|']],
    ['محمد السعدي، ٣٤، خباز\nعلي؛ حوالي 50', ['محمد السعدي|٣٤|خباز', 'علي|حوالي 50|']],
    ['Ana; 34; baker; from the port\n---\n', ['Ana|34|baker; from the port']],
  ])('%j', (text, people) => {
    expect(read(text).map(({ name, birth, note }) => `${name}|${birth}|${note}`)).toEqual(people)
  })

  it('lose nothing of a description that is too long for a name', () => {
    const long = 'a man in a red shirt '.repeat(30).trim()
    const [one] = read(`${long}\nAna`)
    expect(one?.name.length).toBe(300)
    expect(one?.note).toBe(long)
  })
})

describe('several people taken together', () => {
  const shared = form({ where: 'bakery', source: 'sister', reliability: 'B', credibility: '2', notes: 'n' })
  const together = form({
    ...shared,
    together: [
      { name: 'Ana', birth: '34', note: 'baker' },
      { name: 'Luis', birth: '', note: 'x'.repeat(600) },
      { name: 'a boy', birth: '', note: '' },
    ],
  })
  const plans = formsOfTogether(together).map((one) => planOf(one, { language: 'en', today, labels: { birth: 'Born', when: 'Arrested' } }))

  it('come back from a draft', () => {
    expect(draftToForm(formToDraft(together))).toEqual(together)
    expect(draftToForm('{"together":[{"name":5}]}')).toEqual(emptyForm)
  })

  it('need a name each', () => {
    expect(whatIsMissing(together)).toBeNull()
    expect(whatIsMissing({ ...together, together: [{ name: ' ', birth: '', note: '' }] })).toBe('name')
  })

  it('share the arrest, and keep what is their own', () => {
    expect(plans.map(({ create }) => create.person?.name)).toEqual(['Ana', 'Luis', 'a boy'])
    expect(plans.map(({ create }) => create.fields?.arrestPlace)).toEqual(['bakery', 'bakery', 'bakery'])
    expect(plans[0]?.create.person).toMatchObject({ distinguishing: 'baker', birth: { edtf: '[1991..1992]' } })
    expect(plans[1]?.create.fields?.notes).toBe(`${'x'.repeat(600)}\n\nn`)
  })

  function recorder(refuseAt: number) {
    const made: { name: string; input: unknown }[] = []
    const call = async (name: string, input: unknown): Promise<Answer<unknown>> => {
      made.push({ name, input })
      if (made.length === refuseAt) return { ok: false, error: { code: 'disk_full', params: {} } }
      return { ok: true, value: { id: `${name}-${made.length}`, personId: 'person', revision: 1, changeNo: made.length } }
    }
    return { made, call: call as Caller }
  }

  it('are told by one source', async () => {
    const { made, call } = recorder(0)
    const { error, entered } = await enterTogether(call, plans, [])
    expect(error).toBeNull()
    expect(entered).toHaveLength(3)
    expect(made.filter(({ name }) => name === 'sources.create')).toHaveLength(1)
    expect(made.filter(({ name }) => name === 'cases.create')).toHaveLength(3)
    const sources = made
      .filter(({ name }) => name === 'citations.create')
      .map(({ input }) => (input as { fields: { sourceId: string } }).fields.sourceId)
    expect(sources.length).toBeGreaterThan(5)
    expect(new Set(sources).size).toBe(1)
  })

  it('are gone on with where they were stopped, making nobody twice', async () => {
    const whole = recorder(0)
    await enterTogether(whole.call, plans, [])
    for (let at = 1; at <= whole.made.length; at += 1) {
      const { made, call } = recorder(at)
      const first = await enterTogether(call, plans, [])
      expect(first.error).not.toBeNull()
      const second = await enterTogether(call, plans, first.entered)
      expect(second.error).toBeNull()
      expect(made.toSpliced(at - 1, 1).map(({ name }) => name)).toEqual(whole.made.map(({ name }) => name))
    }
  })
})

describe('what is still to be asked', () => {
  it('is what is empty', () => {
    expect(stillOpen(form({ birth: '30', where: 'x', warrant: 'no' }))).not.toContain('birth')
    expect(stillOpen(form({ person: { id: 'p', name: 'n' } }))).not.toContain('birth')
    expect(stillOpen(emptyForm)).toContain('warrant')
  })

  it('asked in vain is recorded as not known where a case file has that, else in its notes', () => {
    expect(tick(emptyForm, 'warrant', true)).toEqual({ warrant: 'unknown' })
    expect(tick(form({ contact: 'unknown' }), 'contact', false)).toEqual({ contact: null })
    const asked = form({ warrant: 'unknown', ...tick(emptyForm, 'where', true) })
    expect(isAskedInVain(asked, 'warrant')).toBe(true)
    expect(stillOpen(asked)).toEqual(expect.arrayContaining(['warrant', 'where']))
    expect(askedInVainForNotes(asked)).toEqual(['where'])
    // Whoever learns it after all has not asked in vain.
    expect(askedInVainForNotes({ ...asked, where: 'bakery' })).toEqual([])
  })
})

describe('figures that may be read two ways', () => {
  it('are offered both ways, in words that can be read one way only', () => {
    expect(bothReadings('3/4/2026', 'en', today)).toEqual(['3 April 2026', '4 March 2026'])
    expect(bothReadings('about 3/4/2026', 'en', today)).toHaveLength(2)
    for (const words of bothReadings('3/4/2026', 'en', today)) expect(bothReadings(words, 'en', today)).toEqual([])
    expect(bothReadings('13/4/2026', 'en', today)).toEqual([])
    expect(bothReadings('4/4/2026', 'en', today)).toEqual([])
    expect(bothReadings('4/13/2026', 'en', today)).toEqual([])
  })
})
