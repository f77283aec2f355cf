import { useLingui } from '@lingui/react/macro'

import { dayOfIso } from '../../../electron/domain/days.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useToday } from '../cases/use-today.ts'
import type { Block } from './blocks.ts'
import styles from './Guide.module.css'
import { pictureOf } from './pictures.ts'
import { RichText } from './RichText.tsx'
import { Shortcuts } from './Shortcuts.tsx'

/** The pieces of a chapter, one after the other. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <One key={index} block={block} />)
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p>
          <RichText text={block.text} />
        </p>
      )
    case 'heading':
      return (
        <h3 className={styles.subheading}>
          <RichText text={block.text} />
        </h3>
      )
    case 'note':
      return (
        <p className={styles.note}>
          <RichText text={block.text} />
        </p>
      )
    case 'list':
    case 'steps': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <RichText text={item} />
        </li>
      ))
      return block.kind === 'list' ? <ul className={styles.list}>{items}</ul> : <ol className={styles.steps}>{items}</ol>
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'dates':
      return <Dates items={block.items} />
    case 'picture':
      return <Picture picture={block.picture} alt={block.alt} />
    case 'shortcuts':
      return <Shortcuts />
  }
}

function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              <RichText text={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...others]) => (
          <tr key={first}>
            <th scope="row">
              <RichText text={first} />
            </th>
            {others.map((cell, index) => (
              <td key={index}>
                <RichText text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What people type, and what the program understands of it: read here and now, so that the guide can't be wrong. */
function Dates({ items }: { items: readonly string[] }) {
  const { t } = useLingui()
  const language = useLanguage()
  const today = dayOfIso(useToday()) ?? 0
  const rows = items.map((typed) => {
    const read = readTypedDate(typed, { language, today })
    return [typed, read.ok ? describeDate(read.edtf, language) : '–']
  })
  return <Table head={[t`What you type`, t`What is understood`]} rows={rows} />
}

function Picture({ picture, alt }: Pick<Extract<Block, { kind: 'picture' }>, 'picture' | 'alt'>) {
  const language = useLanguage()
  return (
    <figure className={styles.picture}>
      {(['light', 'dark'] as const).map((theme) => {
        const address = pictureOf(picture, language, theme)
        return address === null ? null : (
          <img key={theme} className={styles[theme]} src={address} alt={alt} width={960} height={600} loading="lazy" />
        )
      })}
      <figcaption>{alt}</figcaption>
    </figure>
  )
}
