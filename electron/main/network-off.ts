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
  // A page's own peer connections would send datagrams past everything that governs requests: no way without a proxy, and
  // there is none. The switch had the longer name in older Chromiums.
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  // Else they would announce names of their own to the local network, and nobody is to look for screens and speakers there.
  commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns,MediaRouter,DialMediaRouteProvider,OptimizationHints')
}
