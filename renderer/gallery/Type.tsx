import { Exhibit } from './Exhibit.tsx'
import styles from './Gallery.module.css'
import { scripts, type Samples } from './samples.ts'

const sizes = ['title', 'section', 'head', 'reading', 'body', 'label', 'small', 'mini'] as const
const faces = ['sans', 'serif', 'mono'] as const
const inks = ['ink', 'ink-second', 'ink-third', 'accent', 'held', 'unknown', 'free'] as const
const grounds = ['ground', 'surface', 'raised', 'selection', 'accent-soft', 'held-soft', 'unknown-soft', 'free-soft'] as const

/** The type scale, the scripts and the colours. */
export function Type({ words }: { words: Samples }) {
  return (
    <>
      <Exhibit name="Type" wide>
        {sizes.map((size) => (
          <div key={size} className={styles.line}>
            <span className={styles.aside} dir="ltr">
              {size}
            </span>
            <span className={styles[`t-${size}`]}>
              {words.person} · {words.understood}
            </span>
          </div>
        ))}
      </Exhibit>
      {faces.map((face) => (
        <Exhibit key={face} name={face}>
          {scripts.map(({ script, text }) => (
            <p key={script} className={styles[face]} dir="auto" data-script={script} data-face={face}>
              {text}
            </p>
          ))}
        </Exhibit>
      ))}
      <Exhibit name="Colours" wide>
        <div className={styles.inks}>
          {grounds.flatMap((ground) =>
            inks.map((ink) => (
              <span key={`${ground} ${ink}`} className={styles.ink} style={{ background: `var(--${ground})`, color: `var(--${ink})` }}>
                {words.held}
              </span>
            )),
          )}
        </div>
      </Exhibit>
    </>
  )
}
