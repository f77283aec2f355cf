import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { hiddenTabs, scrollToTab, shareWidth } from '../../../renderer/app/tabs/share-width.ts'

const least = 96

describe('the room of the tab bar', () => {
  test('where all have room each is as wide as its words', () => {
    expect(shareWidth([100, 150, 200], 1, 600, least)).toEqual({ tabs: [100, 150, 200], list: 450 })
  })

  test('short names stay whole while long ones are cut, and what is read is never cut', () => {
    expect(shareWidth([110, 220, 220, 200], 3, 600, least)).toEqual({ tabs: [110, 145, 145, 200], list: 600 })
  })

  test('where not all have room only whole tabs are seen', () => {
    const { tabs, list } = shareWidth([220, 220, 220, 220, 180], 4, 400, least)
    expect(tabs).toEqual([110, 110, 110, 110, 180])
    expect(list).toBe(400)
  })

  test('in a bar too narrow for a second one, what is read stands alone', () => {
    expect(shareWidth([220, 220], 1, 250, least)).toEqual({ tabs: [220, 220], list: 220 })
    expect(shareWidth([220, 220], 1, 150, least)).toEqual({ tabs: [150, 150], list: 150 })
  })

  test('never more than there is, the one read whole, and always whole tabs to its sides', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 220 }), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 100, max: 2000 }),
        (natural, chosen, available) => {
          const read = chosen % natural.length
          const { tabs, list } = shareWidth(natural, read, available, least)
          expect(list).toBeLessThanOrEqual(available)
          expect(tabs[read]).toBe(Math.min(natural[read] ?? 0, available))
          const all = tabs.reduce((sum, width) => sum + width, 0)
          const other = tabs.find((_, index) => index !== read) ?? 1
          if (all > list) expect((list - (tabs[read] ?? 0)) % other).toBe(0)
        },
      ),
    )
  })

  test('one scrolls by whole tabs, and no further than is needed', () => {
    const widths = [100, 100, 100, 180, 100, 100]
    const list = 380
    expect(scrollToTab(widths, list, 0, 3)).toBe(100)
    expect(scrollToTab(widths, list, 130, 3)).toBe(100)
    expect(scrollToTab(widths, list, 300, 0)).toBe(0)
    expect(scrollToTab(widths, list, 300, 5)).toBe(300)
    expect(scrollToTab([100, 120], 220, 40, 1)).toBe(0)
  })

  test('those that don’t stand whole are counted, on either side', () => {
    const widths = [100, 100, 100, 180, 100, 100]
    expect(hiddenTabs(widths, 380, 0)).toBe(3)
    expect(hiddenTabs(widths, 380, 100)).toBe(3)
    expect(hiddenTabs(widths, 380, 40)).toBe(4)
    expect(hiddenTabs(widths, 680, 0)).toBe(0)
  })
})
