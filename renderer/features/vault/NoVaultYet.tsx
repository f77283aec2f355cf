import { useLingui } from '@lingui/react/macro'

import { Button } from '../../components/Button.tsx'
import styles from './LockScreen.module.css'

type Props = {
  /** A vault was open in this sitting and was locked; where it lies is not remembered. */
  locked: boolean
  onMake: () => void
  onOpen: () => void
  onLookAround: () => void
}

/** No vault is known to this computer: the first start, or the lock screen of whoever doesn't have the place remembered. */
export function NoVaultYet({ locked, onMake, onOpen, onLookAround }: Props) {
  const { t } = useLingui()
  const make = (
    <Button key="make" kind={locked ? 'plain' : 'primary'} wide onPress={onMake} autoFocus={!locked}>{t`Make a new vault`}</Button>
  )
  const open = <Button key="open" kind={locked ? 'primary' : 'plain'} wide onPress={onOpen} autoFocus={locked}>{t`Open a vault`}</Button>
  return (
    <>
      {locked ? (
        <div className={styles.lead}>
          <p className={styles.locked}>{t`The vault is locked, and nothing was lost.`}</p>
          <p>{t`What was saved is in it, and what was being typed is kept there as a draft. This computer doesn’t remember where it lies: choose its folder to go on.`}</p>
        </div>
      ) : (
        <p className={styles.lead}>{t`Case files on detained people, kept encrypted on this computer and nowhere else.`}</p>
      )}
      <div className={styles.choices}>
        {/* Whoever comes back to a vault wants that one, and not a new one. */}
        {locked ? [open, make] : [make, open]}
        <Button wide onPress={onLookAround}>{t`Look around with invented case files`}</Button>
      </div>
    </>
  )
}
