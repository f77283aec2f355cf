import { useLingui } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'

import { call } from '../api/client.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import styles from './App.module.css'

type Props = { children: ReactNode; /** A new value gives the part another try. */ attempt?: string }
type State = { broken: boolean; attempt: string | undefined }

/** Keeps one broken part of the page from taking the rest along. React knows no other form for it than a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, attempt: this.props.attempt }

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.attempt === state.attempt ? null : { broken: false, attempt: props.attempt }
  }

  override render() {
    return this.state.broken ? <Broken again={() => this.setState({ broken: false })} /> : this.props.children
  }
}

function Broken({ again }: { again: () => void }) {
  const { t } = useLingui()
  return (
    <div className={styles.trouble} role="alert">
      <EmptyState
        title={t`This part of the page stopped working`}
        actions={
          <>
            <Button kind="primary" onPress={again}>{t`Show it again`}</Button>
            <Button onPress={() => void call('app.lock', {})}>{t`Lock`}</Button>
          </>
        }
      >
        {t`Everything saved is in the vault, and what you typed is kept as a draft.`}
      </EmptyState>
    </div>
  )
}
