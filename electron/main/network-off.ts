import { app } from 'electron'

/**
 * Switches by which Chromium neither looks up a name nor opens a connection of its own (security rule 9). What a page
 * might ask for is stopped by the CSP and by session-guards.ts besides. Must run before the app is ready.
 */
export function switchNetworkOff(): void {
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // Without this Chromium asks the local network for a proxy's address.
  commandLine.appendSwitch('no-proxy-server')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-sync')
  commandLine.appendSwitch('disable-quic')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}
