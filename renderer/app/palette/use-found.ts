import { useLingui } from '@lingui/react/macro'
import { useDeferredValue } from 'react'

import { useCall } from '../../api/hooks.ts'
import { usePreferences } from '../../api/preferences.ts'
import { useRowWords } from '../../features/cases/use-row-words.ts'
import { splitSnippets } from '../../features/cases/snippets.ts'
import { useToday } from '../../features/cases/use-today.ts'
import { useListedSourceWords } from '../../features/sources/source-words.ts'
import { dotted } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useCommands } from '../commands/registry.ts'
import { useNavigation } from '../navigation.tsx'
import { useCaseHeads } from '../use-case-heads.ts'
import { matchesIn, type Match } from './matching.ts'

/** One thing that the palette offers. */
export type Option = {
  id: string
  label: string
  matches: readonly Match[]
  /** Says more about it, in second ink. */
  about: string
  group?: 'held' | 'unknown' | 'free' | 'ended'
  keys?: string
  /** `newTab` has a meaning for case files only. */
  run: (newTab: boolean) => void
}
export type OptionGroup = { id: string; title: string; options: readonly Option[] }

const mostCases = 8
const mostOthers = 5
const mostRecent = 6

/** What fits the query: case files, people, sources, commands; without one, what was open last and every command. */
export function useFound(typed: string): { groups: OptionGroup[]; fresh: boolean } {
  const { t } = useLingui()
  const language = useLanguage()
  const { open, openPerson, openSource } = useNavigation()
  const asked = useDeferredValue(typed.trim())
  const query = asked.slice(0, 200)
  const enabled = query !== ''
  const today = useToday()
  const how = { enabled, keepPrevious: enabled, fleeting: true }
  const page = { limit: mostOthers, offset: 0 }
  const cases = useCall(
    'search.cases',
    { query, filter: {}, sort: 'best', today, snippets: mostCases, count: false, limit: mostCases, offset: 0 },
    how,
  )
  const people = useCall('persons.list', { query, ...page }, how)
  const sources = useCall('sources.list', { query, ...page }, how)
  const rowWords = useRowWords()
  const sourceWords = useListedSourceWords()
  const recent = useRecent(!enabled)
  const commands = useMatchingCommands(query)

  const fresh =
    asked === typed.trim() &&
    (!enabled || [cases, people, sources].every(({ isPending, isPlaceholderData }) => !isPending && !isPlaceholderData))
  const found: OptionGroup[] = enabled
    ? [
        {
          id: 'cases',
          title: t`Case files`,
          options: (cases.data?.hits ?? []).map((row) => {
            const { inName, other } = splitSnippets(row.snippets, row.name)
            const facts = [rowWords.status(row), ...(row.place === null ? [] : [row.place]), row.reference]
            return {
              id: `case-${row.id}`,
              label: row.name,
              matches: inName?.matches ?? [],
              about: inName === null && other !== null ? other.text : dotted(language, facts),
              group: row.statusGroup,
              run: (newTab) => open(row.id, { newTab }),
            }
          }),
        },
        {
          id: 'people',
          title: t`People`,
          options: (people.data?.persons ?? []).map((person) => ({
            id: `person-${person.id}`,
            label: person.name,
            matches: matchesIn(person.name, query) ?? [],
            about: dotted(language, [...person.otherNames, ...person.cases.map(({ reference }) => reference)]),
            run: () => openPerson(person.id),
          })),
        },
        {
          id: 'sources',
          title: t`Sources`,
          options: (sources.data?.sources ?? []).map(({ source, masked }) => {
            const label = sourceWords.title(source, masked)
            return {
              id: `source-${source.id}`,
              label,
              matches: matchesIn(label, query) ?? [],
              about: masked ? t`protected` : sourceWords.about(source),
              run: () => openSource(source.id),
            }
          }),
        },
      ]
    : [{ id: 'recent', title: t`Opened last`, options: recent }]
  return {
    groups: [...found, { id: 'commands', title: t`Commands`, options: commands }].filter(({ options }) => options.length > 0),
    fresh,
  }
}

function useRecent(enabled: boolean): Option[] {
  const { t } = useLingui()
  const { open } = useNavigation()
  const { preferences } = usePreferences()
  const heads = useCaseHeads(enabled ? preferences.recent.slice(0, mostRecent) : [])
  return heads
    .filter((head) => !head.gone && !head.loading)
    .map((head) => ({
      id: `case-${head.id}`,
      label: head.name ?? t`Name not known`,
      matches: [],
      about: head.reference,
      ...(head.group !== null && { group: head.group }),
      run: (newTab) => open(head.id, { newTab }),
    }))
}

function useMatchingCommands(query: string): Option[] {
  const commands = useCommands()
  return commands
    .filter(({ id, available }) => available !== false && id !== 'go.palette' && !/^tabs\.\d$/.test(id))
    .flatMap(({ id, label, keys, run }) => {
      const matches = matchesIn(label, query)
      const shown = keys?.[0]
      return matches === null ? [] : [{ id: `command-${id}`, label, matches, about: '', ...(shown !== undefined && { keys: shown }), run }]
    })
}
