import { NavigationProvider } from './navigation.tsx'
import { Shell } from './Shell.tsx'

/** Everything that stands behind the lock: a file of its own, since the lock screen needs none of it. */
export function Unlocked() {
  return (
    <NavigationProvider>
      <Shell />
    </NavigationProvider>
  )
}
